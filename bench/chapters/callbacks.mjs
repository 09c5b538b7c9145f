/** Callbacks per second into a real n8n: our trigger beside n8n's own Webhook node, in the same n8n. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Pool } from 'undici';

import { rootDir, sandboxDir } from '../paths.mjs';
import { median, show, table } from '../statistics.mjs';

const AT_ONCE = 50;
const OURS = 'ZNS Delivery Trigger';
const USERS = 'Webhook';
/** n8n evaluates expressions in isolates, and takes one for each call and one for each run unless told otherwise. */
const ENGINES = {
	'as n8n comes': {},
	'isolates only where an expression needs one': { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	'an isolate for calls of every trigger, n8n\'s too': { N8N_EXPRESSION_ENGINE_ALLOW_WEBHOOK_ISOLATE_SKIP: 'false' },
	'without isolates': { N8N_EXPRESSION_ENGINE: 'legacy' },
};
/** Of n8n as it comes; with the other settings this is not in the way. */
const WHY =
	'**The trigger beside the Webhook node, as n8n comes.** n8n 2.41 takes an isolate for each call before the trigger sees it, except where the trigger is its own Webhook node (`webhookPhaseNeedsIsolate`); no other node can ask for that exception. Where it takes isolates for both or for neither, there is nothing to make up. docs/scaling.md has the profile, and the setting that spares them.';

const triggers = {
	// As the Webhook node, which asks nobody.
	[OURS]: { type: 'n8n-nodes-zalo-zns.znsDeliveryTrigger', typeVersion: 1.1, parameters: { source: 'esms', verifyWithEsms: false }, path: 'bench-ours/zns-delivery', webhookId: 'bench-ours' },
	[USERS]: { type: 'n8n-nodes-base.webhook', typeVersion: 2, parameters: { httpMethod: 'GET', path: 'bench-webhook', options: {} }, path: 'bench-webhook', webhookId: 'bench-webhook' },
};

export async function callbacks(_provider, { quick, log }) {
	const { setStage } = await import(pathToFileURL(join(sandboxDir, 'dist', 'demo', 'stage.mjs')).href);
	const count = quick ? 100 : 200;
	const rounds = quick ? 1 : 3;
	const engines = Object.entries(ENGINES).slice(0, quick ? 1 : undefined);
	const rows = [];
	const goals = [];
	for (const [index, [engine, env]] of engines.entries()) {
		const stage = await setStage({ projectDir: rootDir, env });
		try {
			for (const [name, trigger] of Object.entries(triggers)) await activate(stage, name, trigger);
			// A webhook answers about a second after its workflow was activated.
			await new Promise((resolve) => setTimeout(resolve, 2000));
			const rates = { [OURS]: [], [USERS]: [] };
			for (let round = 0; round <= rounds; round++) {
				for (const [name, { path }] of Object.entries(triggers)) {
					const rate = await call(`${stage.server.url}/webhook/${path}`, round === 0 ? AT_ONCE : count, `${index}.${name.replace(/\W/g, '')}.${round}`);
					// The first round warms up.
					if (round > 0) rates[name].push(rate);
					if (round > 0) log(`${name}, ${engine}: ${show(rate)} callbacks per second`);
				}
			}
			for (const [name, values] of Object.entries(rates)) rows.push([settingOf(engine, env), name, show(median(values)), show(median(values) / median(rates[USERS]), 2)]);
			goals.push({ what: `Trigger at least 0.95 of the Webhook node, ${engine}`, value: median(rates[OURS]) / median(rates[USERS]), goal: 0.95, why: index === 0 ? WHY : undefined });
		} finally {
			await stage.close();
		}
	}
	const text = `## Callbacks into a real n8n\n\n${count} callbacks of eSMS, ${AT_ONCE} at a time, each a message of its own; every one starts a workflow that holds only the trigger, which does not verify them (the Webhook node cannot), and n8n stores the execution (SQLite). One n8n process, load from the same machine. Medians of ${rounds}.\n\n${table(['Isolates of n8n', 'Trigger', 'Callbacks per second', 'Of the Webhook node'], rows)}`;
	return { text, goals };
}

/** @returns what is set, for the table */
function settingOf(engine, env) {
	return [engine, ...Object.entries(env).map(([name, value]) => `\`${name}=${value}\``)].join(': ');
}

async function activate(stage, name, { type, typeVersion, parameters, webhookId }) {
	const node = { id: webhookId, name, type, typeVersion, position: [0, 0], webhookId, parameters };
	const { id } = await stage.client.createWorkflow({ name, nodes: [node], connections: {}, settings: { executionOrder: 'v1' } });
	await stage.client.activateWorkflow(id);
}

/** Makes the calls and returns how many a second were answered. */
async function call(url, count, key) {
	const { origin, pathname } = new URL(url);
	const pool = new Pool(origin, { connections: AT_ONCE });
	let next = 0;
	const worker = async () => {
		for (let index = next++; index < count; index = next++) {
			const query = new URLSearchParams({
				SMSID: `${key}-${index}`, SendFailed: '0', SendStatus: '5', SendSuccess: '1', TotalPrice: '330.0000', TotalReceiver: '1', TotalSent: '1',
				RequestId: '', TypeId: '25', telcoid: '1', phonenumber: '0901888484', partnerids: 'e1a60e8890be9de4c4ab', oaid: '4097311281936189049', tempid: '205644',
			});
			const { statusCode, body } = await pool.request({ method: 'GET', path: `${pathname}?${query}` });
			const text = await body.text();
			if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${text.slice(0, 200)}`);
		}
	};
	const since = performance.now();
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	const seconds = (performance.now() - since) / 1000;
	await pool.close();
	return count / seconds;
}
