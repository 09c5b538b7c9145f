import { createHmac } from 'crypto';
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eventFamilies } from '../../nodes/ZnsDeliveryTrigger/caresoft/families';
import { activateTrigger, callTrigger, type WebhookCall, type WebhookResult } from '../support/triggerCalls.mjs';

let workflows = 0;
const esms = async (query: string, parameters: WebhookCall['parameters'] = {}, more: Partial<WebhookCall> = {}) =>
	await callTrigger({ parameters: { source: 'esms', verifyWithEsms: false, ...parameters }, method: 'GET', query, workflowId: `filters-${++workflows}`, ...more });

const SECRET = 'CS123';
const caresoft = async (body: unknown, parameters: WebhookCall['parameters'] = {}, more: Partial<WebhookCall> = {}) => {
	const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
	return await callTrigger({
		parameters: { source: 'caresoft', ...parameters },
		method: 'POST',
		rawBody,
		headers: { 'x-hub-signature': createHmac('sha1', SECRET).update(rawBody).digest('hex').toUpperCase() },
		credentials: { zaloZnsCaresoftApi: { domain: 'd', apiToken: 't', host: 'https://api.caresoft.vn', webhookSecret: SECRET } },
		workflowId: `filters-${++workflows}`,
		...more,
	});
};

const starts = ({ outputs }: WebhookResult) => outputs !== undefined;
const reportIn = ({ outputs }: WebhookResult) => outputs?.flat()[0]?.json as IDataObject;

const ZNS = 'SMSID=z1&SendStatus=5&SendSuccess=1&SendFailed=0&TypeId=25&oaid=111&tempid=222';
const ZNS_FAILED = 'SMSID=z2&SendStatus=5&SendSuccess=0&SendFailed=1&TypeId=25&oaid=112&tempid=223';
const SMS = 'SMSID=s1&SendStatus=5&SendSuccess=1&SendFailed=0&TypeId=2';
const ZALO = 'SMSID=m1&SendStatus=5&SendSuccess=1&SendFailed=0&TypeId=26&oaid=111';
const REJECTED = 'SMSID=s2&SendStatus=4&TypeId=2';
const ALL = { ZNS, ZNS_FAILED, SMS, ZALO, REJECTED };

describe('filters', () => {
	it.each<[string, INodeParameters, Array<keyof typeof ALL>]>([
		['none', {}, ['ZNS', 'ZNS_FAILED', 'SMS', 'ZALO', 'REJECTED']],
		['empty ones', { channels: [], outcomes: [], officialAccountIds: ' , ', templateIds: '' }, ['ZNS', 'ZNS_FAILED', 'SMS', 'ZALO', 'REJECTED']],
		['a channel', { channels: ['zns'] }, ['ZNS', 'ZNS_FAILED']],
		['channels', { channels: ['zalo', 'sms'] }, ['SMS', 'ZALO', 'REJECTED']],
		['outcomes', { outcomes: ['failed', 'rejected'] }, ['ZNS_FAILED', 'REJECTED']],
		['what leaves by Not Delivered', { outcomes: ['notDelivered'] }, ['ZNS_FAILED', 'REJECTED']],
		['one of the two', { outcomes: ['failed'] }, ['ZNS_FAILED']],
		['the other one', { outcomes: ['rejected'] }, ['REJECTED']],
		['all that is final', { outcomes: ['delivered', 'notDelivered'] }, ['ZNS', 'ZNS_FAILED', 'SMS', 'ZALO', 'REJECTED']],
		['an Official Account', { officialAccountIds: '111' }, ['ZNS', 'ZALO']],
		['Official Accounts', { officialAccountIds: '111 ,112' }, ['ZNS', 'ZNS_FAILED', 'ZALO']],
		['templates', { templateIds: '223,9' }, ['ZNS_FAILED']],
		['outcomes as a text', { outcomes: 'failed, rejected' }, ['ZNS_FAILED', 'REJECTED']],
		['an outcome as one text', { outcomes: '={{ "delivered" }}' }, ['ZNS', 'SMS', 'ZALO']],
		['an outcome as one text, in the words of the editor', { outcomes: '={{ "Not delivered" }}' }, ['ZNS_FAILED', 'REJECTED']],
		['outcomes as a text on lines', { outcomes: 'delivered\nrejected' }, ['ZNS', 'SMS', 'ZALO', 'REJECTED']],
		['outcomes as a list in an expression', { outcomes: '={{ ["Not Delivered"] }}' }, ['ZNS_FAILED', 'REJECTED']],
		['outcomes as JSON text', { outcomes: '={{ JSON.stringify(["delivered", "failed"]) }}' }, ['ZNS', 'ZNS_FAILED', 'SMS', 'ZALO']],
		['channels as JSON text', { channels: '=["sms","Zalo Message"]' }, ['SMS', 'ZALO', 'REJECTED']],
		['templates as JSON text', { templateIds: '[223, 9]' }, ['ZNS_FAILED']],
		['a channel as one text', { channels: '=zns' }, ['ZNS', 'ZNS_FAILED']],
		['null in their place', { channels: '={{ null }}', templateIds: '={{ null }}', outcomes: '={{ [] }}' }, ['ZNS', 'ZNS_FAILED', 'SMS', 'ZALO', 'REJECTED']],
		['a template as a number', { templateIds: '={{ 223 }}' }, ['ZNS_FAILED']],
		['templates as a list', { templateIds: '={{ [223, "9"] }}' }, ['ZNS_FAILED']],
		['an ID with a mark that nobody sees', { templateIds: '223\u200b' }, ['ZNS_FAILED']],
		['all at once', { channels: ['zns'], outcomes: ['delivered'], officialAccountIds: '111', templateIds: '222' }, ['ZNS']],
	])('%s', async (_, filters, expected) => {
		const passed = [];
		for (const [name, query] of Object.entries(ALL)) {
			const result = await esms(query, { filters });
			expect(result.status).toBe(200);
			if (starts(result)) passed.push(name);
		}
		expect(passed).toEqual(expected);
	});

	it('are those of eSMS only where they need what CareSoft does not tell', async () => {
		const filters = { officialAccountIds: '111', templateIds: '222', channels: ['zns'] };
		const events: string[] = [];
		expect(starts(await caresoft({ object: 'ticket', ticket: { ticket_source: 'inbox_zalo_zns' } }, { filters, events }))).toBe(true);
		expect(starts(await caresoft({ object: 'ticket', ticket: { ticket_source: 'email' } }, { filters, events }))).toBe(false);
	});
});

describe('settings that cannot be', () => {
	const wrong: Array<[string, INodeParameters, string]> = [
		['an outcome', { filters: { outcomes: ['lost'] } }, 'Outcomes is "lost", which is none of its choices'],
		['an outcome in half a list', { filters: { outcomes: '["delivered"' } }, 'Outcomes is "["delivered"", which is none of its choices'],
		['a channel as a switch', { filters: { channels: '={{ true }}' } }, 'Channels is "true", which is none of its choices'],
		['a template as an object', { filters: { templateIds: '={{ { a: 1 } }}' } }, 'Template IDs is an object, where a text is meant'],
		['a rounded Official Account', { filters: { officialAccountIds: '={{ 4097311281936189049 }}' } }, 'Official Account IDs is "409***000", which was rounded, because it came as a number: give it as text'],
		['a switch', { verifyWithEsms: '=yes' }, 'Verify With eSMS is "yes", where true or false is meant'],
		['what to do where eSMS cannot be asked', { verifyWithEsms: true, ifUnaskable: '=wait' }, 'If eSMS Cannot Be Asked is "wait", which is none of its choices'],
		['Ignore Repeated Callbacks', { ignoreRepeated: '={{ 1 }}' }, 'Ignore Repeated Callbacks is "1", where true or false is meant'],
		['an event of CareSoft', { source: 'caresoft', events: ['ticket.fax'] }, 'CareSoft Events is "ticket.fax", which is none of its choices'],
		['a status path', { source: 'caresoft', statusPath: '={{ ["a"] }}' }, 'Status Path is a list, where a text is meant'],
		['a status path that is none', { source: 'caresoft', statusPath: 'ticket..status' }, 'Status Path is "ticket..status", which is no path: write it like ticket.ticket_comment.status, with a place of a list like ticket.comments[0].status'],
		['a status path to another field of the item', { source: 'caresoft', statusPath: '={{ $json.event.ticketStatus }}' }, 'Status Path is "={{ $json.event.ticketStatus }}", which is no place inside raw: write it like ticket.ticket_comment.status, with a place of a list like ticket.comments[0].status'],
		['a status path to the whole event', { source: 'caresoft', statusPath: 'raw' }, 'Status Path is "raw", which is the whole event: write it like ticket.ticket_comment.status, with a place of a list like ticket.comments[0].status'],
		['a state that is delivered and not', { source: 'caresoft', deliveredValues: 'sent, Delivered', notDeliveredValues: 'failed,delivered' }, '"Delivered" stands in \'Delivered Values\' and in \'Not Delivered Values\''],
		['the source', { source: '=fax' }, 'Source is "fax", which is none of its choices'],
	];

	it.each(wrong)('%s: the trigger is not activated, and a call starts nothing', async (_, parameters, words) => {
		const lines: string[] = [];
		await expect(activateTrigger('znsDeliveryTrigger', {}, { source: 'esms', ...parameters })).rejects.toThrow(words);
		const result = await callTrigger({ parameters: { source: 'esms', ...parameters }, method: 'GET', query: ZNS, onLog: (line) => lines.push(line) });
		expect(result).toEqual({ status: 500, answer: { message: 'The call could not be handled' }, outputs: undefined });
		expect(lines).toEqual([`ZNS Delivery Trigger rejected a call (500): the call could not be handled: ${words}`]);
	});

	it.each<[string, INodeParameters]>([
		['nothing but the defaults', {}],
		['a switch as text', { verifyWithEsms: '=true', ignoreRepeated: '=false', filters: { channels: ['zns'] } }],
		['CareSoft, its events as one text', { source: 'caresoft', events: '=ticket.inbox_zalo_zns, user' }],
	])('%s: the trigger is activated', async (_, parameters) => {
		await expect(activateTrigger('znsDeliveryTrigger', { zaloZnsCaresoftApi: { webhookSecret: SECRET } }, { source: 'esms', ...parameters })).resolves.toBeUndefined();
	});
});

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
		const kept = Object.values(staticData)[0] as { emitted: Record<string, number> };
		const [eventId = ''] = Object.keys(kept.emitted);
		kept.emitted[eventId] = Date.now() - 25 * 3_600_000;
		expect(starts(await esms(SMS, once, { staticData }))).toBe(true);
	});

	it('fill no more than 500 places', async () => {
		const staticData: IDataObject = {};
		const workflowId = 'bounded';
		for (let i = 0; i < 510; i++) await esms(SMS.replace('s1', `s${i}`), once, { staticData, workflowId });
		expect(Object.keys((Object.values(staticData)[0] as IDataObject).emitted as object)).toHaveLength(500);
		expect(starts(await esms(SMS.replace('s1', 's505'), once, { staticData, workflowId: 'bounded-restarted' }))).toBe(false);
		expect(starts(await esms(SMS.replace('s1', 's2'), once, { staticData, workflowId: 'bounded-again' }))).toBe(true);
		expect(starts(await esms(SMS.replace('s1', 's2'), once, { staticData, workflowId }))).toBe(false);
	});

	it('survive anything in the place of what was kept', async () => {
		for (const emitted of [null, 'x', [1], { a: 'b' }] as never[]) {
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

describe('events of CareSoft', () => {
	const ticket = (ticket_source: unknown) => ({ object: 'ticket', action: 'update', ticket: { ticket_source } });

	it('has all names of the documentation', () => {
		expect(eventFamilies.map(({ value }) => String(value)).sort()).toEqual(
			[
				'user', 'organization', 'lead', 'deal', 'smart_dialer', 'call_in',
				...['voice', 'voice_out', 'ivr', 'voicemail', 'voice_campaign', 'email', 'email_out', 'web', 'api', 'sms_out', 'ticket_form', 'ticket_sharing', 'chat',
					'facebook', 'inbox_facebook', 'inbox_facebook_out', 'facebook_rating', 'facebook_lead_ads', 'instagram', 'chat_instagram', 'inbox_zalo',
					'inbox_zalo_out', 'inbox_zalo_zns', 'zalo_lead_form'].map((source) => `ticket.${source}`),
			].sort(),
		);
	});

	it.each<[string, string[], unknown, boolean]>([
		['everything while none is chosen', [], { object: 'nobody knows' }, true],
		['a ticket by its source', ['ticket.inbox_zalo_zns'], ticket('inbox_zalo_zns'), true],
		['a source in the words of the REST API', ['ticket.inbox_zalo_out'], ticket('Inbox Zalo Out'), true],
		['a source with its prefix', ['ticket.email'], ticket(' TICKET.Email '), true],
		['no other source', ['ticket.inbox_zalo'], ticket('inbox_zalo_zns'), false],
		['no ticket without a source', ['ticket.email'], ticket(undefined), false],
		['an object', ['user', 'lead'], { object: 'User', action: 'create', user: {} }, true],
		['an object written with a space', ['smart_dialer'], { object: 'Smart Dialer' }, true],
		['no other object', ['user'], { object: 'organization' }, false],
	])('lets pass %s', async (_, events, body, passes) => {
		const result = await caresoft(body, { events });
		expect([result.status, starts(result)]).toEqual([200, passes]);
	});

	it('every name lets its own event pass, and no other', async () => {
		const names = eventFamilies.map(({ value }) => String(value));
		for (const name of names) {
			const [object, source] = name.split('.');
			const body = source === undefined ? { object } : ticket(source);
			expect(starts(await caresoft(body, { events: [name] }))).toBe(true);
			expect(starts(await caresoft(body, { events: names.filter((other) => other !== name) }))).toBe(false);
		}
	});

	it('are decoded beside the untouched body', async () => {
		const body = {
			object: 'ticket',
			action: 'update',
			ticket: {
				ticket_id: 297005, ticket_no: 12, ticket_status: 'open', ticket_source: 'inbox_zalo_zns', ticket_subject: 'Xác nhận đặt vé', requester_id: 7, assignee_id: 0,
				created_at: 1763712000000, updated_at: '1763715600000',
				addition_fields: [
					{ id: 1, field: 'addition_field1', label: 'Mã đơn', type: 0, value: 'DH001' },
					{ id: 2, label: 'Mã đơn', value: 'DH002' },
					{ id: 3, lable: 'Ghi chú' },
					{ id: 4, field: 'addition_field4', value: '4' },
					{ id: 5, label: '__proto__', value: 'x' },
					'odd', null, {},
				],
			},
		};
		const report = reportIn(await caresoft(body));
		expect(report).toMatchObject({ provider: 'caresoft', requestKey: null, raw: body });
		expect(report).not.toHaveProperty('confirmed');
		expect(report.event).toEqual({
			object: 'ticket', action: 'update', ticketId: '297005', ticketNo: '12', ticketStatus: 'open', ticketSource: 'inbox_zalo_zns', subject: 'Xác nhận đặt vé', requesterId: '7', assigneeId: '0',
			customFields: JSON.parse('{"Mã đơn":"DH001","Mã đơn (2)":"DH002","Ghi chú":null,"addition_field4":"4","__proto__":"x"}') as object,
			createdAt: '2025-11-21T08:00:00.000Z', updatedAt: '2025-11-21T09:00:00.000Z',
		});
	});

	it('take times and fields of a customer from the customer', async () => {
		const user = { id: 1, created_at: 0, updated_at: 1763715600000, addition_fields: '[{"label":"Hạng","value":"Vàng"}]' };
		expect(reportIn(await caresoft({ object: 'user', action: 'create', user }, { events: [] })).event).toMatchObject({
			object: 'user', ticketId: null, subject: null, customFields: { Hạng: 'Vàng' }, createdAt: null, updatedAt: '2025-11-21T09:00:00.000Z',
		});
	});
});

describe('whatever is called', () => {
	const values = fc.oneof(fc.string(), fc.constantFrom('0', '1', '2', '4', '5', '7', '25', '26', '-1', '1e3'), fc.string({ unit: 'binary' }));
	const names = fc.oneof(fc.constantFrom('SMSID', 'SendStatus', 'SendSuccess', 'SendFailed', 'TotalReceiver', 'TypeId', 'RequestId', 'phonenumber', 'error_info', 'oaid', '__proto__'), fc.string());
	const queries = fc.array(fc.tuple(names, values), { maxLength: 12 });
	const parameters = { ignoreRepeated: true, includeIntermediate: true };

	it('a call of eSMS never throws, and what says that it failed is never delivered', async () => {
		await fc.assert(
			fc.asyncProperty(queries, fc.jsonValue(), fc.boolean(), async (pairs, body, isPost) => {
				const query = new URLSearchParams(pairs).toString();
				const result = await esms(query, parameters, { method: isPost ? 'POST' : 'GET', body: body as never });
				if (!starts(result)) expect(result.answer).toEqual({ message: expect.any(String) as string });
				expect([200, 400]).toContain(result.status);
			}),
			{ numRuns: 300 },
		);
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 999 }), fc.nat(999), fc.nat(9), queries, async (failed, success, status, more) => {
				const noise = more.filter(([name, value]) => !/smsid|referenceid|send/i.test(name + value)).map(([name, value]): [string, string] => [name, value]);
				const query = `SMSID=x&SendStatus=${status}&SendFailed=${failed}&SendSuccess=${success}&${new URLSearchParams(noise).toString()}`;
				const result = await esms(query, parameters);
				expect(result.outputs?.[0] ?? []).toEqual([]);
			}),
			{ numRuns: 300 },
		);
	});

	it('an event of CareSoft never throws', async () => {
		const bodies = fc.oneof(
			fc.string(),
			fc.json(),
			fc.record({ object: fc.oneof(fc.constantFrom('ticket', 'user', '__proto__', 'constructor'), fc.jsonValue()), ticket: fc.jsonValue(), user: fc.record({ addition_fields: fc.jsonValue(), created_at: fc.jsonValue() }) }).map((body) => JSON.stringify(body)),
		);
		await fc.assert(
			fc.asyncProperty(bodies, async (body) => {
				expect([200, 400]).toContain((await caresoft(body, { ignoreRepeated: true, events: [] })).status);
			}),
			{ numRuns: 300 },
		);
	});

	it('what nobody foresaw is logged without what it said, and answered 500', async () => {
		const lines: string[] = [];
		const odd = { get webhookSecret(): string { throw new TypeError('0901888484'); } };
		const result = await caresoft({ object: 'ticket' }, {}, { credentials: { zaloZnsCaresoftApi: odd as never }, onLog: (line) => lines.push(line) });
		expect(result).toEqual({ status: 500, answer: { message: 'The call could not be handled' }, outputs: undefined });
		expect(lines).toEqual([expect.stringMatching(/^ZNS Delivery Trigger rejected a call \(500\): the call could not be handled: TypeError/)]);
		expect(lines.join()).not.toContain('0901888484');
	});

	it('a broken callback is logged without what it said', async () => {
		const lines: string[] = [];
		await esms('SMSID=&SendStatus=0901888484', {}, { onLog: (line) => lines.push(line) });
		expect(lines).toEqual(['ZNS Delivery Trigger rejected a call (400): This is not a delivery callback of eSMS']);
	});

	it('a call without a body is answered', async () => {
		expect((await caresoft('')).status).toBe(400);
	});
});
