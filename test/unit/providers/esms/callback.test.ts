import fc from 'fast-check';
import { readCallback } from '../../../../nodes/providers/esms/callback';
import callbacks from '../../../fixtures/esms/callbacks.json';
import { expressQuery } from '../expressQuery';
import { faultOf, HOOK, joins, reportOf } from './callbackReports';

const vnd = (amount: number) => ({ amount, currency: 'VND' });

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
		['-9999', 'unknown', null],
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

	it.each(['', '{"error":0,"message":"Success"}', 'garbage'])('error_info %j gives no reason, and nobody knows whether a fallback helps', (error_info) => {
		expect(reportOf({ ...failed, error_info }).failure).toMatchObject({ code: null, class: 'unknown', fallbackAdvised: null });
	});

	it('a rejected message has a failure of its own', () => {
		expect(reportOf({ ...base, SendStatus: '4', SendSuccess: '0' }).failure).toMatchObject({
			code: null,
			class: 'unknown',
			title: expect.stringContaining('rejected') as string,
			fallbackAdvised: null,
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
