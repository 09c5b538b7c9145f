/** A real n8n with the package installed and a simulator beside it, for the chapters that need more than the engine. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { rootDir, sandboxDir } from './paths.mjs';

/** A webhook answers about a second after its workflow was activated. */
const WEBHOOKS_AFTER_MS = 2_000;
/** An n8n that has more to do than it can answers its own interface late, too. */
const ASKED_FOR_MS = 10_000;
const ENDED = ['success', 'error', 'crashed'];

/** How n8n is told to make an isolate only where an expression needs one. */
export const ON_DEMAND = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

/** Starts one, on a database that was migrated once for all of them. */
async function openN8n(env) {
	const { setStage } = await import(pathToFileURL(join(sandboxDir, 'dist', 'demo', 'stage.mjs')).href);
	return await setStage({ projectDir: rootDir, env, templates: join(rootDir, '.tmp') });
}

/** An n8n of its own for each that wants one: what one leaves behind would burden the next. */
export const ownN8n = {
	/** @param {Record<string, string>} env further settings of n8n */
	open: openN8n,
	async leave(stage) {
		// It may have calls to work off that nobody waits for.
		await stage.server.kill();
		await stage.close();
	},
	end: async () => {},
};

/** One for all of them, whatever settings they want: for a try of the chapters, not of n8n. */
export function sharedN8n() {
	let stage;
	return {
		open: async () => (stage ??= await openN8n(ON_DEMAND)),
		async leave() {
			await stage.client.deactivateAll();
			stage.simulator.reset();
		},
		end: async () => await stage?.close(),
	};
}

/** Stores and activates workflows, and returns their IDs once their webhooks answer. */
export async function activate(stage, workflows) {
	const ids = [];
	for (const workflow of workflows) {
		const { id } = await stage.client.createWorkflow({ ...workflow, settings: { executionOrder: 'v1' } });
		await stage.client.activateWorkflow(id);
		ids.push(id);
	}
	await pause(WEBHOOKS_AFTER_MS);
	return ids;
}

/**
 * Waits until so many runs of a workflow have ended, or the time is over.
 *
 * @param {number} deadline milliseconds of `performance.now()`
 * @returns how many have ended, and how many of them with an error; undefined where n8n did not say
 */
export async function runsEnded(stage, workflowId, count, deadline) {
	const { client } = stage;
	for (;;) {
		const ended = await inTime(client.countExecutions(workflowId, ENDED));
		if ((ended ?? 0) >= count || performance.now() > deadline) {
			return { ended, failed: ended === undefined ? undefined : await inTime(client.countExecutions(workflowId, ['error', 'crashed'])) };
		}
		await pause(200);
	}
}

/** @returns what comes of it, undefined where it takes too long, or where n8n finds no time for its database, which it says with 503 */
async function inTime(promise) {
	const said = promise.catch((error) => {
		if (error?.status !== 503) throw error;
	});
	said.catch(() => {});
	return await Promise.race([said, pause(ASKED_FOR_MS)]);
}

export const pause = async (milliseconds) => await new Promise((resolve) => setTimeout(resolve, milliseconds));
