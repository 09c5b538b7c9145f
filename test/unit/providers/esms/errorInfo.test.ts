import fc from 'fast-check';
import { readErrorInfo } from '../../../../nodes/providers/esms/errorInfo';
import { parseJson } from '../../../../nodes/providers/json';
import samples from '../../../fixtures/esms/answers.json';
import callbacks from '../../../fixtures/esms/callbacks.json';
import { expressQuery } from '../expressQuery';

const NOTHING = { code: undefined, message: undefined, zaloMessageId: undefined, zaloUserId: undefined, deliveredAt: undefined };

const errorInfoOf = (sample: keyof typeof callbacks) => String(expressQuery(`https://n8n.example.com/?${callbacks[sample]}`).error_info);

describe('readErrorInfo reads each encoding of the reference (esms.md 12.4)', () => {
	it('JSON inside a JSON string: ZNS by phone', () => {
		const text = errorInfoOf('znsFailed');
		expect(text.startsWith('"{\\"error\\":-114')).toBe(true);
		expect(readErrorInfo(text)).toEqual({
			...NOTHING,
			code: '-114',
			message: 'User is inactive, or reject the message, or using an outdated Zalo version, or other internal errors',
		});
	});

	it('JSON: ZNS by Zalo user ID', () => {
		expect(readErrorInfo(errorInfoOf('znsByUserId'))).toEqual({ ...NOTHING, code: '0', message: 'Success' });
	});

	it('percent-encoded JSON with a time behind it: consultation, transaction, journey', () => {
		const text = errorInfoOf('zaloTransaction');
		expect(text.startsWith('%7B%22data%22:%7B')).toBe(true);
		expect(readErrorInfo(text)).toEqual({
			code: '0',
			message: 'Success',
			zaloMessageId: 'f405841b5f2352790b36',
			zaloUserId: '31215806834323092',
			// 17:07:01 in Vietnam.
			deliveredAt: '2024-04-24T10:07:01.000Z',
		});
	});

	it('JSON with other text behind it: stored callbacks (esms.md 10.7)', () => {
		const stored = parseJson(samples.storedCallbacks) as { Data_callback: Array<{ ErrorInfo: string }> };
		const text = String(stored.Data_callback[0]?.ErrorInfo);
		expect(text).toContain('}Object reference not set');
		expect(readErrorInfo(text)).toEqual({ ...NOTHING, code: '-124', message: 'Access token is invalid' });
	});
});

describe('readErrorInfo', () => {
	it('reads the time of delivery in milliseconds, as text or as a number (esms.md 10.6)', () => {
		for (const delivery_time of ['1767678030984', 1767678030984]) {
			expect(readErrorInfo(JSON.stringify({ error: 0, data: { delivery_time } })).deliveredAt).toBe('2026-01-06T05:40:30.984Z');
		}
	});

	it.each(['', '0', 'soon', '99999999999999999', '-1'])('takes "%s" for no time', (delivery_time) => {
		expect(readErrorInfo(JSON.stringify({ error: 0, data: { delivery_time } })).deliveredAt).toBeUndefined();
	});

	it('takes an impossible day behind the JSON for no time', () => {
		expect(readErrorInfo('%7B%22error%22:0%7D____31/02/2024%2017:07:01')).toEqual({ ...NOTHING, code: '0' });
	});

	it('keeps user IDs that are longer than a JavaScript number can hold', () => {
		expect(readErrorInfo('{"error":0,"data":{"user_id":5308693166941955879}}').zaloUserId).toBe('5308693166941955879');
	});

	it('is not led astray by braces, quotes, percent signs and underscores inside the message', () => {
		const message = 'a } b { c \\ d " 100% e';
		const json = JSON.stringify({ error: -100, message });
		const encoded = `${encodeURIComponent(json)}____24/04/2024%2016:58:01`;
		for (const text of [json, JSON.stringify(json), `${json}Object reference`, encoded]) {
			expect(readErrorInfo(text)).toMatchObject({ code: '-100', message });
		}
	});

	it('reads percent-encoded JSON without a time, and JSON inside a JSON string with one', () => {
		const json = '{"error":-118}';
		expect(readErrorInfo(encodeURIComponent(json))).toEqual({ ...NOTHING, code: '-118' });
		expect(readErrorInfo(`${encodeURIComponent(JSON.stringify(json))}____24/04/2024%2016:58:01`)).toEqual({ ...NOTHING, code: '-118', deliveredAt: '2024-04-24T09:58:01.000Z' });
	});

	it('reads what was encoded as forms are, where + is a space, and what was encoded once more', () => {
		const form = new URLSearchParams({ x: '{"error":-118,"message":"a + b"}____24/04/2024 16:58:01' }).toString().slice(2);
		for (const text of [form, encodeURIComponent(form), encodeURIComponent(encodeURIComponent('{"error":-118,"message":"a + b"}____24/04/2024 16:58:01'))]) {
			expect(readErrorInfo(text)).toEqual({ ...NOTHING, code: '-118', message: 'a + b', deliveredAt: '2024-04-24T09:58:01.000Z' });
		}
	});

	it.each(['"-118"', '%22-118%22'])('takes %s for a code, too', (text) => {
		expect(readErrorInfo(text)).toEqual({ ...NOTHING, code: '-118' });
	});

	it('finds no time in the underscores of a message', () => {
		const json = '{"error":-100,"message":"a____b"}';
		for (const text of [json, JSON.stringify(json)]) expect(readErrorInfo(text)).toEqual({ ...NOTHING, code: '-100', message: 'a____b' });
	});

	it('takes no time from in front of a time that cannot be read', () => {
		for (const time of ['24/04/2024%2016:58', 'x24/04/2024%2016:58:01', '24/04/2024%2016:58:01x', '']) {
			expect(readErrorInfo(`%7B%22error%22:0%7D____${time}`).deliveredAt).toBeUndefined();
		}
		expect(readErrorInfo('%7B%22error%22:0%7D____ 24/04/2024%2016:58:01 ').deliveredAt).toBe('2024-04-24T09:58:01.000Z');
	});

	it('reads an object with text in front of it and objects inside', () => {
		expect(readErrorInfo('Zalo: {"error":-118,"data":{"user_id":"31215806834323092"}} and more')).toEqual({ ...NOTHING, code: '-118', zaloUserId: '31215806834323092' });
	});

	it('the time of Zalo counts before that of eSMS', () => {
		const json = encodeURIComponent('{"error":0,"data":{"delivery_time":"1767678030984"}}');
		expect(readErrorInfo(`${json}____24/04/2024%2016:58:01`).deliveredAt).toBe('2026-01-06T05:40:30.984Z');
	});

	it.each(['x1767678030984', '1767678030984x', '-1767678030984', '1767678030984.5'])('takes "%s" for no milliseconds', (delivery_time) => {
		expect(readErrorInfo(JSON.stringify({ error: 0, data: { delivery_time } })).deliveredAt).toBeUndefined();
	});

	it('cuts the time off at the last four underscores', () => {
		const encoded = `${encodeURIComponent('{"error":0,"message":"a____b"}')}____24/04/2024%2016:58:01`;
		expect(readErrorInfo(encoded)).toMatchObject({ code: '0', message: 'a____b', deliveredAt: '2024-04-24T09:58:01.000Z' });
	});

	it.each(['0', '-114', '1001', ' -118 '])('takes %j for a code and nothing else, as the status of a ZNS gives it', (text) => {
		expect(readErrorInfo(text)).toEqual({ ...NOTHING, code: text.trim() });
	});

	it.each(['', '-', '1.5', '12345678901', 'Success', '[]', 'null', '"text"', '{', '{"error":', '%', '%7B%22error', '____', '{}____', '____{"error":0}'])(
		'finds nothing in %j',
		(text) => {
			expect(readErrorInfo(text)).toStrictEqual(NOTHING);
		},
	);

	it('still has the code where the data is of another kind', () => {
		expect(readErrorInfo('{"error":-118,"data":"none"}')).toEqual({ ...NOTHING, code: '-118' });
	});

	it('reads every code in every encoding', () => {
		const zaloText = fc.string({ unit: 'grapheme' });
		fc.assert(
			fc.property(fc.integer(), zaloText, (error, message) => {
				const json = JSON.stringify({ error, message });
				for (const text of [
					json,
					JSON.stringify(json),
					`${encodeURIComponent(json)}____24/04/2024%2016:58:01`,
					`${json}Object reference not set to an instance of an object.`,
				]) {
					expect(readErrorInfo(text).code).toBe(String(error));
				}
			}),
		);
	});

	it('never throws', () => {
		const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.stringMatching(/^[{}"\\%7B22:,_\-0-9a-f]{0,40}$/));
		fc.assert(
			fc.property(text, (value) => {
				expect(readErrorInfo(value)).toEqual(expect.objectContaining({}));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('readErrorInfo keeps nothing that cannot be', () => {
	it.each([
		['a user ID with letters', { user_id: 'abc' }],
		['half a user ID', { user_id: '' }],
		['a user ID with a letter in front of it', { user_id: 'x31215806834323092' }],
		['a user ID with a letter behind it', { user_id: '31215806834323092x' }],
		['a message ID with NUL', { message_id: 'a\0' }],
		['a message ID that is an object', { message_id: {} }],
		['a time that is a list', { delivery_time: [] }],
	])('%s', (_what, data) => {
		expect(readErrorInfo(JSON.stringify({ error: -118, data }))).toEqual({ ...NOTHING, code: '-118' });
	});

	it('a code counts without its words, and words have an end', () => {
		expect(readErrorInfo('{"error":-118,"message":{}}').code).toBe('-118');
		expect(readErrorInfo(JSON.stringify({ error: 0, message: 'x'.repeat(1_000_000) })).message).toHaveLength(500);
	});

	it('the year 0 is no time of delivery', () => {
		expect(readErrorInfo('{"error":0}____01/01/0000 00:00:00').deliveredAt).toBeUndefined();
	});
});
