import { callbackQuery } from '../../sandbox/simulator/esms/callbackQuery.mjs';
import { reportParameters } from '../../sandbox/simulator/esms/callbackForm.mjs';
import { joinCallbackUrl } from '../../sandbox/simulator/esms/joinCallbackUrl.mjs';
import type { CallbackJoin, Message } from '../../sandbox/simulator/index.mjs';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { JsonObject } from '../../sandbox/n8n/types.mjs';
import { busiestSecond } from '../support/arrivals.mjs';
import { print } from '../support/print.mjs';
import { sized } from '../support/sizes.mjs';
import { packageNode, outputsOf, startStage, until, webhooksReady, withOwnSimulator, type Stage } from '../support/stage.mjs';
import { BRANCHES, waitingWorkflow } from '../support/waitingWorkflow.mjs';
import { sendSms, sendZns } from '../unit/simulator/client.mjs';
import { openEditor, type Editor } from './knock/editor.mjs';
import { latestRun, readRuns, type TriggerRun } from './knock/runs.mjs';

/** The 13 parameters of esms.md 12.3. */
const PARAMETERS = ['SMSID', 'SendFailed', 'SendStatus', 'SendSuccess', 'TotalPrice', 'TotalReceiver', 'TotalSent', 'RequestId', 'TypeId', 'telcoid', 'phonenumber', 'partnerids', 'error_info'];
const JOINS: CallbackJoin[] = ['question', 'ampersand', 'questionAmpersand', 'encodedQuestion', 'encodedQuery', 'ownLast', 'dropQuery'];

/** How a callback is written: which parameter comes first, and how the query is joined to that of the URL. */
type Form = [first: string, join: CallbackJoin];

/** @returns every first place with every join, or with two of them so that each join has its turn */
function formsWith(joins: CallbackJoin[]): Form[] {
	const taken = sized(2, joins.length);
	return PARAMETERS.flatMap((first, index) => joins.map((_, at): Form => [first, joins[(at + index) % joins.length] ?? 'question']).slice(0, taken));
}

const OUTPUTS = { delivered: 0, failed: 1 };
const FAILING = '0901000118';

let stage: Stage;
let counter = 0;
const nextPhone = () => `09${20_000_000 + ++counter}`;

async function importTrigger(at: Stage, path: string, parameters: JsonObject = {}, activate = true): Promise<{ id: string; url: string; testUrl: string }> {
	const trigger = packageNode('Trigger', 'znsDeliveryTrigger', { source: 'esms', ...parameters }, { webhookId: path });
	const workflow = { name: path, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } };
	const { id } = await importWorkflow(at.client, workflow, { credentials: at.credentials, activate });
	const place = `${path}/zns-delivery`;
	return { id, url: `${at.server.url}/webhook/${place}`, testUrl: `${at.server.url}/webhook-test/${place}` };
}

const ended = async (id: string) => await stage.client.countExecutions(id, ['success', 'error', 'crashed']);
const idOf = (answer: { json: () => Record<string, unknown> }) => String(answer.json().SMSID);

/** Each message has one run, which left by the output of what became of it. */
function expectOneRightReport(runs: TriggerRun[], messages: Message[]): void {
	expect(runs.map(({ report }) => report.messageId).toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
	const outcomes = new Map(messages.map(({ id, state }) => [id, state as 'delivered' | 'failed']));
	const wrong = runs.filter(({ output, report }) => {
		const outcome = outcomes.get(String(report.messageId));
		return outcome === undefined || report.outcome !== outcome || output !== OUTPUTS[outcome];
	});
	expect(wrong).toEqual([]);
}

/** What is asked of eSMS stays within its documented calls per second. */
function expectDocumentedPace(at: Stage): Record<string, number> {
	const busiest = (call: string) => busiestSecond(at.simulator.requests().filter(({ path }) => path.includes(call)).map(({ at: moment, path }) => ({ at: moment, path, body: '' })));
	const found = { GetCallback: busiest('GetCallback'), QueryZnsStatus: busiest('QueryZnsStatus'), GetSendStatus: busiest('GetSendStatus') };
	expect(found.GetCallback).toBeLessThanOrEqual(20);
	expect(found.QueryZnsStatus).toBeLessThanOrEqual(100);
	return found;
}

/** Every call was taken. @returns how long the slowest answer took, in milliseconds: it is shown, for n8n's own share of it depends on the machine */
function expectAnswered(at: Stage): number {
	const calls = at.simulator.callbacks();
	expect(calls.filter(({ status }) => status !== 200).map(({ status, error }) => [status, error])).toEqual([]);
	return Math.max(...calls.map(({ durationMs }) => durationMs));
}

/** A call for a message that eSMS does not know, at the test URL: the editor hears of it when the patience is at its end, while the other stories are told. */
let unknown: { editor: Editor; since: number; status: number; toldByThen: string[] };

beforeAll(async () => {
	stage = await startStage();
	const { id, testUrl } = await importTrigger(stage, 'test-unknown', {}, false);
	const editor = await openEditor(stage);
	await editor.listen(id, 'Trigger');
	const since = Date.now();
	const { status } = await fetch(`${testUrl}?SMSID=nobodys&SendStatus=5&SendSuccess=1&SendFailed=0&TypeId=24&phonenumber=0901888484`);
	unknown = { editor, since, status, toldByThen: editor.told.map(({ type }) => type) };
}, 180_000);
afterAll(async () => {
	unknown?.editor.close();
	await stage?.close();
}, 60_000);

describe('a callback with any parameter first, joined to the URL in any way', () => {
	it('is read by the trigger, whose URL has a query of its own', async () => {
		const beside = await withOwnSimulator(stage);
		const after = await latestRun(stage);
		const targets = [await importTrigger(beside, 'knock-as-it-comes', { verifyWithEsms: false }), await importTrigger(beside, 'knock-verified')];
		await webhooksReady();
		const forms = formsWith(JOINS);
		for (const [first, join] of forms) {
			beside.simulator.configure({ esms: { callback: { first, join, parameterOrder: 'random', delayMs: 0, retry: { times: 1, timeoutMs: 10_000 } } } });
			await Promise.all(
				targets.flatMap(({ url }) =>
					[nextPhone(), FAILING].map(async (Phone) => await sendZns(beside.simulator, { Phone, CallbackUrl: `${url}?cid=42`, RequestId: `knock-${++counter}` })),
				),
			);
			await beside.simulator.whenIdle();
		}
		const messages = beside.simulator.messages();
		expect(messages).toHaveLength(forms.length * 4);
		for (const [index, { id, url }] of targets.entries()) {
			const own = messages.filter(({ callbackUrl = '' }) => callbackUrl.startsWith(url));
			await until('every report has its run', async () => (await ended(id)) >= own.length);
			const runs = await readRuns(stage, id, after);
			expectOneRightReport(runs, own);
			for (const { report } of runs) {
				const message = own.find((one) => one.id === report.messageId);
				expect(report).toMatchObject({
					channel: 'zns',
					recipient: { phone: message?.phone },
					requestId: message?.requestId,
					oaId: message?.oaId,
					templateId: message?.templateId,
					price: { amount: message?.price, currency: 'VND' },
					zaloMessageId: message?.zaloMessageId ?? null,
					failure: message?.failure ? { code: '-118', class: 'unreachable', fallbackAdvised: true } : null,
					...(index === 1 && { confirmed: true, claimed: {} }),
				});
			}
		}
		print(`${forms.length} forms of a callback, ${messages.length} calls to the trigger: each its right report`);
		await beside.simulator.close();
	}, 300_000);

	it('resumes the run that waits for it by the right output', async () => {
		const beside = await withOwnSimulator(stage);
		// What became of it is told by the test.
		beside.simulator.configure({ esms: { callback: { held: true, parameterOrder: 'random' } } });
		const id = await importWaiting(beside);
		await webhooksReady();
		const tries = formsWith(JOINS.filter((join) => join !== 'dropQuery')).flatMap((form) => (['delivered', 'failed'] as const).map((state) => ({ form, state, phone: nextPhone() })));
		for (const { phone } of tries) {
			await fetch(`${stage.server.url}/webhook/knock-waiting`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ phone }) });
		}
		await until('every run is parked', async () => (await stage.client.countExecutions(id, ['waiting'])) === tries.length, 60_000);

		const sent = new Map(beside.simulator.messages().map((message) => [message.phone, message]));
		const runs = new Map<string, (typeof tries)[number]>();
		for (const one of tries) {
			const [first, join] = one.form;
			const message = sent.get(one.phone) as Message;
			const settled: Message = one.state === 'delivered' ? { ...message, state: 'delivered' } : { ...message, state: 'failed', failure: { code: -118, message: 'x' }, price: 0 };
			beside.simulator.configure({ esms: { callback: { first } } });
			const query = callbackQuery(reportParameters([settled], 5, beside.simulator.settings.esms));
			expect(query.startsWith(`${first}=`)).toBe(true);
			const url = joinCallbackUrl(message.callbackUrl ?? '', query, join);
			expect(await (await fetch(url)).json()).toEqual({ message: 'Delivery noted' });
			runs.set(/webhook-waiting\/(\d+)\//.exec(url)?.[1] ?? '', one);
		}
		await until('every run has ended', async () => (await ended(id)) === tries.length);
		for (const [execution, { state, phone }] of runs) {
			const { data } = await stage.client.getExecution(execution);
			const ran = BRANCHES.filter((name) => data.resultData.runData[name]);
			const item = outputsOf({ data } as never, ran[0] ?? '')[0]?.[0];
			expect([ran, item]).toEqual([
				[state === 'delivered' ? 'Delivered' : 'Not Delivered'],
				expect.objectContaining({
					body: { phone },
					delivery: expect.objectContaining({ messageId: sent.get(phone)?.id, outcome: state, recipient: { phone }, failure: state === 'failed' ? expect.objectContaining({ code: '-118', fallbackAdvised: true }) : null }),
				}),
			]);
		}
		print(`${tries.length} callbacks to runs that wait: each resumed by its output`);
		await beside.simulator.close();
	}, 300_000);
});

async function importWaiting({ client, credentials }: Stage): Promise<string> {
	return (await importWorkflow(client, waitingWorkflow('knock-waiting'), { credentials })).id;
}

it('a status that lags 0, 5 and 40 s behind its callback costs no report, and nobody waits for it', async () => {
	const each = sized(3, 25);
	const after = await latestRun(stage);
	await Promise.all(
		[0, 5_000, 40_000].map(async (lagMs) => {
			const beside = await withOwnSimulator(stage);
			beside.simulator.configure({ esms: { retrieval: { finalLagMs: lagMs, storedLagMs: lagMs }, callback: { delayMs: 100, retry: { times: 1, timeoutMs: 10_000 } } } });
			const { id, url } = await importTrigger(beside, `knock-lag-${lagMs}`);
			await webhooksReady();
			for (let count = 0; count < each; count++) {
				for (const Phone of [nextPhone(), FAILING]) await sendZns(beside.simulator, { Phone, CallbackUrl: url });
				for (const Phone of [nextPhone(), '0905000001']) await sendSms(beside.simulator, { Phone, CallbackUrl: url });
			}
			await beside.simulator.whenIdle();
			const slowest = expectAnswered(beside);
			// What the provider says so late cannot have been waited for.
			if (lagMs >= 40_000) expect(slowest).toBeLessThan(lagMs);
			const messages = beside.simulator.messages();
			await until(`every report is there, ${lagMs} ms late`, async () => (await ended(id)) >= messages.length, 120_000);
			const runs = await readRuns(stage, id, after);
			expectOneRightReport(runs, messages);
			expect(runs.filter(({ report }) => report.confirmed !== true)).toEqual([]);
			print(`status ${lagMs / 1000} s behind: ${messages.length} reports, each answered within ${slowest.toFixed(0)} ms; most calls in a second ${JSON.stringify(expectDocumentedPace(beside))}`);
			await beside.simulator.close();
		}),
	);
}, 240_000);

it('a burst of callbacks is answered, and every one is verified within the pace of eSMS', async () => {
	const count = sized(150, 3_000);
	const beside = await withOwnSimulator(stage);
	beside.simulator.configure({ esms: { callback: { held: true, retry: { times: 1, timeoutMs: 60_000 } } } });
	const { id, url } = await importTrigger(beside, 'knock-burst');
	await webhooksReady();
	const after = await latestRun(stage);
	for (let sent = 0; sent < count; sent += 50) {
		await Promise.all(Array.from({ length: 50 }, async (_, index) => await sendZns(beside.simulator, { Phone: index % 5 === 0 ? FAILING : nextPhone(), CallbackUrl: url })));
	}
	const since = Date.now();
	beside.simulator.releaseReports(sized(1_000, 10_000));
	await beside.simulator.whenIdle();
	const calls = beside.simulator.callbacks();
	const times = calls.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
	print(`${calls.length} callbacks through after ${Date.now() - since} ms; answered: half within ${times[Math.floor(times.length / 2)]} ms, all within ${times.at(-1)} ms`);
	await until('every report has its run', async () => (await ended(id)) >= count, 240_000);
	print(`all runs have ended after ${Date.now() - since} ms; most calls in a second ${JSON.stringify(expectDocumentedPace(beside))}`);
	expectOneRightReport(await readRuns(stage, id, after), beside.simulator.messages());
	expectAnswered(beside);
	await beside.simulator.close();
}, 600_000);

describe('the test URL, while the editor listens', () => {
	it('gets the report although eSMS was answered before', async () => {
		const beside = await withOwnSimulator(stage);
		beside.simulator.configure({ esms: { retrieval: { finalLagMs: 5_000, storedLagMs: 5_000 }, callback: { delayMs: 100, retry: { times: 1, timeoutMs: 10_000 } } } });
		const { id, testUrl } = await importTrigger(beside, 'test-lagging', {}, false);
		const editor = await openEditor(stage);
		await editor.listen(id, 'Trigger');
		const messageId = idOf(await sendZns(beside.simulator, { Phone: FAILING, CallbackUrl: testUrl }));
		await beside.simulator.whenIdle();
		expectAnswered(beside);
		expect(editor.told.map(({ type }) => type)).not.toContain('testWebhookReceived');
		await until('the editor is told that its run has ended', () => editor.told.some(({ type }) => type === 'executionFinished'), 60_000);
		print(`n8n tells the editor: ${editor.told.map(({ type }) => type).join(', ')}`);
		const { executionId } = editor.told.find(({ type }) => type === 'testWebhookReceived')?.data ?? {};
		const execution = await stage.client.getExecution(String(executionId));
		expect([execution.mode, execution.status]).toEqual(['manual', 'success']);
		expect(outputsOf(execution, 'Trigger')).toEqual([[], [expect.objectContaining({ messageId, outcome: 'failed', confirmed: true })], []]);
		expect(JSON.stringify(editor.told.find(({ type }) => type === 'nodeExecuteAfterData')?.data)).toContain(messageId);
		editor.close();
		await beside.simulator.close();
	}, 120_000);

	it('gets what is only claimed by Other, before it stops listening', async () => {
		const { editor, since, status, toldByThen } = unknown;
		expect(status).toBe(200);
		expect(toldByThen).not.toContain('testWebhookReceived');
		await until('the editor is told that its run has ended', () => editor.told.some(({ type }) => type === 'executionFinished'), 120_000);
		print(`n8n told the editor after ${((Date.now() - since) / 1000).toFixed(0)} s at most: ${editor.told.map(({ type }) => type).join(', ')}`);
		const { executionId } = editor.told.find(({ type }) => type === 'testWebhookReceived')?.data ?? {};
		expect(outputsOf(await stage.client.getExecution(String(executionId)), 'Trigger')).toEqual([
			[],
			[],
			[expect.objectContaining({ messageId: 'nobodys', outcome: 'delivered', confirmed: false, unconfirmedBecause: 'eSMS does not know this message', recipient: null, claimed: expect.objectContaining({ recipient: { phone: '0901888484' } }) })],
		]);
		expect(editor.told.map(({ type }) => type)).not.toContain('testWebhookDeleted');
	}, 150_000);
});
