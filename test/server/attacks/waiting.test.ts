import { createHash, createHmac } from 'crypto';
import { importWorkflow } from '../../../sandbox/n8n/provision.mjs';
import type { JsonObject, StoredCredential } from '../../../sandbox/n8n/types.mjs';
import { packageNode, importItemWorkflow, LEAN, outputsOf, postItems, startStage, until, type Stage } from '../../support/stage.mjs';
import { BRANCHES, waitingWorkflow } from '../../support/waitingWorkflow.mjs';
import { startListener, type Listener } from './listener.mjs';
import { rawCall, type RawRequest } from './rawCall.mjs';
import { importTarget, type Target } from './triggers.mjs';
import { Tries } from './tries.mjs';

/** Keys that occur nowhere else, so that every find is a leak. */
const KEYS = { apiKey: 'LEAK-AKEY-8d31', secretKey: 'LEAK-SKEY-c50e', token: 'LEAK-TOKN-f1b7', webhookSecret: 'LEAK-HOOK-44aa', partnerPrivateKey: 'LEAK-PRIV-9e02' };

const tries = new Tries('waiting');
let stage: Stage;
let telemetry: Listener;

/** A run that waits, and the callback that it waits for. */
interface WaitingRun {
	id: string;
	url: URL;
	token: string;
	messageId: string;
}

beforeAll(async () => {
	telemetry = await startListener();
	stage = await startStage({
		...LEAN,
		N8N_LOG_LEVEL: 'debug',
		N8N_DIAGNOSTICS_ENABLED: 'true',
		N8N_DIAGNOSTICS_CONFIG_BACKEND: `key;${telemetry.url}`,
		N8N_DIAGNOSTICS_CONFIG_FRONTEND: `key;${telemetry.url}`,
		N8N_DIAGNOSTICS_POSTHOG_API_HOST: telemetry.url,
	});
	const { apiKey, secretKey, token, partnerPrivateKey } = KEYS;
	stage.simulator.configure({
		esms: { apiKey, secretKey, callback: { delayMs: 600_000 }, shortCode: { privateKey: partnerPrivateKey } },
		caresoft: { token },
	});
	stage.credentials.zaloZnsEsmsApi = await esmsAt(stage.simulator.esmsUrl);
	stage.credentials.zaloZnsCaresoftApi = await caresoftAt(stage.simulator.caresoftUrl);
	await importWorkflow(stage.client, waitingWorkflow('guessed'), { credentials: stage.credentials });
}, 240_000);
afterAll(async () => {
	await stage?.close();
	await telemetry?.close();
}, 60_000);

const esmsAt = async (baseUrl: string): Promise<StoredCredential> =>
	await stage.client.createCredential(`eSMS ${baseUrl}`, 'zaloZnsEsmsApi', {
		apiKey: KEYS.apiKey, secretKey: KEYS.secretKey, baseUrl, partnerId: stage.simulator.settings.esms.shortCode.cpid, partnerPrivateKey: KEYS.partnerPrivateKey,
	});
const caresoftAt = async (customHost: string): Promise<StoredCredential> =>
	await stage.client.createCredential(`CareSoft ${customHost}`, 'zaloZnsCaresoftApi', { domain: 'simshop', apiToken: KEYS.token, host: 'custom', customHost, webhookSecret: KEYS.webhookSecret });

async function waitingRun(phone: string): Promise<WaitingRun> {
	const known = stage.simulator.messages().length;
	await fetch(`${stage.server.url}/webhook/guessed`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ phone }) });
	await until('the message is sent', () => stage.simulator.messages().length > known);
	const { id: messageId = '', callbackUrl = '' } = stage.simulator.messages().at(-1) ?? {};
	const url = new URL(callbackUrl);
	const id = /webhook-waiting\/(\d+)\//.exec(callbackUrl)?.[1] ?? '';
	await until('the run waits', async () => (await statusOf(id)) === 'waiting');
	return { id, url, messageId, token: url.searchParams.get('signature') ?? '' };
}

const statusOf = async (id: string) => (await stage.client.getExecution(id)).status;
const final = (messageId: string, success = true) => `SMSID=${messageId}&SendStatus=5&SendSuccess=${success ? 1 : 0}&SendFailed=${success ? 0 : 1}&TypeId=24`;

it('a guessed, borrowed or broken resume URL leaves the run waiting; the true callback ends it', async () => {
	const run = await waitingRun('0901888484');
	const other = await waitingRun('0901888485');
	const { token } = run;
	const at = ({ path = run.url.pathname, signature = token as string | undefined, report = final(run.messageId), ...more }: RawRequest & { signature?: string; report?: string } = {}): RawRequest => ({
		...more,
		path: `${path}?${signature === undefined ? '' : `signature=${signature}&cb=&`}${report}`,
	});
	const flipped = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
	const [, , , nodeId = ''] = run.url.pathname.split('/');
	const guesses: Array<[string, RawRequest, number]> = [
		['without the token', { path: `${run.url.pathname}?${final(run.messageId)}` }, 401],
		['an empty token', at({ signature: '' }), 401],
		['zeros for the token', at({ signature: '0'.repeat(token.length) }), 401],
		['one digit of the token wrong', at({ signature: flipped }), 401],
		['the token cut short', at({ signature: token.slice(0, -1) }), 401],
		['the token with one digit more', at({ signature: `${token}0` }), 401],
		['the token in upper case', at({ signature: token.toUpperCase() }), 401],
		['a wrong token before the right one', at({ signature: `${flipped}&signature=${token}` }), 401],
		['the token of another waiting run', at({ signature: other.token }), 401],
		['the token in a header', { path: `${run.url.pathname}?${final(run.messageId)}`, headers: [`signature: ${token}`] }, 401],
		['the token in a body', { method: 'POST', path: run.url.pathname, headers: ['Content-Type: application/json'], body: JSON.stringify({ signature: token }) }, 401],
		['the page for forms, without the token', { path: `/form-waiting/${run.id}?${final(run.messageId)}` }, 401],
		['the state of the run, without the token', { path: `/form-waiting/${run.id}/n8n-execution-status` }, 401],
		['a leading zero in the execution ID, without the token', { path: `/webhook-waiting/0${run.id}/${nodeId}?${final(run.messageId)}` }, 401],
		['the right token, but the report on the message of another run', at({ report: final(other.messageId) }), 200],
		['the right token, an intermediate state', at({ report: `SMSID=${run.messageId}&SendStatus=7&TypeId=24` }), 200],
		['the right token, no report: somebody opens the link', at({ report: '' }), 200],
		['the right token, a link preview asks with HEAD', at({ method: 'HEAD' }), 404],
		['the right token, but no node', at({ path: `/webhook-waiting/${run.id}` }), 404],
		['the right token, but another node', at({ path: `/webhook-waiting/${run.id}/${'0'.repeat(36)}` }), 404],
	];
	const outcomes = [];
	for (const [attempt, request, expected] of guesses) {
		const { status } = await rawCall(stage.server.url, request);
		const outcome = `${status}, ${(await statusOf(run.id)) === 'waiting' ? 'keeps waiting' : 'does not wait any more'}`;
		tries.note('Resume URL', attempt, outcome);
		outcomes.push([attempt, outcome, expected]);
	}
	expect(outcomes).toEqual(guesses.map(([attempt, , expected]) => [attempt, `${expected}, keeps waiting`, expected]));

	const counted = new Set<number>();
	for (let id = 0; id < Number(other.id) + 20; id++) {
		for (const signature of ['', `signature=${'0'.repeat(64)}&`]) counted.add((await rawCall(stage.server.url, { path: `/webhook-waiting/${id}/${nodeId}?${signature}${final(run.messageId)}` })).status);
	}
	const waiting = [await statusOf(run.id), await statusOf(other.id)];
	tries.note('Resume URL', 'execution IDs counted up, with the right node and message, without a token and with zeros', `${[...counted].sort().join(' or ')}, ${waiting.every((status) => status === 'waiting') ? 'all keep waiting' : 'a run was resumed'}`);
	expect([[...counted].sort(), waiting]).toEqual([[401, 404], ['waiting', 'waiting']]);

	await endsBy(run, true, 'Delivered');
	await endsBy(other, false, 'Not Delivered');
	tries.note('Resume URL', 'genuine: the true callback of each run, after all of this', '200, each ends by its own branch');
	const again = await rawCall(stage.server.url, at({ report: final(run.messageId, false) }));
	tries.note('Resume URL', 'the opposite report after the end', `${again.status}, the run has ended`);
	expect(again.status).toBe(409);
}, 120_000);

async function endsBy({ id, url, messageId }: WaitingRun, success: boolean, branch: string): Promise<void> {
	expect((await rawCall(url.href, { path: `${url.pathname}${url.search}&${final(messageId, success)}` })).status).toBe(200);
	await until('the run ends', async () => (await statusOf(id)) === 'success');
	const { data } = await stage.client.getExecution(id);
	expect(BRANCHES.filter((name) => data.resultData.runData[name])).toEqual([branch]);
}

describe('secrets', () => {
	const found = { answers: [] as string[], records: [] as string[] };
	let token: string;

	/** Runs a node on one item, and keeps all that is told of it. */
	async function look(path: string, type: string, parameters: JsonObject, credentials: Record<string, StoredCredential>): Promise<void> {
		const node = packageNode('Node', type, parameters, { onError: 'continueRegularOutput' });
		const { id, url } = await importItemWorkflow({ ...stage, server: stage.server, credentials: { ...stage.credentials, ...credentials } }, path, node);
		found.answers.push(JSON.stringify(await postItems(url, [{ phone: '0901888484' }])));
		found.records.push(JSON.stringify(await stage.client.getExecution((await stage.client.listExecutions(id))[0]?.id ?? '')));
	}

	async function call(target: Target, request: RawRequest & { query?: string }): Promise<void> {
		found.answers.push(JSON.stringify(await rawCall(`${target.url}${request.query ?? ''}`, request)));
	}

	it('providers that echo the request, break off or redirect', async () => {
		const echo = await startListener(({ method, url, rawHeaders, body }) => ({ status: 404, headers: { 'Content-Type': 'text/html' }, body: `<h1>Not found</h1>${method} ${url} ${rawHeaders.join(' ')} ${body}` }));
		const json = await startListener(({ url, rawHeaders, body }) => ({ body: JSON.stringify({ CodeResult: '99', CodeResponse: '99', ErrorMessage: `no: ${url} ${rawHeaders.join(' ')} ${body}`, code: 'errors', message: `no: ${url} ${rawHeaders.join(' ')} ${body}` }) }));
		const broken = await startListener(() => 'close');
		try {
			for (const [name, place] of Object.entries({ echo, json, broken })) {
				const credentials = { zaloZnsEsmsApi: await esmsAt(place.url), zaloZnsCaresoftApi: await caresoftAt(place.url) };
				await look(`${name}-balance`, 'esms', { resource: 'account', operation: 'getBalance' }, credentials);
				await look(`${name}-brandnames`, 'esms', { resource: 'brandname', operation: 'getMany', returnAll: true }, credentials);
				await look(`${name}-status`, 'esms', { resource: 'voice', operation: 'getCallStatus', messageId: 'x' }, credentials);
				await look(`${name}-agents`, 'caresoft', { resource: 'agent', operation: 'getMany', returnAll: true }, credentials);
				await look(`${name}-sms`, 'esms', { resource: 'sms', operation: 'send', brandname: { __rl: true, mode: 'name', value: 'MYSHOP' }, phone: '={{ $json.phone }}', content: 'MYSHOP: cam on', options: { simplify: false } }, credentials);
				for (const { id } of Object.values(credentials)) found.answers.push(JSON.stringify(await stage.client.testCredential(id)));
				expect(place.heard.some(({ url, body }) => `${url} ${body}`.includes(KEYS.apiKey))).toBe(true);
			}
		} finally {
			for (const place of [echo, json, broken]) await place.close();
		}
	}, 180_000);

	it('triggers with genuine and forged calls', async () => {
		const caresoft = await importTarget(stage, 'leak-caresoft', 'znsDeliveryTrigger', { source: 'caresoft' });
		const inbound = await importTarget(stage, 'leak-inbound', 'esmsInboundTrigger', { replyText: 'ok' });
		const body = '{"object":"ticket","ticket":{"ticket_id":1,"ticket_source":"inbox_zalo_zns"}}';
		for (const secret of [KEYS.webhookSecret, 'guess']) {
			await call(caresoft, { method: 'POST', body, headers: ['Content-Type: application/json', `X-Hub-Signature: ${createHmac('sha1', secret).update(body).digest('hex')}`] });
		}
		const { cpid } = stage.simulator.settings.esms.shortCode;
		for (const key of [KEYS.partnerPrivateKey, 'guess']) {
			const sign = createHash('md5').update(`${cpid}1MUA20260228130101${key}`).digest('base64');
			await call(inbound, { query: `?${new URLSearchParams({ sender: '84901888484', content: 'MUA', serviceNumber: '8041', cpid, smsid: '1', receiverTime: '20260228130101', sign }).toString()}` });
		}
		for (const target of [caresoft, inbound]) found.records.push(JSON.stringify(await stage.client.waitForWorkflowExecution(target.workflowId)));
		expect(found.answers.filter((answer) => answer.includes('"status":401'))).toHaveLength(2);
	}, 60_000);

	it('a run that waited', async () => {
		const run = await waitingRun('0901888486');
		token = run.token;
		await endsBy(run, true, 'Delivered');
		const execution = await stage.client.getExecution(run.id);
		found.records.push(JSON.stringify(execution));
		const items = JSON.stringify(['Send', 'Delivered'].map((name) => outputsOf(execution, name)));
		expect(items).toContain(run.messageId);
		tries.note('Token of a waiting run', 'in the items', items.includes(token) ? '**found**' : 'not found');
		expect(items).not.toContain(token);
	}, 60_000);

	it('no key is in answers, items, errors, execution records, logs or telemetry', async () => {
		// Stopping makes n8n send what it has gathered.
		await stage.server.stop();
		const places = {
			'answers and credential tests': found.answers.join('\n'),
			'execution records': found.records.join('\n'),
			'n8n\'s log at debug level': stage.server.logs(),
			'n8n\'s telemetry': telemetry.heard.map(({ url, rawHeaders, body }) => [url, ...rawHeaders, body].join('\n')).join('\n'),
		};
		// Each haystack holds what it should.
		expect(places['n8n\'s telemetry']).toContain('n8n-nodes-zalo-zns.sendZns');
		expect(places['n8n\'s log at debug level']).toContain('rejected a call (401)');
		expect(places['execution records']).toContain('HTTP status 404');
		const leaks: string[] = [];
		for (const [place, text] of Object.entries(places)) {
			const leaked = Object.entries(KEYS).filter(([, key]) => text.includes(key)).map(([name]) => name);
			tries.note('Keys of both credentials', `in ${place}, after providers that echo, refuse and break off`, leaked.length === 0 ? 'not found' : `**found: ${leaked.join(', ')}**`);
			leaks.push(...leaked.map((name) => `${name} in ${place}`));
		}
		for (const place of ['n8n\'s log at debug level', 'n8n\'s telemetry'] as const) {
			tries.note('Token of a waiting run', `in ${place}`, places[place].includes(token) ? '**found**' : 'not found');
			expect(places[place]).not.toContain(token);
		}
		const recorded = places['execution records'].includes(token);
		tries.note('Token of a waiting run', 'in the execution record, for whoever may open it', recorded ? 'found: n8n keeps it there, and it is of no use once the run has ended' : 'not found');
		expect(leaks).toEqual([]);
	}, 60_000);
});

it('docs/security.md tells these tries', () => tries.checkDocs());
