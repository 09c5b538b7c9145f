import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { KINDS } from '../../../sandbox/simulator/zaloOa/kinds.mjs';
import { TEMPLATES } from '../../../sandbox/simulator/zaloOa/templateSeed.mjs';
import { draw } from './fakeDom.mjs';
import { BASICS_SCRIPT } from '../../../sandbox/simulator/page/basics.mjs';
import { MESSAGES_SCRIPT } from '../../../sandbox/simulator/page/messages.mjs';
import { TRANSACTION_SCRIPT } from '../../../sandbox/simulator/page/transaction.mjs';
import { dataOf, errorOf, otpBody, sendOtp, zalo, type Json } from './zaloCalls.mjs';

describe('what the account of Zalo has', () => {
	let simulator: Simulator;
	const now = Date.parse('2026-11-21T03:00:00Z');
	beforeAll(async () => {
		simulator = await startSimulator({ zalo: { delivery: { delayMs: 1 } } }, { clock: () => now });
	});
	afterEach(async () => {
		await simulator.whenIdle();
		simulator.reset();
	});
	afterAll(async () => await simulator.close());

	const get = async (path: string) => await zalo(simulator, 'GET', `/business/${path}`);
	const post = async (path: string, body?: unknown) => await zalo(simulator, 'POST', `/business/${path}`, body);
	const list = async (query: string) => dataOf(await get(`template/all?${query}`)) as unknown as Json[];

	it('lists templates page by page, with a total', async () => {
		const answer = (await get('template/all?offset=0&limit=2')).json();
		expect(answer).toEqual({
			error: 0,
			message: 'success',
			data: [
				{ templateId: '415201', templateName: 'Xác nhận đăng ký dịch vụ', createdTime: expect.any(Number), status: 'ENABLE', templateQuality: 'HIGH' },
				expect.objectContaining({ templateId: '415202' }),
			],
			metadata: { total: TEMPLATES.length },
		});
		const pages = [...(await list('offset=0&limit=5')), ...(await list('offset=5&limit=5')), ...(await list('offset=10&limit=5'))];
		expect(pages.map(({ templateId }) => templateId)).toEqual(TEMPLATES.map(({ id }) => id));
		expect(await list('offset=100&limit=5')).toEqual([]);
	});

	it('filters templates by status and by app', async () => {
		const statuses = async (status: number) => [...new Set((await list(`offset=0&limit=100&status=${status}`)).map((template) => template.status))];
		expect([await statuses(1), await statuses(2), await statuses(3), await statuses(4)]).toEqual([['ENABLE'], ['PENDING_REVIEW'], ['REJECT'], ['DISABLE']]);
		expect((await list('offset=0&limit=100&filterPreset=1')).map(({ templateId }) => templateId)).not.toContain('415212');
	});

	it.each(['offset=0&limit=101', 'offset=0&limit=0', 'limit=10', 'offset=-1&limit=10'])('refuses the page %s, or caps it by a switch', async (query) => {
		expect(errorOf(await get(`template/all?${query}`))).toBe(-132);
		simulator.configure({ zalo: { lists: { badPage: 'cap' } } });
		expect(errorOf(await get(`template/all?${query}`))).toBe(0);
	});

	it.each(['status=5', 'status=ENABLE', 'filterPreset=2'])('refuses %s', async (query) => {
		expect(errorOf(await get(`template/all?offset=0&limit=10&${query}`))).toBe(-132);
	});

	it('tells a template in the form of the sample', async () => {
		expect((await get('template/info/v2?template_id=12345')).json()).toEqual({
			error: 0,
			message: 'Success',
			data: {
				templateId: '12345',
				templateName: 'Nhắc thanh toán hóa đơn',
				status: 'ENABLE',
				listParams: [{ name: 'payment_link', require: true, type: 'STRING', maxLength: 30, minLength: 0, acceptNull: false }],
				listButtons: [
					{ type: 1, title: 'Truy cập website', content: expect.stringMatching(/^https:/) },
					{ type: 2, title: 'Gọi CSKH', content: '0858808123' },
				],
				timeout: 7_200_000,
				previewUrl: expect.stringMatching(/^https:\/\/account\.zalo\.cloud\/znspreview\//),
				templateQuality: 'HIGH',
				templateTag: 'TRANSACTION',
				price_sdt: '800',
				price_uid: '560',
				price: '800',
			},
		});
		expect(errorOf(await get('template/info/v2?template_id=1'))).toBe(-109);
		expect(errorOf(await get('template/info/v2'))).toBe(-109);
	});

	it('tells a template in the other forms, too', async () => {
		simulator.configure({ zalo: { lists: { timeout: 'string', templateId: 'number', tags: 'old', parameterTypes: 'varied', oddTemplate: true } } });
		expect(dataOf(await get('template/info/v2?template_id=12345'))).toMatchObject({ templateId: 12345, timeout: '7200000', templateTag: 'IN_TRANSACTION', listParams: [{ type: 'TYPE_0' }] });
		// What is no number stays itself, and so does an ID that a number would round.
		expect(dataOf(await get('template/info/v2?template_id=7895417a7d3f9461cd2e'))).toMatchObject({ templateId: '7895417a7d3f9461cd2e' });
		expect(dataOf(await get('template/info/v2?template_id=99900100000000000001'))).toMatchObject({ templateId: '99900100000000000001' });
	});

	it('has every kind of parameter, and sample values that a send takes', async () => {
		const open = TEMPLATES.filter(({ status, foreign }) => status === 'ENABLE' && !foreign);
		expect(new Set(open.flatMap(({ parameters }) => parameters.map(({ kind }) => kind)))).toEqual(new Set(Object.keys(KINDS)));
		for (const { id } of open) {
			const template_data = dataOf(await get(`template/sample-data?template_id=${id}`));
			expect(errorOf(await sendOtp(simulator, { template_id: id, template_data }))).toBe(0);
		}
	});

	it('quota, tags, quality', async () => {
		simulator.configure({ zalo: { limits: { oaDaily: 500 } } });
		await sendOtp(simulator);
		expect((await get('message/quota')).json().data).toEqual({
			dailyQuota: 500,
			remainingQuota: 499,
			dailyQuotaPromotion: null,
			remainingQuotaPromotion: null,
			monthlyPromotionQuota: 125,
			remainingMonthlyPromotionQuota: 124,
			estimatedNextMonthPromotionQuota: 2000,
		});
		expect((await get('quality')).json().data).toEqual({ oaCurrentQuality: 'HIGH', oa7dayQuality: 'MEDIUM' });
		expect((await get('message/template-tag')).json().data).toEqual(['TRANSACTION', 'CUSTOMER_CARE', 'PROMOTION']);
		simulator.configure({ zalo: { lists: { tags: 'old', quota: 'numbers' } } });
		expect((await get('message/template-tag')).json()).toEqual({ data: ['OTP', 'IN_TRANSACTION', 'POST_TRANSACTION'], error: 0, message: 'success' });
		expect(dataOf(await get('message/quota'))).toMatchObject({ dailyQuotaPromotion: 0 });
	});

	describe('ratings and quick replies', () => {
		const range = `from_time=${now - 30 * 24 * 3_600_000}&to_time=${now}`;

		it('ratings come in pages, within a range of time', async () => {
			const { total, data } = dataOf(await post(`rating/get?template_id=415203&${range}&offset=0&limit=100`)) as { total: number; data: Json[] };
			expect([total, data.length]).toEqual([120, 100]);
			expect(data[0]).toEqual({
				rating_type: 'csat', option: 'five_emotions', note: expect.any(String), rate: expect.any(Number),
				submitDate: expect.stringMatching(/^\d{13}$/), msgId: expect.any(String), feedbacks: expect.any(Array), trackingId: expect.any(String),
			});
			expect(dataOf(await post(`rating/get?template_id=415203&from_time=${now}&to_time=${now}&offset=0&limit=1`))).toMatchObject({ total: 0 });
			expect(dataOf(await post(`rating/get?template_id=415201&${range}&offset=0&limit=1`))).toEqual({ total: 0, data: [] });
			expect(errorOf(await post(`rating/get?template_id=1&${range}&offset=0&limit=1`))).toBe(-109);
			expect(errorOf(await post(`rating/get?template_id=415203&from_time=2&to_time=1&offset=0&limit=1`))).toBe(-132);
		});

		it('by POST, or by GET with a switch; in the query or in a body', async () => {
			const path = `rating/get?template_id=415203&${range}&offset=0&limit=1`;
			expect(errorOf(await get(path))).toBe(-106);
			simulator.configure({ zalo: { lists: { ratingVerb: 'GET' } } });
			expect([errorOf(await get(path)), errorOf(await post(path))]).toEqual([0, -106]);
			simulator.configure({ zalo: { lists: { ratingVerb: 'either' } } });
			const body = Object.fromEntries(new URLSearchParams(path.split('?')[1]));
			expect(errorOf(await post('rating/get', body))).toBe(0);
			simulator.configure({ zalo: { lists: { readParameters: 'body' } } });
			expect([errorOf(await post('rating/get', body)), errorOf(await post(path, body)), errorOf(await post(path, {}))]).toEqual([0, 0, -109]);
			simulator.configure({ zalo: { lists: { readParameters: 'query' } } });
			expect([errorOf(await post('rating/get', body)), errorOf(await post(path, {}))]).toEqual([-109, 0]);
		});

		it('what events bring is listed from then on', async () => {
			const messageId = String(dataOf(await sendOtp(simulator)).msg_id);
			await simulator.zaloEvent({ event: 'user_feedback', messageId });
			await simulator.zaloEvent({ event: 'user_click_response_button', messageId });
			expect(dataOf(await post(`rating/get?template_id=415201&${range}&offset=0&limit=9`))).toEqual({
				total: 1,
				data: [{ rating_type: 'csat', option: 'five_emotions', note: 'Tôi rất hài lòng.', rate: 5, submitDate: String(now), msgId: messageId, feedbacks: ['Nhân viên vui vẻ'], trackingId: 'DH-1' }],
			});
			expect(dataOf(await post(`response/get?template_id=415201&${range}&limit=9`))).toEqual({
				data: [{ data: 'Đồng ý', submitDate: String(now), msgId: messageId, oaId: '2893352839501541173', trackingId: 'DH-1' }],
			});
		});
	});

	it('the odd template can be sent, too', async () => {
		simulator.configure({ zalo: { lists: { oddTemplate: true } } });
		const template_data = '{"constructor":"a","__proto__":"b"}';
		const body = JSON.stringify(otpBody({ template_id: '99900100000000000001', template_data: 0 })).replace('"template_data":0', `"template_data":${template_data}`);
		expect(errorOf(await post('message/template', body))).toBe(0);
		expect(simulator.messages()[0]?.text).toContain('<b>a</b> b');
		expect(errorOf(await sendOtp(simulator, { template_id: '99900100000000000001', template_data: {} }))).toBe(-1122);
	});
});

it('the page marks what the Official Account sent itself', () => {
	const script = `var reasons = {}; ${BASICS_SCRIPT}${TRANSACTION_SCRIPT}${MESSAGES_SCRIPT}`;
	const message = { channel: 'zns', provider: 'zalo', text: 'Chào', senderName: 'Simshop', state: 'delivered', createdAt: 0 };
	expect(draw(script, 'received(message)', message)).toContain('span.badge("Zalo") span("Simshop") span.via("direct")');
	expect(draw(script, 'received(message)', { ...message, provider: 'esms' })).not.toContain('direct');
});
