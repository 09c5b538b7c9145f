import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { get, NOW, post } from './caresoftCalls.mjs';
import { caresoftZns } from './client.mjs';

const SEEDED = 297001;

describe('messages in the tickets of CareSoft', () => {
	let simulator: Simulator;
	let now = NOW;
	beforeAll(async () => {
		simulator = await startSimulator({ caresoft: { webhook: { delayMs: 1 } } }, { clock: () => now });
	});
	afterEach(() => {
		now = NOW;
		simulator.reset();
	});
	afterAll(async () => await simulator.close());

	const detail = async (id: unknown) => (await get(simulator, `tickets/${String(id)}`)).ticket;

	it('shows the ticket of a ZNS, and a ZNS into a ticket as its comment', async () => {
		await caresoftZns(simulator);
		expect(await detail(297002)).toMatchObject({
			ticket_subject: 'Xác nhận đặt vé', ticket_source: 'Inbox Zalo ZNS', service_id: 5, requester_id: 173213800, assignee_id: 1,
			comments: [{ comment_source: 'Inbox Zalo ZNS', is_public: 1 }],
		});
		now += 60_000;
		await caresoftZns(simulator, { ticket_id: SEEDED, phone: '0988111222' });
		const ticket = await detail(SEEDED);
		expect(ticket).toMatchObject({ ticket_subject: 'Đặt vé', ticket_source: 'API', requester_id: 173213800, updated_at: '2026-11-21T09:01:00Z' });
		expect(ticket.comments).toMatchObject([{ comment: expect.stringContaining('Nguyễn Hải Hà'), comment_source: 'Inbox Zalo ZNS' }]);
	});

	it('shows the ticket and the new contact of an SMS', async () => {
		const sms = { service_id: '12', content: 'Xin chao', phone: '0988111222' };
		const { ticket } = await post(simulator, 'sms', { sms });
		expect(await detail(ticket.ticket_id)).toMatchObject({
			ticket_id: 297002, ticket_source: 'SMS Out', comments: [{ comment: 'Xin chao' }], requester: { phone_no: '0988111222' },
		});
	});

	it('takes in a ticket it did not give out, and can refuse it', async () => {
		await caresoftZns(simulator, { ticket_id: 297005 });
		expect((await detail(297005)).comments).toHaveLength(1);
		simulator.configure({ caresoft: { unknownTicket: 'refuse' } });
		expect((await caresoftZns(simulator, { ticket_id: 297006 })).status).toBe(400);
		expect((await caresoftZns(simulator, { ticket_id: 297005 })).status).toBe(200);
	});

	it('never gives out an id twice', async () => {
		const sms = { service_id: '12', content: 'Xin chao', phone: '0901888484' };
		const send = async () => await post(simulator, 'sms', { sms });
		await caresoftZns(simulator, { ticket_id: 297003 });
		const ids = [await send(), await send()].map(({ ticket }) => ticket.ticket_id);
		expect(ids).toEqual([297002, 297004]);
	});
});
