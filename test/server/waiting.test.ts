import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { JsonObject } from '../../sandbox/n8n/types.mjs';
import { sized } from '../support/sizes.mjs';
import { outputsOf, pause, startBeside, startStage, until, type Stage } from '../support/stage.mjs';
import { BRANCHES, waitingWorkflow } from '../support/waitingWorkflow.mjs';

/** How often each story is told; an even number. */
const REPETITIONS = sized(6, 50);

let stage: Stage;
let workflowId: string;
let counter = 0;
/** Runs of which nobody hears: n8n looks once a minute whose time is over, and they wait for that while the other stories are told. */
let silent: { stage: Stage; workflowId: string };


beforeAll(async () => {
	stage = await startStage();
	workflowId = await importWaiting(stage, 'wait');
	silent = { stage: await startBeside(stage), workflowId: '' };
	silent.stage.simulator.configure({ esms: { callback: { delayMs: 600_000 } } });
	silent.workflowId = await importWaiting(silent.stage, 'wait-silent');
	for (const phone of numbers('09')) await begin('wait-silent', phone, 1);
}, 180_000);
afterAll(async () => {
	await silent?.stage.close();
	await stage?.close();
}, 60_000);
beforeEach(() => {
	stage.simulator.reset();
	stage.simulator.configure({ esms: { callback: { delayMs: 400 } } });
});

/** Imports a workflow that sends and waits, with a branch for each result. */
async function importWaiting({ client, credentials }: Stage, path: string): Promise<string> {
	const workflow = waitingWorkflow(path, {
		templateParametersJson: '={{ { otp: $json.body.otp } }}',
		waitLimit: '={{ $json.body.minutes }}',
		options: { requestsPerSecond: 0, requestIdBy: 'execution' },
	});
	return (await importWorkflow(client, workflow, { credentials })).id;
}

/** Starts a run that sends and waits. */
async function begin(path: string, phone: string, minutes: number): Promise<void> {
	await fetch(`${stage.server.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ phone, otp: String(100_000 + counter++), minutes }),
	});
}

/** Starts runs that send and wait, and returns the IDs of their executions. */
async function start(phones: string[]): Promise<string[]> {
	const before = new Set((await stage.client.listExecutions(workflowId)).map(({ id }) => id));
	for (const phone of phones) await begin('wait', phone, 60);
	let ids: string[] = [];
	await until('all runs are known', async () => {
		ids = (await stage.client.listExecutions(workflowId)).map(({ id }) => id).filter((id) => !before.has(id));
		return ids.length === phones.length;
	});
	return ids;
}

const statuses = async () => new Map((await stage.client.listExecutions(workflowId)).map(({ id, status }) => [id, status]));

async function untilStatus(ids: string[], status: string, timeoutMs = 60_000): Promise<void> {
	await until(
		`${ids.length} runs are "${status}"`,
		async () => {
			const now = await statuses();
			return ids.every((id) => now.get(id) === status);
		},
		timeoutMs,
	);
}

/** @returns for each run the branch that ran, and the item it got */
async function endings(ids: string[]): Promise<Array<{ branch: string | undefined; item: JsonObject | undefined }>> {
	return await Promise.all(
		ids.map(async (id) => {
			const execution = await stage.client.getExecution(id);
			const ran = BRANCHES.filter((name) => execution.data.resultData.runData[name]);
			expect(ran.length).toBe(1);
			return { branch: ran[0], item: outputsOf(execution, ran[0] ?? '')[0]?.[0] };
		}),
	);
}

const many = (phone: string) => Array.from({ length: REPETITIONS }, () => phone);
const numbers = (prefix: string) => Array.from({ length: REPETITIONS }, (_, index) => `${prefix}${10_000_000 + index}`.slice(0, 10));

/** Runs that wait, each with the callback URL and the message that it waits for. */
async function waitingRuns(phones: string[]): Promise<Array<{ id: string; url: string; messageId: string }>> {
	stage.simulator.configure({ esms: { callback: { delayMs: 600_000 } } });
	const ids = await start(phones);
	await untilStatus(ids, 'waiting');
	return stage.simulator.messages().map(({ id: messageId, callbackUrl = '' }) => ({
		id: /webhook-waiting\/(\d+)\//.exec(callbackUrl)?.[1] ?? '',
		url: callbackUrl,
		messageId,
	}));
}

const call = async (url: string) => (await fetch(url)).status;
const final = (messageId: string, success = true) => `SMSID=${messageId}&SendStatus=5&SendSuccess=${success ? 1 : 0}&SendFailed=${success ? 0 : 1}&TypeId=24`;

describe.each([
	['0 ms', { delayMs: 0 }],
	['before the answer to the send', { delayMs: 0, beforeAnswer: true }],
	['after 5 ms', { delayMs: 5 }],
	['after 40 ms', { delayMs: 40 }],
	['after 400 ms, joined with a second ?', { delayMs: 400, join: 'question' as const }],
	['after 400 ms, joined with &', { delayMs: 400, join: 'ampersand' as const }],
	['after 400 ms, intermediate states first', { delayMs: 400, intermediate: true }],
	['after 400 ms, everything twice', { delayMs: 400, repeat: 2 }],
])('callbacks %s', (_, callback) => {
	it.each([
		['delivered', numbers('09'), 'Delivered'],
		['failed', many('0901000118'), 'Not Delivered'],
	])('%s takes its branch every time', async (outcome, phones, branch) => {
		stage.simulator.configure({ esms: { callback } });
		const ids = await start(phones);
		await untilStatus(ids, 'success');
		for (const ending of await endings(ids)) {
			expect(ending).toEqual({ branch, item: expect.objectContaining({ body: expect.anything(), delivery: expect.objectContaining({ outcome, final: true }) }) });
			expect(ending.item?.delivery).not.toHaveProperty('noResult');
		}
	}, 180_000);
});

it('a callback that is lost because the run is not parked yet is found by the second look', async () => {
	// The callback comes while n8n answers 409, and the first question to eSMS comes too early.
	stage.simulator.configure({ esms: { statusLagMs: 3_000, callback: { delayMs: 0, beforeAnswer: true, retry: { times: 1 } } } });
	const ids = await start([...numbers('09').slice(0, REPETITIONS / 2), ...many('0901000118').slice(0, REPETITIONS / 2)]);
	await untilStatus(ids, 'success');
	expect(new Set(stage.simulator.callbacks().map(({ status }) => status))).toEqual(new Set([409]));
	const ends = await endings(ids);
	expect(ends.filter(({ branch }) => branch === 'Delivered')).toHaveLength(REPETITIONS / 2);
	expect(ends.filter(({ branch }) => branch === 'Not Delivered')).toHaveLength(REPETITIONS / 2);
	for (const { branch, item } of ends) {
		if (branch !== 'Not Delivered') continue;
		expect(item?.delivery).toEqual(expect.objectContaining({ outcome: 'failed', failure: expect.objectContaining({ code: '-118', fallbackAdvised: true }) }));
	}
}, 180_000);

it('a call that does not say how the message ended has eSMS asked, as no other may come', async () => {
	// The status is final only after the second look, and the third one comes much later.
	stage.simulator.configure({ esms: { callback: { httpsOnly: true, delayMs: 0 }, retrieval: { finalLagMs: 12_000, storedLagMs: 60_000 } } });
	const ids = await start(numbers('09'));
	await untilStatus(ids, 'waiting');
	await pause(11_000);
	for (const [index, { id, callbackUrl }] of stage.simulator.messages().entries()) {
		expect(await call(index % 2 === 0 ? `${callbackUrl}?SMSID=${id}&SendStatus=5&SendSuccess=0&SendFailed=0&TypeId=24` : `${callbackUrl}&SendStatus=5`)).toBe(200);
	}
	await untilStatus(ids, 'success', 12_000);
	for (const { branch } of await endings(ids)) expect(branch).toBe('Delivered');
}, 180_000);

it('a rejected message takes Not Delivered', async () => {
	const runs = await waitingRuns(numbers('09'));
	for (const { url, messageId } of runs) expect(await call(`${url}&SMSID=${messageId}&SendStatus=4&TypeId=24`)).toBe(200);
	await untilStatus(runs.map(({ id }) => id), 'success');
	for (const { branch } of await endings(runs.map(({ id }) => id))) expect(branch).toBe('Not Delivered');
}, 180_000);

it('foreign messages, intermediate states, broken calls and wrong tokens leave the run waiting; the right call ends it once', async () => {
	const runs = await waitingRuns(numbers('09'));
	const ids = runs.map(({ id }) => id);
	for (const { url, messageId } of runs) {
		expect(await call(`${url}&${final('somebody-elses-message')}`)).toBe(200);
		expect(await call(`${url}&SMSID=${messageId}&SendStatus=2&SendSuccess=0&SendFailed=0&TypeId=24`)).toBe(200);
		expect(await call(`${url}&SendStatus=5`)).toBe(200);
		expect(await call(`${url.replace(/signature=.{4}/, 'signature=0000')}&${final(messageId)}`)).toBe(401);
		expect(await call(`${url.split('?')[0]}?${final(messageId)}`)).toBe(401);
	}
	await untilStatus(ids, 'waiting', 1000);
	for (const { url, messageId } of runs) expect(await call(`${url}?${final(messageId)}`)).toBe(200);
	await untilStatus(ids, 'success');
	// Replayed, and a second one that says the opposite: the run has ended.
	for (const { url, messageId } of runs) {
		expect(await call(`${url}&${final(messageId)}`)).toBe(409);
		expect(await call(`${url}&${final(messageId, false)}`)).toBe(409);
	}
	for (const { branch } of await endings(ids)) expect(branch).toBe('Delivered');
}, 180_000);

it('a run whose time is over leaves by No Result with its message and its input', async () => {
	const { client, simulator } = silent.stage;
	await until('no run waits any more', async () => (await client.countExecutions(silent.workflowId, ['waiting', 'running', 'new'])) === 0, 200_000);
	const ids = (await client.listExecutions(silent.workflowId)).map(({ id }) => id);
	expect(ids).toHaveLength(REPETITIONS);
	expect(simulator.messages()).toHaveLength(REPETITIONS);
	for (const ending of await endings(ids)) {
		expect(ending).toEqual({
			branch: 'No Result',
			item: expect.objectContaining({
				body: expect.objectContaining({ phone: expect.any(String) }),
				delivery: expect.objectContaining({ messageId: expect.any(String), outcome: 'pending', noResult: 'No final report came within one minute' }),
			}),
		});
	}
}, 300_000);

it('a run that waits outlives a restart of n8n', async () => {
	const runs = await waitingRuns(numbers('09'));
	await stage.crashAndRestart();
	for (const [index, { url, messageId }] of runs.entries()) expect(await call(`${url}&${final(messageId, index % 2 === 0)}`)).toBe(200);
	await untilStatus(runs.map(({ id }) => id), 'success');
	const ends = await endings(runs.map(({ id }) => id));
	expect(ends.map(({ branch }) => branch)).toEqual(runs.map((_, index) => (index % 2 === 0 ? 'Delivered' : 'Not Delivered')));
}, 180_000);

it('nothing is left waiting', async () => {
	await pause(1000);
	expect(await stage.client.listExecutions(workflowId, 100, ['waiting', 'running', 'new'])).toEqual([]);
});
