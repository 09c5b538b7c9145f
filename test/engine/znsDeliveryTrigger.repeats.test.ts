import type { IDataObject } from 'n8n-workflow';
import type { WebhookCall } from '../support/triggerCalls.mjs';
import { caresoft, esms, SMS, starts, ZNS } from './triggerSources.mjs';

describe('repeated callbacks', () => {
	const once = { ignoreRepeated: true };

	it('start the workflow again unless they are to be ignored', async () => {
		const workflowId = 'repeats-wanted';
		const always = { ignoreRepeated: false };
		expect(starts(await esms(SMS, always, { workflowId }))).toBe(true);
		expect(starts(await esms(SMS, always, { workflowId }))).toBe(true);
	});

	it('start it once, by eSMS and by CareSoft, also when they come at the same time', async () => {
		const workflowId = 'repeats-ignored';
		const results = await Promise.all(Array.from({ length: 20 }, async () => await esms(SMS, once, { workflowId })));
		expect(results.filter(starts)).toHaveLength(1);
		expect(results.every(({ status }) => status === 200)).toBe(true);
		expect(starts(await esms(ZNS, once, { workflowId }))).toBe(true);
		const event = { object: 'ticket', ticket: { ticket_id: 1, ticket_source: 'inbox_zalo_zns' } };
		expect([starts(await caresoft(event, once, { workflowId })), starts(await caresoft(event, once, { workflowId }))]).toEqual([true, false]);
		expect(starts(await esms(SMS, once, { workflowId: 'another' }))).toBe(true);
	});

	it('are told from a new state of the same message', async () => {
		const parameters = { ...once, includeIntermediate: true };
		const workflowId = 'states';
		for (const query of [SMS.replace('SendStatus=5', 'SendStatus=2'), SMS]) expect(starts(await esms(query, parameters, { workflowId }))).toBe(true);
	});

	it('are known after a restart by what the workflow keeps, for a day', async () => {
		const staticData: IDataObject = {};
		await esms(SMS, once, { staticData });
		expect(starts(await esms(SMS, once, { staticData }))).toBe(false);
		const kept = Object.values(staticData)[0] as { emitted: string };
		kept.emitted = kept.emitted.replace(/\d+$/, String(Date.now() - 25 * 3_600_000));
		expect(starts(await esms(SMS, once, { staticData }))).toBe(true);
	});

	it('fill no more than 500 places', async () => {
		const staticData: IDataObject = {};
		const workflowId = 'bounded';
		for (let i = 0; i < 510; i++) await esms(SMS.replace('s1', `s${i}`), once, { staticData, workflowId });
		expect(String((Object.values(staticData)[0] as IDataObject).emitted).split(',')).toHaveLength(500);
		expect(starts(await esms(SMS.replace('s1', 's505'), once, { staticData, workflowId: 'bounded-restarted' }))).toBe(false);
		expect(starts(await esms(SMS.replace('s1', 's2'), once, { staticData, workflowId: 'bounded-again' }))).toBe(true);
		expect(starts(await esms(SMS.replace('s1', 's2'), once, { staticData, workflowId }))).toBe(false);
	});

	it('survive anything in the place of what was kept', async () => {
		for (const emitted of [null, 'x', ',', 'x:y', [1], { a: 'b' }] as never[]) {
			expect(starts(await esms(SMS, once, { staticData: { 'node:ZNS Delivery Trigger': { emitted } } }))).toBe(true);
		}
	});

	it('reach the editor at the test URL, where somebody waits for them', async () => {
		const more: Partial<WebhookCall> = { workflowId: 'manual', mode: 'manual' };
		expect([starts(await esms(SMS, once, more)), starts(await esms(SMS, once, more))]).toEqual([true, true]);
	});

	it('are not those that a filter left out', async () => {
		const workflowId = 'filtered-first';
		expect(starts(await esms(SMS, { ...once, filters: { channels: ['zns'] } }, { workflowId }))).toBe(false);
		expect(starts(await esms(SMS, once, { workflowId }))).toBe(true);
	});
});
