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

	it("of a parameter that comes twice the last one that says something counts: eSMS appends its own to the user's", () => {
		expect(reportOf(expressQuery(`${HOOK}?SMSID=a&SMSID=b&SendStatus=5`)).messageId).toBe('b');
		expect(reportOf(expressQuery(`${HOOK}?SMSID=a&SMSID=&SendStatus=5`)).messageId).toBe('a');
	});
});

describe('how much is read', () => {
	const parameters = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, 'x']));

	it('a callback with a thousand parameters is read, one with more is not', () => {
		expect(reportOf({ SMSID: 'id1', SendStatus: '5', ...parameters(998) }).messageId).toBe('id1');
		expect(faultOf({ SMSID: 'id1', SendStatus: '5', ...parameters(999) })).toBe('it has more than 1000 parameters');
	});

	it('a message ID that was joined to a value goes as far as the value', () => {
		expect(reportOf({ cb: 'T?SMSID=a', SendStatus: '5' }).messageId).toBe('a');
		expect(reportOf({ cb: 'T?SMSID=a?SMSID=b', SendStatus: '5' }).messageId).toBe('b');
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
		['nothing at all', {}, 'SMSID is missing'],
		['no SMSID', { ...base, SMSID: undefined }, 'SMSID is missing'],
		['an empty SMSID', { ...base, SMSID: ' ' }, 'SMSID is missing'],
		['an endless SMSID', { ...base, SMSID: 'x'.repeat(201) }, 'SMSID has the invalid value'],
		['two words', { ...base, SMSID: 'a b' }, 'SMSID has the invalid value "a b"'],
		['a parameter that is an object', { ...base, SMSID: { a: 'b' } }, 'SMSID is missing'],
	])('%s', (_what, query, reason) => {
		expect(faultOf(query)).toContain(reason);
	});
});

describe('what cannot be read costs nothing but itself', () => {
	it.each<[string, Record<string, unknown>, string]>([
		['no SendStatus', { SendStatus: undefined }, 'delivered'],
		['a SendStatus that is no number', { SendStatus: 'done' }, 'delivered'],
		['an empty SendStatus', { SendStatus: '' }, 'delivered'],
		['a status that is not documented', { SendStatus: '-5' }, 'unknown'],
		['an empty counter of failures', { SendFailed: '' }, 'delivered'],
		['a negative counter', { SendFailed: '-1' }, 'delivered'],
		['a counter in hexadecimal', { SendFailed: '0x1' }, 'delivered'],
		['both counters empty', { SendSuccess: '', SendFailed: '' }, 'unknown'],
		['both counters empty, and Zalo says why', { SendSuccess: '', SendFailed: '', error_info: '{"error":-114}' }, 'failed'],
		['both counters 0, and Zalo says that it is there', { SendSuccess: '0', SendFailed: '0', error_info: '{"error":0}' }, 'delivered'],
		['a counter beyond counting', { SendFailed: '9'.repeat(400) }, 'delivered'],
		['an empty number of receivers', { TotalReceiver: '' }, 'delivered'],
		['numbers of a body', { SendStatus: 5, SendSuccess: 1, SendFailed: 0, TypeId: 25 }, 'delivered'],
	])('%s', (_what, query, outcome) => {
		expect(reportOf({ ...base, ...query }).outcome).toBe(outcome);
	});

	it('a voice call without a status', () => {
		expect(reportOf({ ReferenceId: 'v1' })).toMatchObject({ messageId: 'v1', channel: 'voice', outcome: 'unknown' });
		expect(reportOf({ ReferenceId: 'v1', SentResult: '1' })).toMatchObject({ outcome: 'delivered' });
	});
});

describe('the event ID', () => {
	it('is the same for a repeat, whenever it comes and however it is joined', () => {
		const ids = joins.map(([, url]) => reportOf(expressQuery(url + callbacks.znsFailed)).eventId);
		const later = readCallback(expressQuery(`${HOOK}?${callbacks.znsFailed}`), new Date(0));
		expect(new Set([...ids, later.ok && later.value.eventId]).size).toBe(1);
	});

	it('differs for another message, another outcome, and another state on the way to it', () => {
		const changes = [{}, { SMSID: 'id2' }, { SendStatus: '7' }, { SendStatus: '2' }, { SendSuccess: '0' }, { SendSuccess: '0', SendFailed: '1' }, { SendFailed: '1' }];
		expect(new Set(changes.map((change) => reportOf({ ...base, ...change }).eventId)).size).toBe(changes.length);
	});

	it('is the same for the same outcome, however it is told', () => {
		const changes = [{}, { SendSuccess: '2' }, { SendStatus: '' }, { SendSuccess: '', error_info: '{"error":0}' }];
		expect(new Set(changes.map((change) => reportOf({ ...base, ...change }).eventId)).size).toBe(1);
	});
});

it('what Zalo said may come as JSON that is packed into no text', () => {
	const read = readCallback({ SMSID: 'm1', SendStatus: 5, SendSuccess: 0, SendFailed: 1, TypeId: 25, error_info: { error: -118, message: 'Zalo account not existed' } }, new Date(0));
	expect(read).toMatchObject({ ok: true, value: { outcome: 'failed', failure: { code: '-118', class: 'unreachable', fallbackAdvised: true } } });
});
