import fc from 'fast-check';
import type { DeliveryReport } from '../../../../nodes/domain/deliveryReport';
import { stepsOf } from '../../../../nodes/domain/path';
import type { StatusReading } from '../../../../nodes/providers/caresoft/deliveryState';
import { readWebhook } from '../../../../nodes/providers/caresoft/webhook';
import vectors from '../../../fixtures/caresoft/signatures.json';

const RECEIVED = new Date('2026-11-21T08:00:00.000Z');
const NOT_READ: StatusReading = { path: [], delivered: [], notDelivered: [], ofAnyEvent: true };
const READING: StatusReading = { path: ['ticket', 'ticket_comment', 'status'], delivered: ['delivered', '1'], notDelivered: ['failed', '-1'], ofAnyEvent: true };
const at = (path: string): StatusReading => ({ ...READING, path: stepsOf(path) ?? [] });

const bytes = (body: unknown) => Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');

function reportOf(body: unknown, reading = NOT_READ): DeliveryReport {
	const report = readWebhook(bytes(body), reading, RECEIVED);
	if (!report.ok) throw new Error(report.fault);
	return report.value;
}

const withStatus = (status: unknown) => ({
	object: 'ticket',
	action: 'update',
	ticket: { ticket_id: 297005, ticket_source: 'inbox_zalo_zns', ticket_comment: { status } },
});

describe('readWebhook (caresoft.md 10.4)', () => {
	it('reads an event behind the mark of the byte order, which the signature covers', () => {
		expect(reportOf(`\uFEFF${JSON.stringify(withStatus('delivered'))}`, READING)).toMatchObject({ ticketId: '297005', outcome: 'delivered' });
	});

	it('reads the event of the reference, and says nothing that CareSoft does not', () => {
		expect(reportOf(vectors.vietnamese.body)).toEqual({
			eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
			provider: 'caresoft',
			channel: 'zns',
			messageId: null,
			ticketId: '297005',
			requestId: null,
			recipient: null,
			outcome: 'unknown',
			unknownBecause: "'Status Path' is empty, so no state was looked for",
			final: false,
			failure: null,
			zaloMessageId: null,
			oaId: null,
			templateId: null,
			price: null,
			deliveredAt: null,
			receivedAt: '2026-11-21T08:00:00.000Z',
			raw: JSON.parse(vectors.vietnamese.body) as unknown,
		});
	});

	it.each(['inbox_zalo_zns', 'Inbox Zalo ZNS', 'ticket.inbox_zalo_zns', 'INBOX_ZALO_ZNS'])('knows a ZNS by the source "%s"', (ticket_source) => {
		expect(reportOf({ object: 'ticket', ticket: { ticket_source } }).channel).toBe('zns');
	});

	it.each(['inbox_zalo', 'Inbox Zalo Out', 'sms_out', '', null])('does not take the source "%s" for a ZNS', (ticket_source) => {
		expect(reportOf({ object: 'ticket', ticket: { ticket_source } }).channel).toBe('unknown');
	});

	it('takes the ticket ID as a number or as text, however long', () => {
		expect(reportOf({ object: 'ticket', ticket: { ticket_id: '297005' } }).ticketId).toBe('297005');
		expect(reportOf('{"object":"ticket","ticket":{"ticket_id":1234567890123456789}}').ticketId).toBe('1234567890123456789');
		expect(reportOf({ object: 'user', action: 'create', user: { id: 0 } }).ticketId).toBeUndefined();
	});

	it('takes the recipient from the requester where the event has one', () => {
		const of = (requester: unknown) => reportOf({ object: 'ticket', ticket: { requester } }).recipient;
		expect(of({ phone_no: '84983912148' })).toEqual({ phone: '0983912148' });
		expect(of({ phone_no: '02871002454' })).toBeNull();
		expect(of({ phone_no: 983912148 })).toBeNull();
		expect(of({ phone_no: 84983912148 })).toBeNull();
		expect(of('somebody')).toBeNull();
	});

	it('passes on what is not documented, in the same words', () => {
		const body = { object: 'lead', action: 'x', lead: { a: [1, { b: null }] }, more: 'ạ' };
		expect(reportOf(body).raw).toEqual(body);
	});

	it.each([
		['an empty body', ''],
		['half a JSON', '{"object":"ticket"'],
		['HTML', '<html></html>'],
		['a list', '[]'],
		['null', 'null'],
		['a text', '"ticket"'],
		['an object without "object"', '{"ticket_id":1}'],
		['an "object" that is no text', '{"object":1}'],
	])('refuses %s', (_what, body) => {
		expect(readWebhook(bytes(body), NOT_READ, RECEIVED)).toEqual({ ok: false, fault: expect.stringContaining('not an event of CareSoft') as string });
	});
});

describe('the event ID', () => {
	it('is that of the bytes: the same for a repeat, another for any other body', () => {
		const first = reportOf('{"object":"ticket"}').eventId;
		expect(reportOf('{"object":"ticket"}', READING).eventId).toBe(first);
		expect(reportOf('{"object": "ticket"}').eventId).not.toBe(first);
	});

	it('is stable over releases: what was seen before an update is a repeat after it', () => {
		expect(reportOf('{"object":"ticket"}').eventId).toBe('63af2d35ce867828c603a14b4a77e490');
	});
});

describe('the state stands where the user says', () => {
	it.each([
		['delivered', 'delivered'],
		['DELIVERED', 'delivered'],
		[' Delivered ', 'delivered'],
		[1, 'delivered'],
		['1', 'delivered'],
		['failed', 'failed'],
		[-1, 'failed'],
		['sent', 'unknown'],
		['', 'unknown'],
		[0, 'unknown'],
		[11, 'unknown'],
		[true, 'unknown'],
		[null, 'unknown'],
		[{ a: 1 }, 'unknown'],
		[['delivered'], 'unknown'],
	])('%j is %s', (status, outcome) => {
		const report = reportOf(withStatus(status), READING);
		expect(report.outcome).toBe(outcome);
		expect(report.final).toBe(outcome !== 'unknown');
	});

	it('a state that is neither is not final: another event may follow', () => {
		expect(reportOf(withStatus('sent'), READING)).toMatchObject({ outcome: 'unknown', final: false, failure: null });
	});

	it('a failure names the state, and does not say whether a fallback helps: why it failed is not known', () => {
		expect(reportOf(withStatus('failed'), READING).failure).toMatchObject({
			code: null,
			class: 'unknown',
			title: 'CareSoft reports the state "failed"',
			fallbackAdvised: null,
		});
	});

	it('spaces in what the user wrote make no difference', () => {
		expect(reportOf(withStatus('sent'), { ...READING, delivered: [' sent '] }).outcome).toBe('delivered');
		expect(reportOf(withStatus('sent'), { ...READING, notDelivered: [' SENT '] }).outcome).toBe('failed');
	});

	it('is not read where there is no path', () => {
		expect(reportOf({ object: 'ticket', '': 'delivered', ' ': 'delivered' }, { ...READING, path: [] }).outcome).toBe('unknown');
	});

	it('leads nowhere beyond null', () => {
		expect(reportOf({ object: 'ticket', ticket: null }, at('ticket.status')).outcome).toBe('unknown');
	});

	it('true and false can be states', () => {
		expect(reportOf(withStatus(true), { ...READING, delivered: ['true'] }).outcome).toBe('delivered');
	});

	it('lists have places by number', () => {
		const body = { object: 'ticket', ticket: { comments: [{ state: 'a' }, { state: 'delivered' }] } };
		expect(reportOf(body, at('ticket.comments.1.state')).outcome).toBe('delivered');
	});

	it.each([
		'ticket.none', 'none', 'ticket.ticket_comment.status.length', 'ticket.ticket_comment', 'ticket.tags.length', 'ticket.tags.2', 'ticket.tags', 'ticket.tags[0][0]',
		'__proto__', 'constructor.name', 'ticket.constructor.name', 'ticket.__proto__.x', 'ticket.ticket_comment.toString.name', 'ticket.hasOwnProperty',
	])('the path "%s" leads nowhere, and the report says so', (path) => {
		const body = withStatus('delivered');
		const everything: StatusReading = { ...at(path), delivered: ['Object', '9', '2', 'a', 'toString', ''], notDelivered: ['delivered'] };
		const { outcome, unknownBecause } = reportOf({ ...body, ticket: { ...body.ticket, tags: ['a', 'b'] } }, everything);
		expect(outcome).toBe('unknown');
		expect(unknownBecause).toMatch(/^(Nothing stands at .+ in this event: .+ has no .+|At .+ in this event stands an? (list|object), where a state is meant)$/);
	});

	it('a body with a __proto__ of its own changes no object', () => {
		const body = '{"object":"ticket","__proto__":{"polluted":"delivered"},"ticket":{"__proto__":{"status":"delivered"}}}';
		expect(reportOf(body, at('polluted')).outcome).toBe('unknown');
		expect(reportOf(body, at('ticket.status')).outcome).toBe('unknown');
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe('readWebhook, whatever it is given', () => {
	it('never throws, and keeps the body', () => {
		const paths = fc.array(fc.constantFrom('ticket', 'ticket_comment', 'status', '0', '__proto__', 'constructor', ''), { maxLength: 5 });
		const body = fc.oneof(
			fc.uint8Array().map((array) => Buffer.from(array)),
			fc.json().map(bytes),
			fc.record({ object: fc.oneof(fc.string(), fc.jsonValue()), ticket: fc.jsonValue(), __proto__: fc.jsonValue() }).map(bytes),
			fc.jsonValue().map((status) => bytes(withStatus(status))),
		);
		fc.assert(
			fc.property(body, paths, fc.array(fc.string()), (rawBody, path, values) => {
				const report = readWebhook(rawBody, { path, delivered: values, notDelivered: ['failed'], ofAnyEvent: true }, RECEIVED);
				if (!report.ok) return expect(report.fault).not.toBe('');
				expect(report.value.unknownBecause !== undefined).toBe(report.value.outcome === 'unknown');
				expect(report.value.failure !== null).toBe(report.value.outcome === 'failed');
				expect(report.value.eventId).toMatch(/^[0-9a-f]{32}$/);
			}),
			{ numRuns: 500 },
		);
	});
});

it.each([[[]], ['x'], [5]])('a ticket that is %j is none, and does not cost the event', (ticket) => {
	const report = readWebhook(Buffer.from(JSON.stringify({ object: 'user', ticket })), NOT_READ, new Date(0));
	expect(report).toMatchObject({ ok: true, value: { outcome: 'unknown', raw: { object: 'user', ticket } } });
});

it.each([[''], ['a\0'], [{}], [[]]])('a ticket ID that is %j is none, and does not cost the event', (ticket_id) => {
	const report = readWebhook(Buffer.from(JSON.stringify({ object: 'ticket', ticket: { ticket_id } })), NOT_READ, new Date(0));
	expect(report).toMatchObject({ ok: true, value: { ticketId: undefined } });
});

describe('why the outcome is unknown', () => {
	const because = (body: unknown, reading: StatusReading) => reportOf(body, reading).unknownBecause;
	const event = (ticket: unknown) => ({ object: 'ticket', ticket });

	it.each<[string, unknown, StatusReading, string]>([
		['a name that is not there', withStatus('sent'), at('ticket.ticket_comment.state'), 'Nothing stands at ticket.ticket_comment.state in this event: ticket.ticket_comment has no state'],
		['a name that is not there, early', withStatus('sent'), at('tickets.status'), 'Nothing stands at tickets.status in this event: the event has no tickets'],
		['a place that is not there', event({ comments: [{}] }), at('ticket.comments.3.state'), 'Nothing stands at ticket.comments[3].state in this event: ticket.comments has no place 3'],
		['null on the way', event(null), at('ticket.status'), 'Nothing stands at ticket.status in this event: ticket has no status'],
		['null', withStatus(null), READING, 'At ticket.ticket_comment.status in this event stands null, where a state is meant'],
		['a list', withStatus(['delivered']), READING, 'At ticket.ticket_comment.status in this event stands a list, where a state is meant'],
		['an object', withStatus({}), READING, 'At ticket.ticket_comment.status in this event stands an object, where a state is meant'],
		['a state of neither list', withStatus('sent'), READING, 'The state "sent" is neither one of the delivered nor one of the not delivered values'],
		['a state that is a phone number', withStatus('0901888484'), READING, 'The state "090***484" is neither one of the delivered nor one of the not delivered values'],
		['no path', withStatus('delivered'), NOT_READ, "'Status Path' is empty, so no state was looked for"],
	])('%s', (_what, body, reading, words) => expect(because(body, reading)).toBe(words));

	it.each(['delivered', 'failed'])('nothing is said of the state "%s"', (status) => expect(reportOf(withStatus(status), READING)).not.toHaveProperty('unknownBecause'));
});

describe('where only a ZNS may tell a state', () => {
	const ofZns: StatusReading = { ...READING, ofAnyEvent: false };
	const of = (object: string, ticket_source?: unknown) => reportOf({ object, ticket: { ticket_source, ticket_comment: { status: 'delivered' } } }, ofZns);

	it.each([
		['ticket', 'inbox_zalo_zns'],
		['ticket', ' Inbox Zalo ZNS '],
		['Ticket', 'TICKET.inbox_zalo_zns'],
		['ticket.inbox_zalo_zns', undefined],
	])('%s of %j does', (object, source) => expect(of(object, source)).toMatchObject({ channel: 'zns', outcome: 'delivered' }));

	it.each([
		['ticket', 'chat'],
		['ticket', 'inbox_zalo'],
		['ticket', undefined],
		['ticket', 7],
		['user', 'inbox_zalo_zns'],
	])('%s of %j does not, and the report says so', (object, source) => {
		expect(of(object, source)).toMatchObject({ channel: 'unknown', outcome: 'unknown', failure: null, unknownBecause: expect.stringContaining('not the event of a ZNS') as string });
	});
});
