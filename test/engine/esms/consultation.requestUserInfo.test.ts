import samples from '../../fixtures/esms/consultation.json';
import type { EngineRun } from '../../support/engine.mjs';
import { simulated } from './simulated.mjs';

const { message } = samples.userInfoRequest.Payload;
const [form] = message.attachment.payload.elements;
const USER = '31215806834323092';

const stage = simulated('consultation', 'requestUserInfo', {
	officialAccount: { __rl: true, mode: 'list', value: '4097311281936189049' },
	zaloUserId: '={{ $json.user }}',
	title: form?.title ?? '',
	subtitle: form?.subtitle ?? '',
	imageUrl: form?.image_url ?? '',
});
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

it('sends the documented sample per item and returns its receipt (esms.md 5.4)', async () => {
	const { outputs, error } = await run([{ user: USER }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ channel: 'zalo', status: 'accepted', recipient: { zaloUserId: USER } });
	expect(stage.simulator.messages().map(({ payload }) => payload)).toEqual([{ recipient: { user_id: USER }, message }]);
});

it('is announced as JSON, or as the user chooses', async () => {
	stage.simulator.configure({ esms: { transactionContentType: 'json' } });
	expect((await run([{ user: USER }])).error).toBeUndefined();
	stage.simulator.configure({ esms: { transactionContentType: 'textPlain' } });
	expect((await run([{ user: USER }], { options: { contentType: 'text/plain', requestIdBy: 'none' } })).error).toBeUndefined();
	expect(stage.simulator.messages()).toHaveLength(2);
});

it('gives a duplicate receipt for the same request to the same customer', async () => {
	await run([{ user: USER }]);
	expect((await run([{ user: USER }])).outputs[0]?.[0]?.json.status).toBe('duplicate');
});

it.each([
	['no title', { title: '={{ $json.none }}' }, /^Title is empty$/],
	['a title that is too long', { title: 'x'.repeat(101) }, /Title has 101 characters, Zalo allows 100/],
	['a subtitle that is too long', { subtitle: 'x'.repeat(501) }, /Subtitle has 501 characters, Zalo allows 500/],
	['no picture', { imageUrl: '={{ $json.none }}' }, /^Image URL is empty$/],
	['a picture of another form', { imageUrl: 'https://myshop.vn/a.gif' }, /is not the https address of a JPG or PNG picture/],
])('refuses %s before anything is sent', async (_, parameters, expected) => {
	const { error } = await run([{ user: USER }], parameters);
	expect(error?.message).toMatch(expected);
	expect(stage.simulator.requests()).toEqual([]);
});

it('makes failure items of bad items where errors go on', async () => {
	const { outputs } = await run([{ user: '70000000901001210' }, { user: USER }], {}, { onError: 'continueErrorOutput' });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1]?.[0]?.json.error).toContain('(code 210)');
});

it('waits for the delivery of one message', async () => {
	stage.simulator.configure({ esms: { callback: { delayMs: 0, beforeAnswer: true } } });
	const { outputs, error } = await run([{ user: USER }], { afterSending: 'wait', options: { waitBy: 'asking', callbackUrl: 'http://127.0.0.1:9/report' } });
	expect(error).toBeUndefined();
	expect(outputs[1]?.[0]?.json.delivery).toMatchObject({ channel: 'zalo', outcome: 'delivered' });
});
