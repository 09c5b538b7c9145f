import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { activateTrigger, callTrigger } from '../support/triggerCalls.mjs';
import { caresoft, esms, SECRET, SMS, starts, ZNS } from './triggerSources.mjs';

const ZNS_FAILED = 'SMSID=z2&SendStatus=5&SendSuccess=0&SendFailed=1&TypeId=25&oaid=112&tempid=223';
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
