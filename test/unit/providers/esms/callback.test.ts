import fc from 'fast-check';
import type { DeliveryReport } from '../../../../nodes/domain/deliveryReport';
import { readCallback } from '../../../../nodes/providers/esms/callback';
import callbacks from '../../../fixtures/esms/callbacks.json';
import { expressQuery } from '../expressQuery';

const RECEIVED = new Date('2026-11-21T08:00:00.000Z');
const HOOK = 'https://n8n.example.com/webhook/b1946ac9/zns-delivery';

function reportOf(query: Record<string, unknown>): DeliveryReport {
	const report = readCallback(query, RECEIVED);
	if (!report.ok) throw new Error(report.fault);
	return report.value;
}

function faultOf(query: Record<string, unknown>): string {
	const report = readCallback(query, RECEIVED);
	if (report.ok) throw new Error('The callback passed');
	return report.fault;
}

const vnd = (amount: number) => ({ amount, currency: 'VND' });

/** What all reports of the samples share; each names what differs. */
const shared = {
	eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
	provider: 'esms',
	requestId: null,
	final: true,
	failure: null,
	zaloMessageId: null,
	oaId: null,
	templateId: null,
	deliveredAt: null,
	receivedAt: '2026-11-21T08:00:00.000Z',
};

const expected: Record<keyof typeof callbacks, Omit<Record<keyof DeliveryReport, unknown>, 'raw' | 'ticketId'>> = {
	sms: {
		...shared,
		channel: 'sms',
		messageId: 'dc712784-9c5f-4c69-b9a8-ea69d56adc9a87',
		recipient: { phone: '0901888484' },
		outcome: 'failed',
		failure: expect.objectContaining({ code: null, class: 'unknown', fallbackAdvised: false }),
		price: vnd(0),
	},
	// Finished, but neither counter has moved: the outcome cannot be told (esms.md 12.4).
	advertisingSms: {
		...shared,
		channel: 'sms',
		messageId: '82b0bb8aed914a0aab8deba567c9b8c2',
		recipient: null,
		outcome: 'unknown',
		final: false,
		price: vnd(696987),
	},
	znsFailed: {
		...shared,
		channel: 'zns',
		messageId: 'f66545d2-c7e2-4603-984e-d2238c363c8292',
		recipient: { phone: '0901888484' },
		outcome: 'failed',
		failure: expect.objectContaining({ code: '-114', class: 'unreachable', fallbackAdvised: true }),
		oaId: '1397492183140006179',
		templateId: '2056446',
		price: vnd(0),
	},
	viber: {
		...shared,
		channel: 'viber',
		messageId: '849fe08c19294b02857cf91687021a50250',
		recipient: { phone: '0901888484' },
		outcome: 'delivered',
		price: vnd(470),
	},
	// The phone number holds 15 characters of the user ID; the whole ID is in error_info (esms.md 12.3).
	zaloConsultation: {
		...shared,
		channel: 'zalo',
		messageId: '7d11c87a22934df390f73ec59d8defd6205',
		recipient: { zaloUserId: '31215806834323092' },
		outcome: 'delivered',
		zaloMessageId: 'e1a60e8890be9de4c4ab',
		oaId: '4097311281936189049',
		price: vnd(60),
		deliveredAt: '2024-04-24T09:58:01.000Z',
	},
	zaloTransaction: {
		...shared,
		channel: 'zalo',
		messageId: '53dbbc6e816f4159a9035a14a787e08f172',
		recipient: { zaloUserId: '31215806834323092' },
		outcome: 'delivered',
		zaloMessageId: 'f405841b5f2352790b36',
		oaId: '4097311281936189049',
		price: vnd(60),
		deliveredAt: '2024-04-24T10:07:01.000Z',
	},
	zaloUserInfoForm: {
		...shared,
		channel: 'zalo',
		messageId: '53dbbc6e816f4159a9035a14a787e08f172',
		recipient: { zaloUserId: '31215806834323092' },
		outcome: 'delivered',
		zaloMessageId: 'f405841b5f2352790b36',
		oaId: '4097311281936189049',
		price: vnd(60),
		deliveredAt: '2024-04-24T10:07:01.000Z',
	},
	// Here partnerids and message_id differ (esms.md 12.4); partnerids is what the table calls the Zalo message ID.
	znsJourney: {
		...shared,
		channel: 'zns',
		messageId: '7d11c87a22934df390f73ec59d8defd6205',
		recipient: { zaloUserId: '31215806834323092' },
		outcome: 'delivered',
		zaloMessageId: 'e1a60e8890be9derir3gfbff',
		oaId: '4097311281936189049',
		price: vnd(220),
		deliveredAt: '2024-04-24T09:58:01.000Z',
	},
	znsByUserId: {
		...shared,
		channel: 'zns',
		messageId: '5450d5579bfa466a9f2a5911c82f4037',
		recipient: { zaloUserId: '5308693166941955879' },
		outcome: 'delivered',
		zaloMessageId: '416f53d0cf0ec7569e19',
		oaId: '3639635426588416370',
		templateId: '523194',
		price: vnd(2104),
	},
	// CID is the number that calls, not the one that is called.
	voice: {
		...shared,
		channel: 'voice',
		messageId: '066107ee-6ec4-4283-b595-aa74977c65c5',
		recipient: null,
		outcome: 'failed',
		failure: expect.objectContaining({ code: null, class: 'unknown', fallbackAdvised: false }),
		price: vnd(0),
	},
};

const samples = Object.entries(callbacks) as Array<[keyof typeof callbacks, string]>;

/** Every way in which eSMS may join its parameters to the URL it was given (esms.md 12.5). */
const joins: Array<[string, string]> = [
	['a plain URL and ?', `${HOOK}?`],
	['a URL with a query and &', `${HOOK}?signature=3f2a&cb=1&`],
	['a URL with a query and a second ?', `${HOOK}?signature=3f2a&cb=1?`],
	['a URL whose query ends in an empty value and &', `${HOOK}?signature=3f2a&cb=&`],
	['a URL whose query ends in an empty value and a second ?', `${HOOK}?signature=3f2a&cb=?`],
	['a URL whose query has no value and a second ?', `${HOOK}?cb?`],
	['a URL that ends in ? and a second ?', `${HOOK}??`],
];

describe.each(joins)('the samples of the reference (esms.md 12.2), joined with %s', (_join, url) => {
	it.each(samples)('%s', (name, sample) => {
		const query = expressQuery(url + sample);
		expect(reportOf(query)).toEqual({ ...expected[name], raw: query });
	});
});

const base = {
	SMSID: 'id1', SendStatus: '5', SendSuccess: '1', SendFailed: '0', TotalPrice: '330.0000', TypeId: '25', phonenumber: '0901888484',
};

describe('the outcome (esms.md 12.4)', () => {
	it.each([
		['1 awaiting approval', '1', 'pending'],
		['2 waiting to be sent', '2', 'pending'],
		['7 sent, awaiting the report', '7', 'pending'],
		['4 rejected', '4', 'rejected'],
		['0 draft', '0', 'unknown'],
		['99 nobody has listed', '99', 'unknown'],
	])('status %s', (_what, SendStatus, outcome) => {
		const report = reportOf({ ...base, SendStatus, SendSuccess: '0' });
		expect(report.outcome).toBe(outcome);
		expect(report.final).toBe(outcome === 'rejected');
		expect(report.failure === null).toBe(outcome !== 'rejected');
		expect(report.deliveredAt).toBeNull();
	});

	it.each([
		['1', '0', 'delivered'],
		['0', '1', 'failed'],
		['0', '0', 'unknown'],
		['1', '1', 'unknown'],
	])('a finished message with %s delivered and %s failed', (SendSuccess, SendFailed, outcome) => {
		expect(reportOf({ ...base, SendSuccess, SendFailed }).outcome).toBe(outcome);
	});

	it.each([
		['169', '0', 'delivered'],
		['100', '0', 'unknown'],
		['100', '69', 'unknown'],
		['0', '169', 'failed'],
	])('a message to 169 numbers with %s delivered and %s failed', (SendSuccess, SendFailed, outcome) => {
		expect(reportOf({ ...base, TypeId: '1', TotalReceiver: '169', SendSuccess, SendFailed }).outcome).toBe(outcome);
	});

	it.each(['-330', 'free', '1,000.00'])('a price that cannot be read (%s) does not cost the outcome', (TotalPrice) => {
		expect(reportOf({ ...base, TotalPrice })).toMatchObject({ outcome: 'delivered', price: null });
	});

	it('a finished message without counters cannot be told', () => {
		expect(reportOf({ SMSID: 'id1', SendStatus: '5' })).toMatchObject({ outcome: 'unknown', price: null, channel: 'unknown' });
	});

	it('an intermediate state is no delivery, whatever its counters say', () => {
		expect(reportOf({ ...base, SendStatus: '7' }).outcome).toBe('pending');
	});

	it('a voice call that was answered is delivered', () => {
		const query = expressQuery(`${HOOK}?${callbacks.voice}`);
		expect(reportOf({ ...query, CallStatus: 'ANSWERED', SentResult: '1' })).toMatchObject({ outcome: 'delivered', failure: null });
	});
});

describe('why a message was not delivered', () => {
	const failed = { ...base, SendSuccess: '0', SendFailed: '1' };

	it.each([
		['-118', 'unreachable', true],
		['-108', 'bad_phone', false],
		['-115', 'billing', false],
		['-124', 'auth', false],
		['-131', 'template', false],
		['-9999', 'unknown', false],
	])('Zalo says %s', (code, failureClass, fallbackAdvised) => {
		const report = reportOf({ ...failed, error_info: JSON.stringify({ error: Number(code), message: 'as Zalo says' }) });
		expect(report.failure).toMatchObject({ code, class: failureClass, fallbackAdvised });
	});

	it('the type of the message tells whose code it is', () => {
		const error_info = '{"error":-100}';
		expect(reportOf({ ...failed, error_info }).failure?.class).toBe('retry');
		expect(reportOf({ ...failed, TypeId: '26', error_info }).failure?.class).toBe('params');
	});

	it('the older name error_infor is read as well (esms.md 12.4)', () => {
		expect(reportOf({ ...failed, error_infor: '{"error":-118}' }).failure?.code).toBe('-118');
	});

	it.each(['', '{"error":0,"message":"Success"}', 'garbage'])('error_info %j gives no reason, and no fallback is advised', (error_info) => {
		expect(reportOf({ ...failed, error_info }).failure).toMatchObject({ code: null, class: 'unknown', fallbackAdvised: false });
	});

	it('a rejected message has a failure of its own', () => {
		expect(reportOf({ ...base, SendStatus: '4', SendSuccess: '0' }).failure).toMatchObject({
			code: null,
			class: 'unknown',
			title: expect.stringContaining('rejected') as string,
			fallbackAdvised: false,
		});
	});

	it('a delivered message has no failure, whatever error_info says', () => {
		expect(reportOf({ ...base, error_info: '{"error":-118}' })).toMatchObject({ outcome: 'delivered', failure: null });
	});
});

describe('the fields of the report', () => {
	it.each([
		['1', 'sms'], ['2', 'sms'], ['8', 'voice'], ['23', 'viber'], ['24', 'zns'], ['25', 'zns'], ['26', 'zalo'], ['27', 'zns'], ['99', 'unknown'],
	])('type %s is the channel %s (esms.md 1.9)', (TypeId, channel) => {
		expect(reportOf({ ...base, TypeId }).channel).toBe(channel);
	});

	it('brings the phone number into national form', () => {
		expect(reportOf({ ...base, phonenumber: '84901888484' }).recipient).toEqual({ phone: '0901888484' });
	});

	it.each(['1', '2', '8', '23'])('the number of a message of type %s is never taken for a Zalo user ID', (TypeId) => {
		for (const phonenumber of ['02871002454', '8077', '+14155552671', '097469188']) {
			expect(reportOf({ ...base, TypeId, phonenumber }).recipient).toBeNull();
		}
	});

	it.each(['24', '25'])('a bad phone number of a ZNS of type %s is no Zalo user ID', (TypeId) => {
		expect(reportOf({ ...base, TypeId, phonenumber: '097469188' }).recipient).toBeNull();
	});

	it.each(['26', '27'])('half a user ID of type %s is no recipient', (TypeId) => {
		expect(reportOf({ ...base, TypeId, phonenumber: '312158068343230' }).recipient).toBeNull();
	});

	it('carries the request ID that the send had', () => {
		expect(reportOf({ ...base, RequestId: 'zns-0123' }).requestId).toBe('zns-0123');
	});

	it('takes the Zalo message ID from error_info where partnerids is empty', () => {
		const error_info = '{"error":0,"data":{"message_id":"e1a60e8890be9de4c4ab"}}';
		expect(reportOf({ ...base, partnerids: '', error_info }).zaloMessageId).toBe('e1a60e8890be9de4c4ab');
	});

	it('knows when the message reached the phone, only where it did', () => {
		const error_info = '{"error":0,"data":{"delivery_time":"1767678030984"}}';
		expect(reportOf({ ...base, error_info }).deliveredAt).toBe('2026-01-06T05:40:30.984Z');
		expect(reportOf({ ...base, SendFailed: '1', error_info }).deliveredAt).toBeNull();
	});

	it('reads the names whatever their case: the table writes Totalprice, the samples TotalPrice', () => {
		const upper = Object.fromEntries(Object.entries(base).map(([name, value]) => [name.toUpperCase(), value]));
		const { raw, ...report } = reportOf(upper);
		expect(raw).toBe(upper);
		expect(report).toEqual({ ...reportOf(base), raw: undefined });
	});

	it('a ReferenceId in the query of the callback URL makes no voice call of a message', () => {
		const query = expressQuery(`${HOOK}?referenceId=order-1&${callbacks.znsFailed}`);
		expect(reportOf(query)).toEqual({ ...expected.znsFailed, raw: query });
	});

	it('of a parameter that comes twice the first one counts', () => {
		expect(reportOf(expressQuery(`${HOOK}?SMSID=a&SMSID=b&SendStatus=5`)).messageId).toBe('a');
	});
});

describe('how much is read', () => {
	const parameters = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, 'x']));

	it('a callback with a thousand parameters is read, one with more is not', () => {
		expect(reportOf({ SMSID: 'id1', SendStatus: '5', ...parameters(998) }).messageId).toBe('id1');
		expect(faultOf({ SMSID: 'id1', SendStatus: '5', ...parameters(999) })).toBe('it has more than 1000 parameters');
	});

	it('a message ID that was joined to a value counts only where nothing else is joined behind it', () => {
		expect(reportOf({ cb: 'T?SMSID=a?SMSID=b', SendStatus: '5' }).messageId).toBe('b');
		expect(faultOf({ cb: 'T?SMSID=a?b', SendStatus: '5' })).toBe('smsid is missing');
	});

	it.each([['330', 330], ['330.5', 330.5], ['0', 0]])('a price of %s is %d', (TotalPrice, amount) => {
		expect(reportOf({ ...base, TotalPrice }).price).toEqual(vnd(amount));
	});

	it('spaces around a value are no part of it', () => {
		expect(reportOf({ ...base, TypeId: ' 25 ', RequestId: ' r ', oaid: ' 1 ', tempid: ' 2 ', partnerids: ' z ' })).toMatchObject({
			channel: 'zns', requestId: 'r', oaId: '1', templateId: '2', zaloMessageId: 'z',
		});
	});

	it('error_info counts before its older name', () => {
		const failed = { ...base, SendSuccess: '0', SendFailed: '1', error_infor: '{"error":-108}', error_info: '{"error":-118}' };
		expect(reportOf(failed).failure?.code).toBe('-118');
	});
});

describe('broken callbacks get a reason', () => {
	it.each<[string, Record<string, unknown>, string]>([
		['nothing at all', {}, 'smsid is missing'],
		['no SMSID', { ...base, SMSID: undefined }, 'smsid is missing'],
		['an empty SMSID', { ...base, SMSID: ' ' }, 'smsid has the invalid value " "'],
		['an endless SMSID', { ...base, SMSID: 'x'.repeat(201) }, 'smsid has the invalid value'],
		['no SendStatus', { ...base, SendStatus: undefined }, 'sendstatus is missing'],
		['a SendStatus that is no number', { ...base, SendStatus: 'done' }, 'sendstatus has the invalid value "done"'],
		['an empty SendStatus', { ...base, SendStatus: '' }, 'sendstatus has the invalid value ""'],
		['a negative SendStatus', { ...base, SendStatus: '-5' }, 'sendstatus has the invalid value "-5"'],
		['a broken SendStatus', { ...base, SendStatus: '5.5' }, 'sendstatus has the invalid value "5.5"'],
		['a negative counter', { ...base, SendSuccess: '-1' }, 'sendsuccess has the invalid value "-1"'],
		['a counter in hexadecimal', { ...base, SendFailed: '0x1' }, 'sendfailed has the invalid value "0x1"'],
		['a counter beyond counting', { ...base, SendSuccess: '9'.repeat(400) }, 'sendsuccess has the invalid value'],
		['a voice call without a status', { ReferenceId: 'v1' }, 'sendstatus is missing'],
		['a parameter that is an object', { ...base, SMSID: { a: 'b' } }, 'smsid is missing'],
	])('%s', (_what, query, reason) => {
		expect(faultOf(query)).toContain(reason);
	});
});

describe('the event ID', () => {
	it('is the same for a repeat, whenever it comes and however it is joined', () => {
		const ids = joins.map(([, url]) => reportOf(expressQuery(url + callbacks.znsFailed)).eventId);
		const later = readCallback(expressQuery(`${HOOK}?${callbacks.znsFailed}`), new Date(0));
		expect(new Set([...ids, later.ok && later.value.eventId]).size).toBe(1);
	});

	it('is stable over releases: what was seen before an update is a repeat after it', () => {
		expect(reportOf(base).eventId).toBe('e2f1957f56faaa48ae8576a7943d88f2');
	});

	it('differs for another message, another state and other counters', () => {
		const changes = [{}, { SMSID: 'id2' }, { SendStatus: '7' }, { SendSuccess: '0' }, { SendFailed: '1' }, { SendSuccess: '2' }];
		expect(new Set(changes.map((change) => reportOf({ ...base, ...change }).eventId)).size).toBe(changes.length);
	});

	it('is one to one with message, status and counters', () => {
		const event = fc.record({
			SMSID: fc.constantFrom('a', 'b', '1', '11'),
			SendStatus: fc.nat(9).map(String),
			SendSuccess: fc.nat(2).map(String),
			SendFailed: fc.nat(2).map(String),
			telcoid: fc.nat(9).map(String),
		});
		const key = ({ SMSID, SendStatus, SendSuccess, SendFailed }: Record<string, string>) => [SMSID, SendStatus, SendSuccess, SendFailed].join();
		fc.assert(
			fc.property(event, event, (a, b) => {
				expect(reportOf(a).eventId === reportOf(b).eventId).toBe(key(a) === key(b));
			}),
		);
	});
});

describe('readCallback, whatever it is given', () => {
	const name = fc.oneof(
		fc.constantFrom(
			'SMSID', 'smsid', 'SendStatus', 'SendSuccess', 'SendFailed', 'TotalPrice', 'TypeId', 'phonenumber', 'error_info',
			'error_infor', 'partnerids', 'ReferenceId', 'SentResult', 'Price', 'RequestId', 'oaid', 'tempid', 'cb', 'cb?SMSID', '?',
			'constructor', 'toString', 'hasOwnProperty', 'prototype',
		),
		fc.string(),
	);
	const text = fc.oneof(
		fc.constantFrom('0', '1', '5', '4', '24', '25', '26', '0901888484', '?SMSID=1', 'x?ReferenceId=2', '{"error":-118}', '%7B', '__proto__'),
		fc.string({ unit: 'binary' }),
		fc.nat().map(String),
	);
	const value = fc.oneof({ weight: 5, arbitrary: text }, fc.array(text), fc.dictionary(name, text), fc.anything({ withBigInt: true }));
	/** As qs makes them, and with a `__proto__` of their own as JSON.parse makes it. */
	const queries = fc
		.tuple(fc.dictionary(name, value), fc.boolean(), value)
		.map(([query, poisoned, poison]) => {
			if (poisoned) Object.defineProperty(query, '__proto__', { value: poison, enumerable: true, configurable: true, writable: true });
			return query;
		});

	it('never throws and leaves the query and all objects untouched', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const before = Object.entries(query);
				const report = readCallback(query, RECEIVED);
				if (report.ok) expect(report.value.raw).toBe(query);
				else expect(report.fault).toMatch(/ is missing$| has the invalid value /);
				expect(Object.entries(query)).toEqual(before);
				expect(Object.keys(Object.prototype)).toEqual([]);
			}),
			{ numRuns: 2000 },
		);
	});

	it('never calls a message delivered that failed for anybody', () => {
		const numbers = fc.nat(3).map(String);
		fc.assert(
			fc.property(fc.nat(9).map(String), numbers, fc.integer({ min: 1, max: 500 }).map(String), queries, (SendStatus, SendSuccess, SendFailed, more) => {
				const lower = Object.entries(more).filter(([key]) => !/^send|smsid|referenceid/i.test(key));
				const rest = Object.fromEntries(lower.filter(([, entry]) => !/\?(SMSID|ReferenceId)=/i.test(String(Array.isArray(entry) ? entry[0] : 'none'))));
				const report = readCallback({ ...rest, SMSID: 'id1', SendStatus, SendSuccess, SendFailed }, RECEIVED);
				if (report.ok) expect(report.value.outcome).not.toBe('delivered');
			}),
		);
	});

	it('advises a fallback only for a message that did not arrive', () => {
		fc.assert(
			fc.property(queries, (query) => {
				const report = readCallback({ SMSID: 'id1', SendStatus: '5', ...query }, RECEIVED);
				if (!report.ok) return;
				const { failure, outcome, final } = report.value;
				expect(failure !== null).toBe(outcome === 'failed' || outcome === 'rejected');
				if (failure?.fallbackAdvised) expect(final).toBe(true);
			}),
		);
	});
});

describe('a callback that means harm', () => {
	const good = { SMSID: 'd8e0f1f0702544b2acb456ca9ccfd111250', SendStatus: '5', SendSuccess: '1', SendFailed: '0', TypeId: '25' };

	it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('type %s is no channel', (TypeId) => {
		expect(reportOf({ ...good, TypeId }).channel).toBe('unknown');
	});

	it.each([['NUL', 'a\0b'], ['half a character', '\ud83d'], ['two words', 'a b'], ['more than any ID', 'a'.repeat(201)]])('a message ID with %s is refused', (_what, SMSID) => {
		expect(faultOf({ ...good, SMSID })).toMatch(/^smsid has the invalid value/);
	});

	it('other IDs that nobody could have given are none, and do not cost the outcome', () => {
		const bad = 'x'.repeat(1_000_000);
		expect(reportOf({ ...good, RequestId: bad, partnerids: '\0', oaid: ' ', tempid: bad })).toMatchObject({
			outcome: 'delivered', requestId: null, zaloMessageId: null, oaId: null, templateId: null,
		});
	});

	it('more parameters than a web server reads are refused', () => {
		const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, '1']));
		expect(faultOf({ ...good, ...many })).toBe('it has more than 1000 parameters');
	});
});
