import type { EngineRun } from '../../support/engine.mjs';
import { simulated } from './simulated.mjs';

const OFFICIAL_ACCOUNT = '4097311281936189049';
const USER = '31215806834323092';

const stage = simulated('consultation', 'sendText', {
	officialAccount: { __rl: true, mode: 'list', value: OFFICIAL_ACCOUNT },
	zaloUserId: '={{ $json.user }}',
	text: 'Chào bạn, đơn hàng DH001 đã tới kho.',
});
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

it('sends one text per item and returns its receipt', async () => {
	const { outputs, error } = await run([{ user: USER }, { user: '5308693166941955879' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({ provider: 'esms', channel: 'zalo', status: 'accepted', recipient: { zaloUserId: USER }, requestId: expect.stringMatching(/^zalo-/) }),
		pairedItem: { item: 0 },
	});
	expect(stage.simulator.messages().map(({ channel, zaloUserId, text, typeId, oaId }) => [channel, zaloUserId, text, typeId, oaId])).toEqual([
		['zalo', USER, 'Chào bạn, đơn hàng DH001 đã tới kho.', 26, OFFICIAL_ACCOUNT],
		['zalo', '5308693166941955879', expect.any(String), 26, OFFICIAL_ACCOUNT],
	]);
});

it('parts lines as Zalo does, and sends text in NFC', async () => {
	await run([{ user: USER }], { text: 'Chào bạn\nHẹn gặp lại'.normalize('NFD') });
	expect(stage.simulator.messages().at(-1)?.text).toBe('Chào bạn\r\nHẹn gặp lại');
});

it('gives a duplicate receipt for the same text to the same customer', async () => {
	await run([{ user: USER }]);
	const { outputs } = await run([{ user: USER }]);
	expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
});

it.each([
	[{}, 'json', 'textPlain'],
	[{ contentType: 'text/plain' }, 'textPlain', 'json'],
] as const)('with the options %j only the content type %s is sent', async (options, taken, refused) => {
	stage.simulator.configure({ esms: { consultationTextContentType: taken } });
	expect((await run([{ user: USER }], { options: { ...options } })).error).toBeUndefined();
	stage.simulator.configure({ esms: { consultationTextContentType: refused } });
	expect((await run([{ user: '1' }], { options: { ...options } })).error?.message).toContain('HTTP status 400');
});

it.each([
	['an empty text', { text: '={{ $json.none }}' }, /^Text is empty$/],
	['a text that is too long', { text: 'ễ'.repeat(2001) }, /Text has 2001 characters, Zalo allows 2000/],
	['no Official Account', { officialAccount: { __rl: true, mode: 'id', value: '={{ $json.none }}' } }, /Official Account is empty/],
	['a content type that there is not', { options: { contentType: '={{ "text/html" }}' } }, /^Content Type is "text\/html", which is none of its choices$/],
	['no user', { zaloUserId: '={{ $json.none }}' }, /Zalo User ID is empty/],
	['a user ID that was rounded', { zaloUserId: '={{ 31215806834323092 }}' }, /was rounded/],
	['a callback URL that is none', { options: { callbackUrl: 'n8n.example.com' } }, /Callback URL "n8n.example.com" is not a URL/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([{ user: USER }], parameters);
	expect(error?.message).toMatch(message);
	expect(stage.simulator.requests()).toEqual([]);
});

it('explains an Official Account that does not exist', async () => {
	const { error } = await run([{ user: USER }], { officialAccount: { __rl: true, mode: 'id', value: '1' } });
	expect(error?.message).toMatch(/Official Account .*\(code (204|799)\)/);
});

it('sends the good items and makes failure items of the others where errors go on', async () => {
	const { outputs } = await run([{ user: '70000000901001103' }, { user: USER }, { user: 'an' }], {}, { onError: 'continueErrorOutput' });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1]?.map(({ json }) => [json.user, (json.details as { code: string }).code])).toEqual([['70000000901001103', '103'], ['an', null]]);
});

it.each([
	[USER, 'delivered', 1],
	['70000000000000213', 'failed', 2],
])('waits for the delivery of one message: %s is %s', async (user, outcome, output) => {
	stage.simulator.configure({ esms: { callback: { delayMs: 0, beforeAnswer: true } } });
	const { outputs, error } = await run([{ user }], { afterSending: 'wait', options: { waitBy: 'asking', callbackUrl: 'http://127.0.0.1:9/report' } });
	expect(error).toBeUndefined();
	expect(outputs[output]?.[0]?.json).toEqual({ user, delivery: expect.objectContaining({ channel: 'zalo', outcome }) });
});
