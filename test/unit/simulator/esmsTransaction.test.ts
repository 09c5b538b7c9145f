import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { KEYS, SVOUCHER } from './client.mjs';
import { follower, samplePayload, sendTransaction, USER, type Json } from './zaloMessages.mjs';

describe('sending a transaction message through eSMS', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ esms: { callback: { delayMs: 1 } } });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	const code = async (inner: Json, own: Json = {}) => (await sendTransaction(simulator, inner, own)).json().CodeResult;

	it('accepts the documented sample and keeps what arrived, without the keys', async () => {
		const own = { RequestId: '96accf59-0c41-4bc7-a5c4-4a466c2e41c2' };
		const answer = await sendTransaction(simulator, {}, own);
		const { SMSID } = answer.json();
		expect(answer.json()).toEqual({ CodeResult: '100', CountRegenerate: 0, SMSID: expect.stringMatching(/^[0-9a-f]{32}\d{3}$/) });
		await simulator.whenIdle();
		expect(simulator.messages()).toEqual([
			expect.objectContaining({
				id: SMSID, provider: 'esms', channel: 'zalo', phone: '', zaloUserId: USER, typeId: 26, oaId: SVOUCHER,
				senderName: 'SVoucher', templateName: 'Đơn hàng', price: 60, state: 'delivered', ...{ requestId: own.RequestId },
			}),
		]);
		const [message] = simulator.messages();
		expect(message?.payload).toEqual(follower(samplePayload()));
		expect(message?.body).toEqual({ OAID: SVOUCHER, Payload: follower(samplePayload()), ...own });
		expect(JSON.stringify(message)).not.toContain(KEYS.ApiKey);
		expect(message?.text.split('\n')).toEqual([
			'Trạng thái đơn hàng', '• Cảm ơn bạn đã mua hàng tại cửa hàng.', '• Thông tin đơn hàng của bạn như sau:',
			'Mã khách hàng: eSMS-001', 'Trạng thái: Đang giao', 'Giá tiền: 250,000đ', '📲 Lưu ý điện thoại. Xin cảm ơn!',
		]);
		expect(simulator.requests()[0]).toMatchObject({ phone: USER, code: '100' });
	});

	it.each([
		['both', 'text/plain', 200],
		['both', 'application/json; charset=utf-8', 200],
		['both', 'application/x-www-form-urlencoded', 400],
		['textPlain', 'text/plain; charset=utf-8', 200],
		['textPlain', 'application/json', 400],
		['json', 'application/json', 200],
		['json', 'text/plain', 400],
	] as const)('with content type "%s", answers a body of %s with %d', async (contentType, type, status) => {
		simulator.configure({ esms: { transactionContentType: contentType } });
		expect((await sendTransaction(simulator, {}, {}, type)).status).toBe(status);
		expect(simulator.messages()).toHaveLength(status === 200 ? 1 : 0);
	});

	it.each([
		['101', { SecretKey: 'x' }],
		['799', { OAID: '1' }],
		['799', { OAID: undefined }],
		['210', { Payload: undefined }],
		['210', { Payload: JSON.stringify(follower(samplePayload())) }],
		['110', { SendDate: '2030/01/01 08:00:00' }],
		['110', { RequestId: 'a'.repeat(51) }],
	])('answers %s to %j', async (expected, own) => {
		expect(await code({}, own)).toBe(expected);
		expect(simulator.messages()).toEqual([]);
	});

	it('answers 204 to an unknown OA when set so', async () => {
		simulator.configure({ esms: { unknownOaCode: '204' } });
		expect(await code({}, { OAID: '1' })).toBe('204');
	});

	it('names the broken rule with 210', async () => {
		const answer = await sendTransaction(simulator, { template_type: 'transaction_orders' });
		expect(answer.json()).toEqual({
			CodeResult: '210', CountRegenerate: 0, ErrorMessage: 'Payload is invalid: template_type is none of the 13 transaction types',
		});
		expect(simulator.requests()[0]?.note).toContain('13 transaction types');
	});

	it('remembers its RequestId, keeps sandbox messages to itself and waits for a SendDate', async () => {
		expect(await code({}, { RequestId: 'r' })).toBe('100');
		expect(await code({}, { RequestId: 'r' })).toBe('124');
		expect(await code({}, { Sandbox: 1 })).toBe('100');
		expect(await code({}, { Sandbox: '1', Payload: {} })).toBe('210');
		expect(await code({}, { SendDate: '2099-12-31 08:30:00' })).toBe('100');
		await simulator.whenIdle();
		expect(simulator.messages().map(({ state }) => state)).toEqual(['delivered', 'scheduled']);
		expect(simulator.balance).toBe(simulator.settings.esms.balance - 120);
		simulator.releaseScheduled();
		await simulator.whenIdle();
		expect(simulator.messages()[1]?.state).toBe('delivered');
	});

	it.each([
		['accepted, then -201', 'zalo', '100', [{ code: -201, message: 'user_id is invalid!' }]],
		['refused', 'refuse', '210', []],
	] as const)('a user id that is no number is %s', async (_, nonNumeric, expected, failures) => {
		simulator.configure({ esms: { uid: { nonNumeric } } });
		expect(await code({}, { Payload: follower(samplePayload(), 'nguyen-van-a') })).toBe(expected);
		await simulator.whenIdle();
		expect(simulator.messages().map(({ failure }) => failure)).toEqual(failures);
	});

	describe('takes the consultation forms of the same call by their required fields', () => {
		const attachment = (payload: Json, message: Json = {}) => ({ Payload: follower(payload, USER, message) });
		const photo = { template_type: 'media', elements: [{ media_type: 'image', url: 'https://minio.esms.vn/a.png' }] };
		const form = {
			template_type: 'request_user_info',
			elements: [{ title: 'OA Chatbot', subtitle: 'Đang yêu cầu thông tin từ bạn', image_url: 'https://minio.esms.vn/a.png' }],
		};
		const buttons = [{ title: 'a'.repeat(100), type: 'oa.query.show', payload: '#callback_data' }];

		it.each([
			['a photo', '100', attachment(photo, { text: 'Tin Zalo Tư vấn đính kèm ảnh' })],
			['a photo without text', '210', attachment(photo)],
			['two photos', '210', attachment({ ...photo, elements: [...photo.elements, ...photo.elements] }, { text: 'a' })],
			['five buttons', '100', attachment({ buttons: Array.from({ length: 5 }, () => buttons[0]) }, { text: 'Chào' })],
			['a button with a title over 100', '210', attachment({ buttons: [{ ...buttons[0], title: 'a'.repeat(101) }] }, { text: 'a' })],
			['text over 2,000', '210', attachment({ buttons }, { text: 'a'.repeat(2_001) })],
			['a form', '100', attachment(form)],
			['a form without a title', '210', attachment({ ...form, elements: [{ ...form.elements[0], title: '' }] })],
			['another template_type', '210', attachment({ template_type: 'list' })],
		])('%s: %s', async (_, expected, own) => {
			expect(await code({}, own)).toBe(expected);
		});
	});
});
