import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, caresoft, caresoftZns } from './client.mjs';

const OA = '1600191234752846';

describe('the CareSoft API', () => {
	let simulator: Simulator;
	beforeAll(async () => {
		simulator = await startSimulator({ caresoft: { limits: { perSecond: 1_000 }, webhook: { delayMs: 1 } } });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	it('lists agents, groups and services in the documented shapes', async () => {
		expect((await caresoft(simulator, 'GET', 'agents')).json()).toMatchObject({
			code: 'ok',
			agents: [
				{
					id: 142928097, username: 'Sample', phone_no: '0336842288', agent_id: '50007', created_at: '2022-07-08 09:48:41',
					group_id: 12153, group_name: 'Default Group', role_id: 1, login_status: 'AVAILABLE', call_status: 'AVAILABLE',
				},
				{},
			],
		});
		expect((await caresoft(simulator, 'GET', 'groups')).json()).toEqual({
			code: 'ok',
			groups: [
				{ group_id: 12153, group_name: 'Default Group', created_at: '2020-10-01 02:48:15' },
				{ group_id: 12154, group_name: 'Chăm sóc khách hàng', created_at: '2020-10-02 03:10:40' },
			],
		});
		expect((await caresoft(simulator, 'GET', 'services?type=10')).json()).toEqual({
			code: 'ok',
			services: [{ service_id: 5, service_name: 'Zalo SimShop', service_type: 'Zalo', type: 10 }],
		});
	});

	it('answers 401 to a wrong or missing token', async () => {
		expect((await caresoft(simulator, 'GET', 'agents', undefined, 'wrong')).status).toBe(401);
		expect((await call('GET', `${simulator.caresoftUrl}/simshop/api/v1/agents`)).status).toBe(401);
	});

	it('answers 404 of the "Domain incorrect" family to another tenant', async () => {
		const other = async () => await call('GET', `${simulator.caresoftUrl}/SimShop/api/v1/agents`, undefined, { Authorization: 'Bearer SIMULATOR-API-TOKEN' });
		const answer = await other();
		expect(answer.status).toBe(404);
		expect(answer.json()).toEqual({ code: 'errors', message: 'Domain incorrect' });
		simulator.configure({ caresoft: { domainCaseSensitive: false } });
		expect((await other()).status).toBe(200);
	});

	it('answers a send in the dialect of the page, with a string id, or in the live one', async () => {
		expect((await caresoftZns(simulator)).json()).toEqual({ status: 'OK', ticket: { ticketId: '297002' } });
		simulator.configure({ caresoft: { znsDialect: 'live' } });
		expect((await caresoftZns(simulator)).json()).toEqual({ code: 'ok', ticket: { ticket_id: 297003 } });
	});

	it('sends on every call and opens a ticket when ticket_id is absent or 0', async () => {
		const tickets = [];
		for (const own of [{}, {}, { ticket_id: 0 }, { ticket_id: 297005 }]) {
			tickets.push(((await caresoftZns(simulator, own)).json().ticket as { ticketId: string }).ticketId);
		}
		expect(tickets).toEqual(['297002', '297003', '297004', '297005']);
		expect(simulator.messages()).toHaveLength(4);
	});

	it('fills absent params from the mapping of the scenario', async () => {
		await caresoftZns(simulator, { params: undefined });
		await caresoftZns(simulator, { params: { requester: 'Bình' } });
		expect(simulator.messages().map(({ text }) => text.split('\n')[1])).toEqual([
			'Xin chào Quý khách, mã đặt vé của bạn là 000000.',
			'Xin chào Bình, mã đặt vé của bạn là 000000.',
		]);
	});

	it.each([
		['an unknown scenario', { template_id: 1 }],
		['a scenario id as text', { template_id: '366' }],
		['a malformed phone number', { phone: '123' }],
		['a ticket id as text', { ticket_id: '297005' }],
		['params that are a list', { params: ['A'] }],
	])('refuses %s', async (_, own) => {
		const answer = await caresoftZns(simulator, own);
		expect(answer.status).toBe(400);
		expect(answer.json()).toEqual({ code: 'errors', message: expect.any(String) });
		expect(simulator.messages()).toEqual([]);
	});

	it('refuses a body without its wrapper, or that is not JSON', async () => {
		for (const body of [{ phone: '0901888484', template_id: 366 }, 'zns']) {
			expect((await caresoft(simulator, 'POST', 'zalo/zns', body)).json().code).toBe('errors');
		}
	});

	it('can refuse with status 200', async () => {
		simulator.configure({ caresoft: { errorStatus: 200 } });
		expect(await caresoftZns(simulator, { template_id: 1 })).toMatchObject({ status: 200 });
	});

	it('answers an SMS with a numeric ticket id', async () => {
		const sms = { service_id: '12', content: 'Chúc mừng sinh nhật quý khách hàng.', phone: '0980000000' };
		expect((await caresoft(simulator, 'POST', 'sms', { sms })).json()).toEqual({
			code: 'ok', ticket: { ticket_id: 297002, ticket_no: 205025, requester_id: 63203810, assignee_id: 1 },
		});
		for (const own of [{ service_id: 1 }, { content: 'a'.repeat(1_001) }, { phone: '1' }]) {
			expect((await caresoft(simulator, 'POST', 'sms', { sms: { ...sms, ...own } })).json().code).toBe('errors');
		}
	});

	it('tells whether a ZNS can be sent, in the mixed types of the page', async () => {
		const ask = async (phone_no: string) => (await caresoft(simulator, 'POST', 'zalo/user-status', { phone_no, oa_id: OA })).json();
		const { code, data } = await ask('0901888484');
		expect(code).toBe('ok');
		expect(Object.keys(data as object)).toEqual([
			'user_id', 'username', 'zalo_psid', 'following_status', 'last_user_activity_time', 'can_send_consultation_message',
			'consultation_message_expired_time', 'can_send_transaction_message', 'can_send_promotion_message',
			'can_call_zcc_by_phone', 'can_call_zcc_by_zalo_id', 'can_send_zns',
		]);
		expect(data).toMatchObject({ can_send_zns: true, following_status: 1 });
		expect(data).toMatchObject({ user_id: 173213800, username: 'Nguyễn Hải Hà', zalo_psid: '5000000000901888484' });
		expect((await ask('0901000118')).data).toMatchObject({ can_send_zns: false, zalo_psid: null, user_id: null });
		expect((await ask('0901000144')).data).toMatchObject({ can_send_zns: true });
		expect((await ask('1')).code).toBe('errors');
	});

	it('follows the scripted recipients', async () => {
		expect((await caresoftZns(simulator, { phone: '0901001103' })).json()).toEqual({ code: 'errors', message: expect.any(String) });
		expect((await caresoftZns(simulator, { phone: '0903000503' })).status).toBe(503);
		await expect(caresoftZns(simulator, { phone: '0903001002' })).rejects.toThrow();
		await caresoftZns(simulator, { phone: '0901000118' });
		await simulator.whenIdle();
		expect(simulator.messages().map(({ phone, state }) => `${phone} ${state}`)).toEqual(['0903001002 delivered', '0901000118 failed']);
	});

	it('keeps the token out of its log', async () => {
		await caresoft(simulator, 'GET', 'SIMULATOR-API-TOKEN/agents');
		expect(JSON.stringify(simulator.requests())).not.toContain('SIMULATOR-API-TOKEN');
	});
});
