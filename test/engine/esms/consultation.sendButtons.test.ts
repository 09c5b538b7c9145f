import samples from '../../fixtures/esms/consultation.json';
import type { EngineRun } from '../../support/engine.mjs';
import { simulated } from './simulated.mjs';

const { message } = samples.buttons.Payload;
const USER = '31215806834323092';

/** The buttons of the sample, as a user fills in the form. */
const BUTTONS = [
	{ title: 'Link url', type: 'oa.open.url', url: 'https://developers.esms.vn/esms-api/ham-gui-tin/tin-zalo-tu-van-dang-button' },
	{ title: 'QUERY SHOW', type: 'oa.query.show', query: '#callback_data' },
	{ title: 'QUERY HIDE', type: 'oa.query.hide', query: '#callback_data' },
	{ title: 'OPEN SMS', type: 'oa.open.sms', smsContent: 'Cảm ơn quý khách đã sử dụng dịch vụ của chúng tôi. Chúc quý khách một ngày mới tốt lành!', phoneCode: '090 188 8484' },
	{ title: 'OPEN PHONE', type: 'oa.open.phone', phoneCode: '0901888484' },
];

const stage = simulated('consultation', 'sendButtons', {
	officialAccount: { __rl: true, mode: 'list', value: '4097311281936189049' },
	zaloUserId: '={{ $json.user }}',
	text: message.text,
	buttons: { button: BUTTONS },
});
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

it('sends the documented sample per item and returns its receipt (esms.md 5.3)', async () => {
	const { outputs, error } = await run([{ user: USER }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ channel: 'zalo', status: 'accepted', recipient: { zaloUserId: USER } });
	expect(stage.simulator.messages().map(({ payload }) => payload)).toEqual([{ recipient: { user_id: USER }, message }]);
});

it('is announced as plain text', async () => {
	stage.simulator.configure({ esms: { transactionContentType: 'textPlain' } });
	expect((await run([{ user: USER }])).error).toBeUndefined();
});

it('gives a duplicate receipt for the same message, and not for another button', async () => {
	await run([{ user: USER }]);
	expect((await run([{ user: USER }])).outputs[0]?.[0]?.json.status).toBe('duplicate');
	expect((await run([{ user: USER }], { buttons: { button: BUTTONS.slice(1) } })).outputs[0]?.[0]?.json.status).toBe('accepted');
});

it.each([
	['no buttons', { buttons: {} }, /^Buttons is empty$/],
	['a title that is too long', { buttons: { button: [{ ...BUTTONS[0], title: 'x'.repeat(101) }] } }, /Buttons 1: Title has 101 characters, Zalo allows 100/],
	['a URL that is none', { buttons: { button: [BUTTONS[1], { ...BUTTONS[0], url: 'myshop.vn' }] } }, /Buttons 2: URL "myshop.vn" is not a URL, it must start with https/],
	['a phone that is none', { buttons: { button: [{ ...BUTTONS[4], phoneCode: '113' }] } }, /Buttons 1: Phone Number to Reach "113" is not a Vietnamese number/],
	['a query that is missing', { buttons: { button: [{ title: 'x', type: 'oa.query.show' }] } }, /Buttons 1: Query is empty/],
	['an action that there is not', { buttons: { button: [{ ...BUTTONS[0], type: 'oa.open.app' }] } }, /^Buttons 1: Action is "oa.open.app", which is none of its choices$/],
	['a title that is a list', { buttons: { button: [BUTTONS[0], { ...BUTTONS[1], title: '={{ [1] }}' }] } }, /^Buttons 2: Title is a list, where a text is meant$/],
	['an empty text', { text: '={{ $json.none }}' }, /^Text is empty$/],
])('refuses %s before anything is sent', async (_, parameters, expected) => {
	const { error } = await run([{ user: USER }], parameters as Parameters<typeof run>[1]);
	expect(error?.message).toMatch(expected);
	expect(stage.simulator.requests()).toEqual([]);
});

it('takes a title of 100 characters', async () => {
	expect((await run([{ user: USER }], { buttons: { button: [{ ...BUTTONS[0], title: 'ễ'.repeat(100) }] } })).error).toBeUndefined();
});

it('makes failure items of bad items where errors go on', async () => {
	const { outputs } = await run([{ user: '70000000901001101' }, { user: USER }], {}, { onError: 'continueErrorOutput' });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1]).toHaveLength(1);
});
