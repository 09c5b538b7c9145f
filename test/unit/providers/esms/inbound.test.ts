import fc from 'fast-check';
import { readInbound } from '../../../../nodes/providers/esms/inbound';
import { expressQuery } from '../expressQuery';

const CALL = {
	sender: '84901888484',
	content: 'MUA VE 2',
	serviceNumber: '8041',
	keyword: 'MUA',
	sign: 'Ky7q/TZ9X/a306sDNmqbxQ==',
	cpid: 'CP01',
	smsid: '1001',
	receiverTime: '20130228130101',
};

const callOf = (query: Record<string, unknown>) => {
	const call = readInbound(query);
	if (!call.ok) throw new Error(call.fault);
	return call.value;
};
const messageOf = (changed: object = {}) => callOf({ ...CALL, ...changed }).message;
const faultOf = (query: Record<string, unknown>) => {
	const call = readInbound(query);
	if (call.ok) throw new Error('The call passed');
	return call.fault;
};

it('reads the call of the documentation', () => {
	const url = 'http://domain.abc/receive_mo?sender=84901888484&content=MUA%20VE%202&serviceNumber=8041&keyword=MUA&sign=Ky7q%2FTZ9X%2Fa306sDNmqbxQ%3D%3D&cpid=CP01&smsid=1001&receiverTime=20130228130101';
	expect(callOf(expressQuery(url))).toEqual({
		message: {
			messageId: '1001',
			from: '0901888484',
			shortCode: '8041',
			keyword: 'MUA',
			content: 'MUA VE 2',
			// 13:01:01 in Vietnam.
			receivedAt: '2013-02-28T06:01:01.000Z',
			raw: { sender: '84901888484', content: 'MUA VE 2', serviceNumber: '8041', keyword: 'MUA', cpid: 'CP01', smsid: '1001', receiverTime: '20130228130101' },
		},
		sender: '84901888484',
		signed: { partnerId: 'CP01', messageId: '1001', content: 'MUA VE 2', time: '20130228130101', sign: 'Ky7q/TZ9X/a306sDNmqbxQ==' },
	});
});

it('takes the time under the name of the signature rule', () => {
	const { receiverTime, ...rest } = CALL;
	expect(callOf({ ...rest, receiveTime: receiverTime })).toEqual({
		...callOf(CALL),
		message: { ...messageOf(), raw: expect.objectContaining({ receiveTime: receiverTime }) },
	});
});

it('gives texts in NFC, and to the signature what came', () => {
	const content = 'Đặt vé Đà Nẵng'.normalize('NFD');
	const { message, signed } = callOf({ ...CALL, content, keyword: 'Đặt'.normalize('NFD') });
	expect([message.content, message.keyword, signed.content]).toEqual(['Đặt vé Đà Nẵng'.normalize('NFC'), 'Đặt'.normalize('NFC'), content]);
});

it.each([
	['a landline', '842838123456'],
	['a number outside Vietnam', '12025550123'],
	['a short code', '8041'],
	['a name', 'Viettel'],
])('keeps a sender that is %s as it came', (_, sender) => {
	expect(messageOf({ sender }).from).toBe(sender);
});

it.each([['not in the documented form', '2013-02-28 13:01'], ['on a day that does not exist', '20130231130101'], ['no digits', 'now']])(
	'a time %s costs no message',
	(_, receiverTime) => {
		expect(messageOf({ receiverTime })).toEqual(expect.objectContaining({ receivedAt: null, content: 'MUA VE 2' }));
	},
);

it('a message may be empty and need not have a keyword', () => {
	for (const keyword of [undefined, '']) expect(messageOf({ content: '', keyword })).toEqual(expect.objectContaining({ content: '', keyword: null }));
});

it.each(['sender', 'content', 'serviceNumber', 'sign', 'cpid', 'smsid', 'receiverTime'])('names %s where it is missing', (name) => {
	expect(faultOf(Object.fromEntries(Object.entries(CALL).filter(([key]) => key !== name)))).toBe(`${name} is missing`);
});

it.each(['sender', 'content', 'serviceNumber', 'keyword', 'sign', 'cpid', 'smsid', 'receiverTime'])('refuses %s that comes twice', (name) => {
	expect(faultOf({ ...CALL, [name]: ['a', 'b'] })).toBe(`${name} has the invalid value "["a","b"]"`);
});

it.each(['sender', 'serviceNumber', 'sign', 'cpid', 'smsid', 'receiverTime'])('refuses %s without an end', (name) => {
	expect(readInbound({ ...CALL, [name]: '1'.repeat(200) }).ok).toBe(true);
	expect(faultOf({ ...CALL, [name]: '1'.repeat(201) })).toContain(`${name} has the invalid value`);
});

it.each(['sender', 'serviceNumber', 'sign', 'cpid', 'smsid', 'receiverTime'])('refuses %s without a value', (name) => {
	expect(faultOf({ ...CALL, [name]: '' })).toBe(`${name} has the invalid value ""`);
});

it('never throws; what passes has its ID, and no signature among its fields', () => {
	const value = fc.oneof({ weight: 4, arbitrary: fc.string({ unit: 'binary' }) }, fc.constantFrom(...Object.values(CALL)), fc.array(fc.string()), fc.anything());
	const names = fc.oneof(fc.constantFrom(...Object.keys(CALL), 'receiveTime'), fc.string());
	const query = fc.tuple(fc.dictionary(names, value), fc.boolean()).map(([own, complete]) => (complete ? { ...CALL, ...own } : own));
	fc.assert(
		fc.property(query, (given) => {
			const call = readInbound(given);
			if (!call.ok) return expect(call.fault).not.toBe('');
			const { message, signed } = call.value;
			expect(message.messageId).toBe(given.smsid);
			expect(message.content).toBe(signed.content.normalize('NFC'));
			expect(message.raw).not.toHaveProperty('sign');
		}),
		{ numRuns: 500 },
	);
});
