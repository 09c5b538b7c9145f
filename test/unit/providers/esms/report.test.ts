import { toReport, type MessageFacts } from '../../../../nodes/providers/esms/report';

const NOW = new Date('2026-11-22T08:00:00.000Z');
const report = (facts: Partial<MessageFacts> = {}) => toReport({ messageId: 'id1', sendStatus: 5, ...facts }, null, NOW);

describe('IDs', () => {
	it.each([
		['x', 'x'],
		['x'.repeat(200), 'x'.repeat(200)],
		['x'.repeat(201), null],
		['', null],
		[' ', null],
		['a\0', null],
		[undefined, null],
	])('%j is given as %j', (id, expected) => {
		expect(report({ requestId: id, zaloMessageId: id, oaId: id, templateId: id })).toMatchObject({
			requestId: expected, zaloMessageId: expected, oaId: expected, templateId: expected,
		});
	});

	it('the ID of Zalo is taken from what Zalo said only where eSMS gives none', () => {
		expect(report({ zaloMessageId: 'a', info: { zaloMessageId: 'b' } }).zaloMessageId).toBe('a');
		expect(report({ zaloMessageId: '', info: { zaloMessageId: 'b' } }).zaloMessageId).toBe('b');
	});

	it('the event ID is the same whether eSMS called or was asked', () => {
		expect(report({ sendSuccess: 1, sendFailed: 0, templateId: 'x' }).eventId).toBe(report({ sendSuccess: 1 }).eventId);
	});
});

describe('the recipient', () => {
	it.each([
		['84901888484', { phone: '0901888484' }],
		['1'.repeat(15), null],
		['1'.repeat(16), { zaloUserId: '1'.repeat(16) }],
		['1'.repeat(20), { zaloUserId: '1'.repeat(20) }],
		['1'.repeat(21), null],
		[`x${'1'.repeat(17)}`, null],
		[`${'1'.repeat(17)}x`, null],
		[undefined, null],
	])('%s is %j', (phoneNumber, recipient) => {
		expect(report({ phoneNumber }).recipient).toEqual(recipient);
	});

	it('is the phone number before the user ID of Zalo, and that before half of it', () => {
		const info = { zaloUserId: '31215806834323092' };
		expect(report({ phoneNumber: '0901888484', info }).recipient).toEqual({ phone: '0901888484' });
		expect(report({ phoneNumber: '312158068343230', info }).recipient).toEqual(info);
	});
});

describe('the outcome of a finished message (esms.md 12.4)', () => {
	it.each([
		[{ sendSuccess: 1, sendFailed: 0, totalReceiver: 1 }, 'delivered'],
		[{ sendSuccess: 2, sendFailed: 0, totalReceiver: 1 }, 'delivered'],
		[{ sendSuccess: 1, sendFailed: 0, totalReceiver: 2 }, 'unknown'],
		[{ sendSuccess: 1, sendFailed: 1, totalReceiver: 2 }, 'unknown'],
		[{ sendSuccess: 1, sendFailed: 1, totalReceiver: 1 }, 'unknown'],
		[{ sendSuccess: 0, sendFailed: 1, totalReceiver: 2 }, 'unknown'],
		[{ sendSuccess: 0, sendFailed: 2, totalReceiver: 2 }, 'failed'],
		[{ sendSuccess: 0, sendFailed: 0, totalReceiver: 0 }, 'unknown'],
		[{ sendSuccess: 1 }, 'delivered'],
		[{ sendFailed: 1 }, 'failed'],
		[{}, 'unknown'],
	])('%j is %s', (counters, outcome) => {
		expect(report(counters)).toMatchObject({ outcome, final: outcome !== 'unknown' });
	});
});

describe('a message that reached a part of its numbers', () => {
	it('says so where all of them are counted', () => {
		expect(report({ sendSuccess: 160, sendFailed: 9, totalReceiver: 169 })).toMatchObject({
			outcome: 'unknown', final: false, failure: null,
			unknownBecause: "160 of 169 phone numbers got the message, 9 did not. 'Message > Get Delivery Status' with 'Split by Recipient' tells which",
		});
	});

	it.each([
		{ sendSuccess: 160, sendFailed: 8, totalReceiver: 169 },
		{ sendSuccess: 169, sendFailed: 0, totalReceiver: 169 },
		{ sendSuccess: 0, sendFailed: 169, totalReceiver: 169 },
		{ sendSuccess: 1, sendFailed: 1, totalReceiver: 1 },
		{ sendSuccess: 160, sendFailed: 9, totalReceiver: 169, sendStatus: 2 },
	])('but not where %j', (counters) => {
		expect(report(counters)).not.toHaveProperty('unknownBecause');
	});
});

describe('the failure', () => {
	const failed = (facts: Partial<MessageFacts>) => report({ sendFailed: 1, ...facts }).failure;

	it('is that of Zalo, in its words where the code is not known', () => {
		expect(failed({ info: { code: '-118' } })).toMatchObject({ code: '-118', class: 'unreachable' });
		expect(failed({ info: { code: '-9999', message: 'in its words' } })).toMatchObject({ code: '-9999', title: 'Zalo answered code -9999: in its words' });
	});

	it.each([undefined, '0'])('has no code where Zalo says %j', (code) => {
		expect(failed({ info: { code } })).toMatchObject({ code: null, class: 'unknown', title: 'The message was not delivered, no reason was given' });
		expect(report({ sendStatus: 4, info: { code } }).failure).toMatchObject({
			code: null,
			class: 'unknown',
			title: 'eSMS rejected the message',
			recommendedAction: 'Ask eSMS support why the message was rejected.',
		});
	});
});

it.each([
	[0, { amount: 0, currency: 'VND' }],
	[330, { amount: 330, currency: 'VND' }],
	[-1, null],
	[undefined, null],
])('a price of %j is %j', (price, expected) => {
	expect(report({ price }).price).toEqual(expected);
});

it('a phone number that came as a number has its leading 0 again', () => {
	expect(toReport({ messageId: 'm1', phoneNumber: '901888484' }, null, new Date(0)).recipient).toEqual({ phone: '0901888484' });
});
