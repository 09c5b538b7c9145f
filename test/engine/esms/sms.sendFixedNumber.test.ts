import type { EngineRun } from '../../support/engine.mjs';
import { simulated } from './simulated.mjs';

const CONTENT = 'Don hang DH001 da duoc xac nhan';

const stage = simulated('sms', 'sendFixedNumber', { phone: '={{ $json.phone }}', content: CONTENT });
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

it('sends one message of type 8 per item, and its receipt names the channel of its reports', async () => {
	const { outputs, error } = await run([{ phone: '+84 901 888 484' }, { phone: '0901888485' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({ provider: 'esms', channel: 'voice', status: 'accepted', recipient: { phone: '0901888484' }, requestId: expect.stringMatching(/^voice-/) }),
		pairedItem: { item: 0 },
	});
	expect(stage.simulator.messages().map(({ phone, text, typeId }) => [phone, text, typeId])).toEqual([
		['0901888484', CONTENT, 8],
		['0901888485', CONTENT, 8],
	]);
});

it('sends a text with diacritics where Unicode is on', async () => {
	const { error } = await run([{ phone: '0901888484' }], { content: 'Đơn hàng DH001', unicode: true });
	expect(error).toBeUndefined();
	expect(stage.simulator.messages().at(-1)?.text).toBe('Đơn hàng DH001');
});

it('gives a duplicate receipt for the same text to the same number', async () => {
	await run([{ phone: '0901888484' }]);
	const { outputs } = await run([{ phone: '0901888484' }]);
	expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
	expect(stage.simulator.messages()).toHaveLength(1);
});

it('sends nothing in the sandbox', async () => {
	const { outputs } = await run([{ phone: '0901888484' }], { options: { sandbox: true } });
	expect(outputs[0]?.[0]?.json.status).toBe('sandbox');
	expect(stage.simulator.messages()).toEqual([]);
});

it.each([
	['text with diacritics while Unicode is off', { content: 'Đơn hàng' }, /Content holds what a plain SMS cannot carry: "Đ", 1st word/],
	['an empty text', { content: '={{ $json.none }}' }, /Content is empty/],
	['several numbers', { phone: '0901888484, 0901888485' }, /^Phone: /],
	['a landline', { phone: '02838123456' }, /is a landline/],
	['a callback URL that is none', { options: { callbackUrl: 'n8n.example.com' } }, /Callback URL "n8n.example.com" is not a URL/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([{ phone: '0901888484' }], parameters);
	expect(error?.message).toMatch(message);
	expect(stage.simulator.requests()).toEqual([]);
});

it('explains a refusal of eSMS', async () => {
	const { error } = await run([{ phone: '0901001103' }]);
	expect(error?.message).toMatch(/balance of the eSMS account is too low \(code 103\)/);
});

it('sends the good items and makes failure items of the others where errors go on', async () => {
	const { outputs } = await run([{ phone: '0901001163' }, { phone: '0901888484' }, { phone: '123' }], {}, { onError: 'continueErrorOutput' });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1]?.map(({ json }) => [json.phone, (json.details as { code: string }).code])).toEqual([['0901001163', '163'], ['123', null]]);
});

it.each([
	['0901888484', 'delivered', 1],
	['0905000001', 'failed', 2],
])('waits for the delivery of one message: %s is %s', async (phone, outcome, output) => {
	stage.simulator.configure({ esms: { callback: { delayMs: 0, beforeAnswer: true } } });
	const { outputs, error } = await run([{ phone }], { afterSending: 'wait', options: { waitBy: 'asking', callbackUrl: 'http://127.0.0.1:9/report' } });
	expect(error).toBeUndefined();
	expect(outputs[output]?.[0]?.json).toEqual({ phone, delivery: expect.objectContaining({ channel: 'voice', outcome }) });
});

it('has other request IDs than a one-time password by call with the same key', async () => {
	const options = { requestIdBy: 'key', requestKey: 'DH001' };
	await run([{ phone: '0901888484' }], { options, content: '686868' });
	const { outputs } = await run([{ phone: '0901888484' }], { options, operation: 'sendOtp', resource: 'voice', code: '686868' });
	expect(outputs[0]?.[0]?.json.status).toBe('accepted');
	expect(stage.simulator.messages()).toHaveLength(2);
});

it('sends a text of a word processor plain', async () => {
	await run([{ phone: '0901888484' }], { content: '‘Tet’\u202F— 2027' });
	expect(stage.simulator.messages().at(-1)?.text).toBe("'Tet' - 2027");
});
