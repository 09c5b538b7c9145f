import fc from 'fast-check';
import { deriveRequestId, requestKeyOf, type MessageIdentity, type RequestIdChoice } from '../../../nodes/domain/requestId';

const message: MessageIdentity = {
	workflowId: 'wf1',
	nodeId: 'node1',
	operation: 'sendZns',
	channel: 'zns',
	recipient: '0901888484',
	content: { templateId: '200607', parameters: { order_code: 'HD00001', customer_name: 'Đinh Thái Hà' } },
	sandbox: false,
};

const byContent: RequestIdChoice = { by: 'content' };
const byKey: RequestIdChoice = { by: 'key', key: 'HD00001-paid' };
const byExecution: RequestIdChoice = { by: 'execution', executionId: '42' };

const idOf = (change: Partial<MessageIdentity>, choice: RequestIdChoice = byContent) => deriveRequestId({ ...message, ...change }, choice);

describe('deriveRequestId by content', () => {
	it('is stable over releases: eSMS remembers it for 24 hours', () => {
		expect(idOf({})).toBe('zns-7e655eb7fee53d72cef2f7e0424888e0ef224de8');
	});

	it('does not depend on the order of keys', () => {
		const turned = { parameters: { customer_name: 'Đinh Thái Hà', order_code: 'HD00001' }, templateId: '200607' };
		expect(idOf({ content: turned })).toBe(idOf({}));
	});

	it.each<[string, Partial<MessageIdentity>]>([
		['the recipient', { recipient: '0901888485' }],
		['a parameter', { content: { templateId: '200607', parameters: { order_code: 'HD00002', customer_name: 'Đinh Thái Hà' } } }],
		['the template', { content: { templateId: '200608', parameters: { order_code: 'HD00001', customer_name: 'Đinh Thái Hà' } } }],
		['the sandbox: a test never uses up the ID of the real message', { sandbox: true }],
		['the channel: the SMS fallback is another message', { channel: 'sms' }],
		['the workflow', { workflowId: 'wf2' }],
		['the node', { nodeId: 'node2' }],
	])('differs with %s', (_what, change) => {
		expect(idOf(change)).not.toBe(idOf({}));
	});

	it('tells apart contents that only look alike', () => {
		const contents = [['a', 'b'], ['ab'], ['a', ['b']], { a: 'b' }, '{"a":"b"}', { '0': 'a', '1': 'b' }, null, 'null', 1, '1'];
		expect(new Set(contents.map((content) => idOf({ content }))).size).toBe(contents.length);
	});

	it('keeps the order of lists, which can mean something', () => {
		expect(idOf({ content: ['a', 'b'] })).not.toBe(idOf({ content: ['b', 'a'] }));
	});
});

describe('deriveRequestId by key', () => {
	it('is the same in every workflow and node: the key alone stands for the message', () => {
		expect(idOf({ workflowId: 'wf2', nodeId: 'node2', content: 'other text' }, byKey)).toBe(idOf({}, byKey));
	});

	it('is the same for a key in NFC and in NFD', () => {
		const key = 'Đơn hàng ệ';
		expect(idOf({}, { by: 'key', key: key.normalize('NFD') })).toBe(idOf({}, { by: 'key', key: key.normalize('NFC') }));
	});

	it('differs with the key, the channel and the sandbox', () => {
		const ids = [
			idOf({}, byKey),
			idOf({}, { by: 'key', key: 'HD00001-sent' }),
			idOf({ channel: 'sms' }, byKey),
			idOf({ sandbox: true }, byKey),
		];
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('the key of the user in the request ID', () => {
	const keyed = (key: string, change: Partial<MessageIdentity> = {}) => idOf(change, { by: 'key', key }) as string;

	it('is stable over releases: eSMS remembers the ID for 24 hours', () => {
		expect(keyed('HD00001-paid')).toBe('zns.HD00001-paid.345339d296283aa2');
		expect(keyed('Đơn hàng 1')).toMatch(/^zns-[0-9a-f]{40}$/);
	});

	it.each(['HD00001-paid', 'a', '2026.11.22_0001', 'x'.repeat(24), '...', '-', 'abc.0123456789abcdef', '20261122000123'])('%s can be read back', (key) => {
		expect(requestKeyOf(keyed(key))).toBe(key);
	});

	it.each([
		['a phone number', '0901888485'],
		['a phone number with its country code', '84901888485'],
		['a phone number without its 0', '901888485'],
		['a phone number with separators', '0901.888.485'],
		['a key that holds a phone number', 'HD1-0901888485'],
		['a key that holds the recipient', 'HD10901888484'],
		['a long key', 'x'.repeat(25)],
		['a key with a space', 'HD 1'],
		['a key with diacritics', 'Đơn1'],
		['an e-mail address', 'a@example.com'],
		['an empty key', ''],
	])('%s is not shown', (_what, key) => {
		expect(keyed(key)).toMatch(/^zns-[0-9a-f]{40}$/);
		expect(requestKeyOf(keyed(key))).toBeNull();
	});

	it('has a form that follows from the key alone: whoever gets it first, the second with the same key is a repeat', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 24 }), fc.stringMatching(/^0[35789][0-9]{8}$/), fc.stringMatching(/^[0-9]{10,20}$/), (key, phone, userId) => {
				expect(keyed(key, { recipient: phone })).toBe(keyed(key, { recipient: userId }));
				expect(keyed(key, { recipient: phone })).toBe(keyed(key, { recipient: key }));
			}),
		);
	});

	it('stands for another message in another operation, and for each part of one', () => {
		const ids = [keyed('K'), keyed('K', { operation: 'voice.sendOtp' }), keyed('K', { operation: 'sms.sendFixedNumber' }), keyed('K', { part: 1 }), keyed('K', { part: 2 }), keyed('K-2')];
		expect(new Set(ids).size).toBe(ids.length);
		expect(keyed('K', { part: 0 })).toBe(keyed('K'));
	});

	it.each([
		['a phone number with its country code', '84901888484', 'HD10901888484'],
		['a phone number with a plus', '+84901888484', 'HD10901888484'],
		['a Zalo user ID', '12034567890123456', 'HD12034567890123456'],
	])('does not show the recipient, given as %s, inside a key', (_what, recipient, key) => {
		expect(requestKeyOf(keyed(key, { recipient }))).toBeNull();
	});

	it('is shown where the message has no one recipient', () => {
		expect(requestKeyOf(keyed('HD00001', { recipient: '' }))).toBe('HD00001');
	});

	it('gives way where channel and key together are too long', () => {
		expect(requestKeyOf(keyed('x'.repeat(21), { channel: 'transaction' }))).toBe('x'.repeat(21));
		expect(requestKeyOf(keyed('x'.repeat(22), { channel: 'transaction' }))).toBeNull();
	});

	it('is found by no other way', () => {
		expect([null, '', 'HD00001', 'zns.HD00001', 'zns.a b.0123456789abcdef', 'zns.HD00001.0123456789ABCDEF', 'ZNS.HD1.0123456789abcdef', '1zns.HD1.0123456789abcdef', 'zns.HD1.0123456789abcdef0'].map(requestKeyOf)).toEqual(Array(9).fill(null));
		expect(requestKeyOf(idOf({}) as string)).toBeNull();
		expect(requestKeyOf(idOf({}, byExecution) as string)).toBeNull();
	});

	it('comes back as it went in or not at all, and different keys never share an ID', () => {
		const keys = fc.oneof(fc.stringMatching(/^[A-Za-z0-9._-]{1,26}$/), fc.string({ maxLength: 30 }));
		const channels = fc.constantFrom('zns', 'sms', 'viber', 'voice', 'transaction');
		fc.assert(
			fc.property(keys, keys, channels, fc.boolean(), (key, other, channel, sandbox) => {
				const id = keyed(key, { channel, sandbox });
				expect([key, null]).toContain(requestKeyOf(id));
				expect(id.length).toBeLessThanOrEqual(50);
				expect(id).not.toBe(keyed(key, { channel, sandbox: !sandbox }));
				if (other.normalize('NFC') !== key.normalize('NFC')) expect(keyed(other, { channel, sandbox })).not.toBe(id);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('deriveRequestId once per execution', () => {
	it('is stable over releases: a run that waits goes on after an update', () => {
		expect(idOf({}, byExecution)).toBe('zns-95d14965b2197505af8b965e607b82a58344b960');
	});

	it('differs with the execution, the node, the recipient and the content', () => {
		const ids = [
			idOf({}, byExecution),
			idOf({}, { by: 'execution', executionId: '43' }),
			idOf({ nodeId: 'node2' }, byExecution),
			idOf({ recipient: '0901888485' }, byExecution),
			idOf({ content: 'other' }, byExecution),
		];
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('is the same for the same message of the same execution', () => {
		expect(idOf({}, { by: 'execution', executionId: '42' })).toBe(idOf({}, byExecution));
	});
});

describe('deriveRequestId, whatever it is given', () => {
	const identities = fc.record({
		workflowId: fc.string(),
		nodeId: fc.string(),
		operation: fc.constantFrom('sendZns', 'sms.send', 'voice.sendOtp'),
		channel: fc.string({ unit: 'binary' }),
		recipient: fc.string(),
		content: fc.jsonValue(),
		sandbox: fc.boolean(),
	});
	const choices = fc.oneof(
		fc.constant(byContent),
		fc.string({ maxLength: 300 }).map((key): RequestIdChoice => ({ by: 'key', key })),
		fc.string().map((executionId): RequestIdChoice => ({ by: 'execution', executionId })),
	);

	it('has at most 50 characters and is the same each time', () => {
		fc.assert(
			fc.property(identities, choices, (identity, choice) => {
				const id = deriveRequestId(identity, choice);
				expect(id).toEqual(expect.any(String));
				expect((id as string).length).toBeLessThanOrEqual(50);
				expect(deriveRequestId(structuredClone(identity), choice)).toBe(id);
			}),
		);
	});

	it('never shows the phone number, not even where it is the key or a part of it', () => {
		const phones = fc.stringMatching(/^0[35789][0-9]{8}$/);
		// A number that begins with a day is one of an order, also where it could be read as a digit and a phone number.
		const isDated = (key: string) => /(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(key);
		fc.assert(
			fc.property(phones, choices, fc.string({ maxLength: 6 }), (recipient, choice, more) => {
				const keys = [recipient, recipient.slice(1), `84${recipient.slice(1)}`, `${more}${recipient}`, `${recipient.slice(1)}${more}`, `${more}-${recipient}.${more}`];
				for (const key of keys.filter((one) => !isDated(one))) expect(idOf({ recipient }, { by: 'key', key })).not.toContain(recipient.slice(1));
				const id = idOf({ recipient }, choice) as string;
				expect(id).not.toContain(recipient);
				expect(id).not.toContain(recipient.slice(1));
			}),
			{ examples: [['0500101000', byContent, '2']] },
		);
	});

	it('is no ID at all where the user wants none', () => {
		fc.assert(
			fc.property(identities, (identity) => {
				expect(deriveRequestId(identity, { by: 'none' })).toBeUndefined();
			}),
		);
	});
});
