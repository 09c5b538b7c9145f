import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { WebhookCall } from '../support/triggerCalls.mjs';
import { ARRIVED, CHAT, newWorkflow, ONE_OF_EACH, PRESSED, reportIn, send, sign, starts, STATUS, vietnamese } from './zaloEvents.mjs';

describe('repeats and replays', () => {
	const once = { ignoreRepeated: true };
	/** Which of some events start the workflow. */
	async function startedBy(events: Array<object | string>, more: Partial<WebhookCall> = {}, parameters: INodeParameters = once): Promise<boolean[]> {
		const workflowId = more.workflowId ?? newWorkflow();
		const started = [];
		for (const event of events) {
			const result = await send(event, parameters, { workflowId, ...more });
			expect(result.status).toBe(200);
			started.push(starts(result));
		}
		return started;
	}

	it('the same bytes again start nothing, whatever the kind', async () => {
		for (const body of Object.values(ONE_OF_EACH)) expect(await startedBy([body, body, body], {}, { ...once, zaloEvents: [] })).toEqual([true, false, false]);
	});

	it('also when they come at the same time', async () => {
		const results = await Promise.all(Array.from({ length: 20 }, async () => await send(ARRIVED, once, { workflowId: 'zalo-at-once' })));
		expect(results.filter(starts)).toHaveLength(1);
		expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
	});

	it('a repeat with a count of retries, a later time or other spaces is one, too', async () => {
		const workflowId = 'zalo-retries';
		expect(starts(await send(ARRIVED, once, { workflowId }))).toBe(true);
		const body = JSON.stringify(ARRIVED);
		expect(starts(await send(body, once, { workflowId, headers: { 'x-zevent-signature': sign(body), num_retry: '1' } }))).toBe(false);
		expect(await startedBy([{ ...ARRIVED, timestamp: '1602560999999' }, JSON.stringify(ARRIVED, null, 1)], { workflowId })).toEqual([false, false]);
	});

	it('other messages, a second rating, another button, another state and another template are new', async () => {
		const rating = JSON.parse(vietnamese.body) as { message: object };
		expect(await startedBy([ARRIVED, { ...ARRIVED, message: { ...ARRIVED.message, msg_id: 'm2' } }])).toEqual([true, true]);
		expect(await startedBy([rating, { ...rating, message: { ...rating.message, rate: 1, submit_time: '1616673999999' } }, rating])).toEqual([true, true, false]);
		expect(await startedBy([PRESSED, { ...PRESSED, message: { ...PRESSED.message, data: 'Hủy', submit_time: '1616673999999' } }])).toEqual([true, true]);
		expect(await startedBy([STATUS, { ...STATUS, timestamp: '1616673999999' }, { ...STATUS, template_id: '1' }, STATUS])).toEqual([true, true, true, false]);
	});

	it('are known after a restart by what the workflow keeps', async () => {
		const staticData: IDataObject = {};
		expect(await startedBy([ARRIVED, ARRIVED], { staticData, workflowId: 'zalo before' })).toEqual([true, false]);
		expect(await startedBy([ARRIVED], { staticData, workflowId: 'zalo after' })).toEqual([false]);
		expect(JSON.stringify(staticData)).not.toMatch(/901888484|15a0cc0bbb13bd4ce403/);
	});

	it('a call that was refused makes no repeat of the true one', async () => {
		const workflowId = 'zalo-forged-first';
		expect((await send(ARRIVED, once, { workflowId, key: 'guess' })).status).toBe(401);
		expect(starts(await send(ARRIVED, once, { workflowId }))).toBe(true);
	});

	it('an event that nobody chose makes no repeat of it once it is chosen', async () => {
		const workflowId = 'zalo-chosen-later';
		expect(await startedBy([CHAT], { workflowId })).toEqual([false]);
		expect(await startedBy([CHAT], { workflowId }, { ...once, zaloEvents: ['chat'] })).toEqual([true]);
	});

	it('start the workflow again where nobody wants them ignored, with the same event ID', async () => {
		const workflowId = 'zalo-always';
		const results = [await send(ARRIVED, { ignoreRepeated: false }, { workflowId }), await send(ARRIVED, { ignoreRepeated: false }, { workflowId })];
		expect(results.map(starts)).toEqual([true, true]);
		expect(new Set(results.map((result) => reportIn(result).eventId)).size).toBe(1);
	});

	it('reach the editor at the test URL, where somebody waits for them', async () => {
		expect(await startedBy([ARRIVED, ARRIVED], { mode: 'manual' })).toEqual([true, true]);
	});
});
