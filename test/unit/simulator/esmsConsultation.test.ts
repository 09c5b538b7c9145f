import { call, KEYS, SVOUCHER } from './client.mjs';
import { onStage, reportsOf } from './sending.mjs';
import { follower, sendTransaction, USER, type Json } from './zaloMessages.mjs';

const TEXT = 'MainService.svc/json/SendZaloFollowerMessage_V4_post_json/';
/** The sample of the page, with its last quote. */
const SAMPLE: Json = {
	...KEYS,
	OAID: SVOUCHER,
	User_id: USER,
	Content: 'Tin Zalo Tư vấn dạng văn bản',
	RequestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2',
};

describe('a consultation text through eSMS', () => {
	const stage = onStage();

	const post = async (own: Json = {}, type = 'text/plain') =>
		await call('POST', `${stage.simulator.esmsUrl}/${TEXT}`, JSON.stringify({ ...SAMPLE, ...own }), { 'Content-Type': type });
	const code = async (own: Json) => (await post(own)).json().CodeResult;

	it('is accepted as in the sample, reaches the user and is called back as type 26', async () => {
		expect((await post({ CallbackUrl: stage.receiver.url })).json()).toEqual({
			CodeResult: '100', CountRegenerate: 0, SMSID: expect.any(String),
		});
		await stage.simulator.whenIdle();
		expect(stage.simulator.messages()).toEqual([
			expect.objectContaining({ channel: 'zalo', zaloUserId: USER, typeId: 26, text: SAMPLE.Content, senderName: 'SVoucher', price: 60, state: 'delivered' }),
		]);
		expect(reportsOf(stage.receiver)).toEqual([
			expect.objectContaining({ TypeId: '26', SendSuccess: '1', phonenumber: '312158068343230', oaid: SVOUCHER, RequestId: SAMPLE.RequestId }),
		]);
		expect(JSON.stringify(stage.simulator.messages())).not.toContain(KEYS.SecretKey);
	});

	it.each([
		['101', { SecretKey: 'x' }],
		['799', { OAID: '1' }],
		['210', { User_id: undefined }],
		['210', { Content: '' }],
		['100', { Content: '😀'.repeat(2_000) }],
		['210', { Content: '😀'.repeat(2_001) }],
		['100', { Content: 'ế'.normalize('NFD').repeat(2_000) }],
		['100', { User_id: '70000000000000213' }],
	])('is answered with %s to %#', async (expected, own) => {
		expect(await code(own)).toBe(expected);
	});

	it('refuses a used RequestId', async () => {
		expect(await code({})).toBe('100');
		expect(await code({})).toBe('124');
	});

	it('takes both content types, or the one it is set to', async () => {
		expect((await post({ RequestId: '' }, 'application/json')).status).toBe(200);
		stage.simulator.configure({ esms: { consultationTextContentType: 'textPlain' } });
		expect((await post({ RequestId: '' }, 'application/json')).status).toBe(400);
		expect((await post({ RequestId: '' }, 'text/plain; charset=utf-8')).status).toBe(200);
		stage.simulator.configure({ esms: { consultationTextContentType: 'json' } });
		expect((await post({ RequestId: '' })).status).toBe(400);
	});

	it('knows neither Sandbox nor SendDate, unless set so', async () => {
		const unlisted = { RequestId: '', Sandbox: '1', SendDate: '2099-12-31 08:30:00' };
		await post(unlisted);
		await stage.simulator.whenIdle();
		expect(stage.simulator.messages().map(({ state }) => state)).toEqual(['delivered']);
		stage.simulator.configure({ esms: { follower: { unlistedFields: 'accept' } } });
		await post(unlisted);
		await post({ ...unlisted, Sandbox: '0' });
		expect(stage.simulator.messages().map(({ state }) => state)).toEqual(['delivered', 'scheduled']);
	});
});

describe('the consultation forms with a payload', () => {
	const stage = onStage();

	const code = async (payload: Json, message: Json = { text: 'Chào' }, own: Json = {}) =>
		(await sendTransaction(stage.simulator, {}, { Payload: follower(payload, USER, message), ...own })).json().CodeResult;
	const photo = (url: string, media_type = 'image') => ({ template_type: 'media', elements: [{ media_type, url }] });
	const form = (image_url: string) => ({ template_type: 'request_user_info', elements: [{ title: 'OA Chatbot', subtitle: 'Xin thông tin', image_url }] });
	const buttons = [{ title: 'QUERY SHOW', type: 'oa.query.show', payload: '#callback_data' }];

	it.each([
		['a png', '100', photo('https://minio.esms.vn/a.png')],
		['a picture without an ending', '100', photo('https://minio.esms.vn/a')],
		['a webp', '210', photo('https://minio.esms.vn/a.webp')],
		['a picture that is no URL', '210', photo('a.png')],
		['a gif as an image', '210', photo('https://minio.esms.vn/a.gif')],
		['a gif as a gif', '100', photo('https://minio.esms.vn/a.gif', 'gif')],
		['a video', '210', photo('https://minio.esms.vn/a.png', 'video')],
		['a form with a jpg', '100', form('https://minio.esms.vn/a.JPG')],
		['a form with a gif', '210', form('https://minio.esms.vn/a.gif')],
		['no button', '210', { buttons: [] }],
	])('%s: %s', async (_, expected, payload) => {
		expect(await code(payload)).toBe(expected);
	});

	it('may refuse every gif', async () => {
		stage.simulator.configure({ esms: { follower: { gifExtension: 'refuse' } } });
		expect(await code(photo('https://minio.esms.vn/a.gif', 'gif'))).toBe('210');
	});

	it('need no icon on their buttons, for their page has none', async () => {
		stage.simulator.configure({ esms: { follower: { imageIcon: 'required' } } });
		expect(await code({ buttons })).toBe('100');
	});

	it('do not know Sandbox, but SendDate', async () => {
		await code({ buttons }, { text: 'Chào' }, { Sandbox: '1' });
		await code({ buttons }, { text: 'Chào' }, { SendDate: '2099-12-31 08:30:00' });
		await stage.simulator.whenIdle();
		expect(stage.simulator.messages().map(({ state }) => state)).toEqual(['delivered', 'scheduled']);
	});
});
