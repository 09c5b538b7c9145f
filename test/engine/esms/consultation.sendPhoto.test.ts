import samples from '../../fixtures/esms/consultation.json';
import type { EngineRun } from '../../support/engine.mjs';
import { simulated } from './simulated.mjs';

const { message } = samples.photo.Payload;
const USER = '31215806834323092';

const stage = simulated('consultation', 'sendPhoto', {
	officialAccount: { __rl: true, mode: 'list', value: '4097311281936189049' },
	zaloUserId: '={{ $json.user }}',
	text: message.text,
	imageUrl: message.attachment.payload.elements[0]?.url ?? '',
});
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

it('sends the documented sample per item and returns its receipt (esms.md 5.2)', async () => {
	const { outputs, error } = await run([{ user: USER }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ channel: 'zalo', status: 'accepted', recipient: { zaloUserId: USER } });
	expect(stage.simulator.messages().map(({ payload }) => payload)).toEqual([{ recipient: { user_id: USER }, message }]);
});

it('sends an animated picture, at a date, with a callback URL', async () => {
	const { error } = await run([{ user: USER }], {
		media: 'gif',
		imageUrl: 'https://myshop.vn/sale.gif',
		options: { sendDate: '2099-12-31T08:30:00+07:00', callbackUrl: 'https://n8n.example.com/cb' },
	});
	expect(error).toBeUndefined();
	const { payload, body } = stage.simulator.messages().at(-1) ?? {};
	expect(payload).toMatchObject({ message: { attachment: { payload: { elements: [{ media_type: 'gif', url: 'https://myshop.vn/sale.gif' }] } } } });
	expect(body).toMatchObject({ SendDate: '2099-12-31 08:30:00', CallbackUrl: 'https://n8n.example.com/cb' });
});

it('is announced as plain text, or as the user chooses', async () => {
	stage.simulator.configure({ esms: { transactionContentType: 'textPlain' } });
	expect((await run([{ user: USER }])).error).toBeUndefined();
	stage.simulator.configure({ esms: { transactionContentType: 'json' } });
	expect((await run([{ user: USER }], { options: { contentType: 'application/json', requestIdBy: 'none' } })).error).toBeUndefined();
	expect(stage.simulator.messages()).toHaveLength(2);
});

it('gives a duplicate receipt for the same message, and not for another picture', async () => {
	await run([{ user: USER }]);
	expect((await run([{ user: USER }])).outputs[0]?.[0]?.json.status).toBe('duplicate');
	expect((await run([{ user: USER }], { imageUrl: 'https://myshop.vn/other.png' })).outputs[0]?.[0]?.json.status).toBe('accepted');
});

it.each([
	['no picture', { imageUrl: '={{ $json.none }}' }, /^Image URL is empty$/],
	['a picture that is not https', { imageUrl: 'http://myshop.vn/a.png' }, /Image URL .* is not the https address of a JPG or PNG picture/],
	['a GIF as a still picture', { imageUrl: 'https://myshop.vn/a.gif' }, /is not the https address of a JPG or PNG picture/],
	['a kind of picture that is not known', { media: '={{ "video" }}' }, /Picture is "video", which is none of its choices/],
	['an empty text', { text: '={{ $json.none }}' }, /^Text is empty$/],
	['two faults at once', { text: '={{ $json.none }}', imageUrl: '={{ $json.none }}' }, /^Text is empty; Image URL is empty$/],
])('refuses %s before anything is sent', async (_, parameters, expected) => {
	const { error } = await run([{ user: USER }], parameters);
	expect(error?.message).toMatch(expected);
	expect(stage.simulator.requests()).toEqual([]);
});

it('makes failure items of bad items where errors go on', async () => {
	const { outputs } = await run([{ user: '' }, { user: USER }], {}, { onError: 'continueRegularOutput' });
	expect(outputs[0]?.map(({ json }) => json.status ?? json.error)).toEqual(['Zalo User ID is empty', 'accepted']);
});
