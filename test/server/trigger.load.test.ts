import type { JsonObject } from '../../sandbox/n8n/types.mjs';
import type { Message } from '../../sandbox/simulator/index.mjs';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import { follower, samplePayload } from '../unit/simulator/zaloMessages.mjs';
import { print } from '../support/print.mjs';
import { sized } from '../support/sizes.mjs';
import { outputsOf, packageNode, startStage, until, type Stage } from '../support/stage.mjs';

/** More than the 500 reports that a trigger writes down, so that the memory of the process counts, too. */
const CALLBACKS = sized(1_000, 10_000);
// Of all callbacks 1 in 10 is a repeat, 1 in 20 broken, 1 in 20 forged, 1 in 50 a lie about a real message.
const AT_ONCE = 50;
/** The trigger knows most of the last 500 reports after a restart, but not which came first of those at the same time. */
const KNOWN_AFTER_RESTART = 500 - AT_ONCE;
const OA = '4097311281936189049';

type Kind = 'genuine' | 'repeat' | 'lie' | 'broken' | 'forged';

interface Call {
	kind: Kind;
	query: string;
	/** The message that it is about. */
	about?: string;
	status?: number;
	said?: string;
	/** Milliseconds until the answer. */
	took?: number;
}

let stage: Stage;
let workflowId: string;
/** Query of the genuine callback of each message. */
const genuine = new Map<string, string>();
/** The messages that runs were started for, in the order of the runs. */
let told: string[];

/** The same order in every run. */
let seed = 20261122;
const random = (below: number) => {
	seed = (seed * 1664525 + 1013904223) % 4294967296;
	return Math.floor((seed / 4294967296) * below);
};

/** Does something with all entries, so many at a time. */
async function inParallel<T>(entries: T[], work: (entry: T, index: number) => Promise<void>): Promise<void> {
	let next = 0;
	const worker = async () => {
		for (let index = next++; index < entries.length; index = next++) await work(entries[index] as T, index);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Every second hundred of recipients is one that fails. */
const sends: Array<{ path: string; body: (index: number, fails: boolean) => object }> = [
	{
		path: 'SendZaloMessage_V6/',
		body: (index, fails) => ({ OAID: OA, Phone: fails ? '0901000118' : phone(index), TempID: '205644', TempData: { otp: '686868' } }),
	},
	{
		path: 'SendMultipleMessage_V4_post_json/',
		body: (index, fails) => ({
			Content: 'MYSHOP: don hang HD1 da duoc xac nhan. Cam on quy khach!', Brandname: 'MYSHOP', SmsType: '2', IsUnicode: '0', Phone: fails ? '0905000001' : phone(index),
		}),
	},
	{
		path: 'Send_Multiple_Sms_OTT/',
		body: (index, fails) => ({ Brandname: 'BAT DONG SAN GIA TOT', Content: 'Xin chào', SmsType: '23', Phones: [fails ? '0905000023' : phone(index)] }),
	},
	{
		path: 'SendZaloFollowerMessage_V5_post_json/',
		body: (_index, fails) => ({ OAID: OA, Payload: follower(samplePayload(), fails ? '70000000000000213' : '31215806834323092') }),
	},
];

const phone = (index: number) => `0981${String(index).padStart(6, '0')}`;

/** Really sends messages of all kinds; the simulator settles them and makes no call of its own, because the URL is not https. */
async function sendMessages(count: number): Promise<Message[]> {
	const { apiKey: ApiKey, secretKey: SecretKey } = stage.simulator.settings.esms;
	stage.simulator.configure({ esms: { callback: { httpsOnly: true, delayMs: 1 } } });
	await inParallel(Array.from({ length: count }), async (_, index) => {
		// ZNS and SMS are half of the traffic each; every twentieth of both is Viber or a transaction message.
		const send = sends[index % 20 === 18 ? 2 : index % 20 === 19 ? 3 : index % 2];
		const RequestId = `zns.ORDER-${index}.${String(index).padStart(16, '0')}`;
		const body = { ApiKey, SecretKey, RequestId, CallbackUrl: 'http://127.0.0.1/never-called', ...send?.body(index, index % 5 === 0) };
		const answer = await fetch(`${stage.simulator.esmsUrl}/MainService.svc/json/${send?.path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		expect(await answer.json()).toMatchObject({ CodeResult: '100' });
	});
	await stage.simulator.whenIdle();
	const messages = stage.simulator.messages();
	expect(messages).toHaveLength(count);
	return messages;
}

/** The callback of a message as eSMS makes it (esms.md 12.2). */
function callbackOf(message: Message, delivered = message.state === 'delivered'): string {
	const { id, requestId = '', typeId, oaId, templateId = '', zaloUserId } = message;
	const zalo: Record<string, string> = oaId === undefined ? {} : { partnerids: message.zaloMessageId ?? '', error_info: '', oaid: oaId, tempid: templateId };
	return new URLSearchParams({
		SMSID: id, SendFailed: delivered ? '0' : '1', SendStatus: '5', SendSuccess: delivered ? '1' : '0', TotalPrice: message.price.toFixed(4),
		TotalReceiver: '1', TotalSent: '1', RequestId: requestId, TypeId: String(typeId), phonenumber: zaloUserId?.slice(0, 15) ?? message.phone, ...zalo,
	}).toString();
}

const BROKEN = ['', 'SendStatus=5&SendSuccess=1', 'SMSID=&SendStatus=5', 'SMSID=a%0Ab&SendStatus=5', 'SMSID=%20&SendStatus=5&SendFailed=-1', '%E0%A4%A&SMSID', 'SMSID[a]=1&SendStatus=5'];
const FORGED = ['2', '23', '25', '24', '26', '27', '8', '', '99'];

function mixedCalls(messages: Message[]): Call[] {
	const about = (kind: Kind) => {
		const message = messages[random(messages.length)] as Message;
		return { kind, about: message.id, query: callbackOf(message, kind === 'lie' ? message.state !== 'delivered' : undefined) };
	};
	const many = (share: number, make: (index: number) => Call) => Array.from({ length: CALLBACKS / share }, (_, index) => make(index));
	const calls = [
		...messages.map((message): Call => ({ kind: 'genuine', about: message.id, query: callbackOf(message) })),
		...many(10, () => about('repeat')),
		...many(50, () => about('lie')),
		...many(20, (index) => ({ kind: 'broken', query: BROKEN[index % BROKEN.length] as string })),
		...many(20, (index) => ({
			kind: 'forged',
			query: `SMSID=${'f'.repeat(32)}${index}&SendFailed=0&SendStatus=5&SendSuccess=1&TypeId=${FORGED[index % FORGED.length]}&phonenumber=0901888484&oaid=${OA}`,
		})),
	];
	for (let at = calls.length - 1; at > 0; at--) {
		const other = random(at + 1);
		[calls[at], calls[other]] = [calls[other] as Call, calls[at] as Call];
	}
	return calls;
}

async function makeCalls(calls: Call[]): Promise<void> {
	await inParallel(calls, async (call) => {
		const since = performance.now();
		const answer = await fetch(`${stage.server.url}/webhook/trigger-load/zns-delivery?${call.query}`);
		call.status = answer.status;
		call.said = ((await answer.json()) as { message: string }).message;
		call.took = performance.now() - since;
	});
}

const isRepeat = ({ said }: Call) => said === 'Repeated callback';

async function countExecutions(status?: string): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, ...(status && { status: [status] }) }));
	return (await stage.client.session.send<{ count: number }>('GET', `/executions?filter=${filter}&limit=1`)).count;
}

/** @returns what every run of the trigger was started for, the oldest first */
async function readRuns(): Promise<Array<{ output: number; report: JsonObject }>> {
	const newest = Number((await stage.client.listExecutions(workflowId, 1))[0]?.id);
	const runs: Array<{ output: number; report: JsonObject }> = [];
	await inParallel(Array.from({ length: await countExecutions() }), async (_, index) => {
		const outputs = outputsOf(await stage.client.getExecution(String(newest - index)), 'Trigger');
		const output = outputs.findIndex((items) => items.length > 0);
		runs[index] = { output, report: outputs[output]?.[0] ?? {} };
	});
	return runs.reverse();
}

function tally(calls: Call[]): Record<string, Record<string, number>> {
	const table: Record<string, Record<string, number>> = {};
	for (const { kind, status, said } of calls) {
		const row = (table[kind] ??= {});
		const what = `${status} ${said?.split(':')[0]}`;
		row[what] = (row[what] ?? 0) + 1;
	}
	return table;
}

beforeAll(async () => {
	stage = await startStage();
	const node = packageNode(
		'Trigger',
		'znsDeliveryTrigger',
		{ source: 'esms' },
		{ webhookId: 'trigger-load' },
	);
	const workflow = { name: 'load', nodes: [node], connections: {}, settings: { executionOrder: 'v1', saveExecutionProgress: false } };
	workflowId = (await importWorkflow(stage.client, workflow, { credentials: stage.credentials })).id;
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

it(`makes one report of each message from ${CALLBACKS} mixed callbacks, ${AT_ONCE} at a time`, async () => {
	const messages = await sendMessages(CALLBACKS * 0.78);
	for (const message of messages) genuine.set(message.id, callbackOf(message));
	const calls = mixedCalls(messages);
	expect(calls).toHaveLength(CALLBACKS);
	const since = Date.now();
	await makeCalls(calls);
	const seconds = (Date.now() - since) / 1000;
	await until('every message has its run', async () => (await countExecutions('success')) >= messages.length, 120_000);
	const slowest = Math.max(...calls.map(({ took = 0 }) => took));
	print(`${CALLBACKS} callbacks in ${seconds.toFixed(0)} s, ${(CALLBACKS / seconds).toFixed(0)} a second, each answered within ${slowest.toFixed(0)} ms: ${JSON.stringify(tally(calls), null, 2)}`);

	expect(calls.filter(({ kind, status }) => kind === 'broken' && status !== 400)).toEqual([]);
	// They are asked about for a quarter of an hour; the caller need not wait for that.
	expect(calls.filter(({ kind, said }) => kind === 'forged' && said !== 'Noted, and being checked')).toEqual([]);
	expect(calls.filter(({ kind, status }) => kind !== 'broken' && status !== 200)).toEqual([]);
	expect(await countExecutions()).toBe(messages.length);
	expect(await countExecutions('error')).toBe(0);

	const runs = await readRuns();
	told = runs.map(({ report }) => String(report.messageId));
	// In one process, and within the 10,000 reports that it remembers, no repeat slips through.
	expect(told.toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
	const known = new Map(messages.map((message) => [message.id, message]));
	for (const { output, report } of runs) {
		const message = known.get(String(report.messageId));
		// What eSMS says, also where the callback lied.
		expect([output, report.outcome]).toEqual(message?.state === 'delivered' ? [0, 'delivered'] : [1, 'failed']);
		expect(report).toMatchObject({ confirmed: true, channel: message?.channel });
		// Of an SMS nobody but its callback tells the request ID.
		const { requestId, requestKey } = { ...(report.claimed as JsonObject), ...(report.requestId !== null && report) };
		expect([report.messageId, requestId, requestKey]).toEqual([message?.id, message?.requestId, message?.requestId?.split('.')[1]]);
	}
}, 900_000);

it('still knows the last reports after a crash', async () => {
	const before = await countExecutions();
	const latest = told.slice(-KNOWN_AFTER_RESTART).map((about): Call => ({ kind: 'repeat', query: genuine.get(about) ?? '', about }));
	await stage.crashAndRestart();
	await makeCalls(latest);
	const slipped = latest.filter((call) => !isRepeat(call)).length;
	print(`After a crash ${slipped} of ${latest.length} repeats slipped through`);
	// n8n writes the list down with the calls that start nothing, one in five here; those at the same time do so in any order.
	expect(slipped).toBeLessThanOrEqual(2 * AT_ONCE);
	await until('every run has ended', async () => (await countExecutions('success')) === before + slipped);
	expect(await countExecutions('error')).toBe(0);
}, 180_000);
