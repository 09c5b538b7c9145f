import type { Execution } from '../../sandbox/n8n/types.mjs';
import { sized } from '../support/sizes.mjs';
import { pause, startStage, until, type Stage } from '../support/stage.mjs';

/** Messages whose callbacks are lost, and for how long n8n is down in any case. */
const LOST = sized(50, 250);
const DOWN_MS = sized(0, 60_000);

let stage: Stage;
let workflowId: string;

beforeAll(async () => {
	stage = await startStage();
	workflowId = (await stage.importExample('order-zns-viber-sms.json')).id;
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);
beforeEach(() => {
	stage.simulator.reset();
	stage.simulator.configure({ esms: { callback: { delayMs: 300 } } });
});

/** Hands in an order and waits until its run has ended. */
async function order(orderCode: string, phone: string): Promise<Execution> {
	const before = new Set((await stage.client.listExecutions(workflowId)).map(({ id }) => id));
	await fetch(`${stage.server.url}/webhook/order-cascade`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ orderCode, phone, customerName: 'Trần Văn Bình', product: 'Giày', date: '21/11/2026' }),
	});
	let id: string | undefined;
	await until('the run has ended', async () => {
		id = (await stage.client.listExecutions(workflowId)).find((run) => !before.has(run.id) && ['success', 'error'].includes(run.status))?.id;
		return id !== undefined;
	}, 60_000);
	return await stage.client.getExecution(id ?? '');
}

/** The runs so far; n8n lists one twice while it goes from waiting to its end. */
const runs = async () => new Set((await stage.client.listExecutions(workflowId)).map(({ id }) => id));

const sent = () => stage.simulator.messages().map(({ channel, state }) => `${channel} ${state}`);
const ran = (execution: Execution) => Object.keys(execution.data.resultData.runData);

it('a customer on Zalo gets the ZNS and nothing else', async () => {
	const execution = await order('C001', '0901888484');
	expect(sent()).toEqual(['zns delivered']);
	expect(ran(execution)).toEqual(['Order received', 'Send ZNS', 'Reached by ZNS']);
}, 90_000);

it('a customer without Zalo gets a Viber message', async () => {
	const execution = await order('C002', '0901000118');
	expect(sent()).toEqual(['zns failed', 'viber delivered']);
	expect(ran(execution)).toEqual(['Order received', 'Send ZNS', 'Another channel helps', 'Send Viber', 'Reached by Viber']);
}, 90_000);

it('a customer whom neither reaches gets an SMS', async () => {
	// Zalo and Viber fail for this number; see the simulator's recipients.
	stage.simulator.configure({ esms: { callback: { delayMs: 600_000 } } });
	const before = await runs();
	await fetch(`${stage.server.url}/webhook/order-cascade`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ orderCode: 'C003', phone: '0905000023', customerName: 'An', product: 'Giày', date: '21/11/2026' }),
	});
	const callback = async (channel: string, query: string) => {
		await until(`the run waits for ${channel}`, async () => {
			const [run] = await stage.client.listExecutions(workflowId);
			return run?.status === 'waiting' && stage.simulator.messages().at(-1)?.channel === channel;
		});
		const message = stage.simulator.messages().at(-1);
		return (await fetch(`${message?.callbackUrl}&SMSID=${message?.id}&SendStatus=5&SendSuccess=0&SendFailed=1&${query}`)).status;
	};
	expect(await callback('zns', `TypeId=25&error_info=${encodeURIComponent('{"error":-119,"message":"x"}')}`)).toBe(200);
	expect(await callback('viber', 'TypeId=23')).toBe(200);
	await until('the SMS is out', () => stage.simulator.messages().length === 3);
	expect(stage.simulator.messages().map(({ channel }) => channel)).toEqual(['zns', 'viber', 'sms']);
	expect([...(await runs())].filter((id) => !before.has(id))).toHaveLength(1);
}, 90_000);

it('a broken template or an empty wallet does not become a batch of other messages', async () => {
	const execution = await order('C004', '0901000115');
	expect(sent()).toEqual(['zns failed']);
	expect(ran(execution)).toEqual(['Order received', 'Send ZNS', 'Another channel helps']);
}, 90_000);

it('an order that is handed in twice sends nothing the second time', async () => {
	await order('C005', '0901888485');
	const execution = await order('C005', '0901888485');
	expect(sent()).toEqual(['zns delivered']);
	expect(ran(execution)).toEqual(['Order received', 'Send ZNS', 'It was sent now']);
}, 90_000);

it('reports that were lost while n8n was down are found again', async () => {
	await stage.importExample('find-missed-reports.json');
	stage.simulator.configure({ esms: { callback: { delayMs: 3_000, retry: { times: 1 } } } });
	const answers = await Promise.all(
		Array.from({ length: LOST }, async (_, index) => {
			const response = await fetch(`${stage.simulator.esmsUrl}/MainService.svc/json/SendZaloMessage_V6/`, {
				method: 'POST',
				body: JSON.stringify({
					ApiKey: stage.simulator.settings.esms.apiKey, SecretKey: stage.simulator.settings.esms.secretKey,
					OAID: '4097311281936189049', TempID: '205644', Phone: index % 5 === 0 ? '0901000118' : `09${30_000_000 + index}`,
					TempData: { otp: '123456' }, CallbackUrl: `${stage.server.url}/webhook/nobody`,
				}),
			});
			return (await response.json()) as { SMSID: string };
		}),
	);
	// n8n is down while the callbacks come.
	await stage.server.kill();
	await Promise.all([stage.simulator.whenIdle(), pause(DOWN_MS)]);
	expect(stage.simulator.callbacks().length).toBeGreaterThanOrEqual(LOST);
	expect(stage.simulator.callbacks().filter(({ status }) => status === 200)).toEqual([]);
	await stage.crashAndRestart();

	const response = await fetch(`${stage.server.url}/webhook/missed-reports`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ messageIds: answers.map(({ SMSID }) => SMSID) }),
	});
	const reports = (await response.json()) as Array<{ messageId: string; outcome: string }>;
	expect(new Set(reports.map(({ messageId }) => messageId))).toEqual(new Set(answers.map(({ SMSID }) => SMSID)));
	expect(reports.filter(({ outcome }) => outcome === 'failed')).toHaveLength(LOST / 5);
	expect(reports.filter(({ outcome }) => outcome === 'delivered')).toHaveLength((LOST * 4) / 5);
}, 240_000);

it('the runs of this file left no item behind in waiting', async () => {
	expect(await stage.client.listExecutions(workflowId, 100, ['waiting', 'running'])).toEqual([]);
});
