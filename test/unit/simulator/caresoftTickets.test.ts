import fc from 'fast-check';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { get, NOW, post, put, type RecordAnswer } from './caresoftCalls.mjs';

const SAMPLE_UPDATE = {
	ticket: {
		requester_id: 12345,
		ticket_comment: { body: 'text', is_public: 0, author_id: 195739221 },
		custom_fields: [{ id: '9665', value: 'DH-1' }],
	},
};
const NEW = { ticket_subject: 'Đơn HD00001', ticket_comment: 'Khách hỏi giờ giao', phone: '0901888484', service_id: 8 };
const SEEDED = 297001;

describe('CareSoft tickets', () => {
	let simulator: Simulator;
	let now = NOW;
	beforeAll(async () => {
		simulator = await startSimulator({ caresoft: { limits: { perSecond: 1_000 } } }, { clock: () => now });
	});
	afterEach(() => {
		now = NOW;
		simulator.reset();
	});
	afterAll(async () => await simulator.close());

	const create = async (own: Record<string, unknown> = {}): Promise<RecordAnswer> =>
		await post(simulator, 'tickets', { ticket: { ...NEW, ...own } });
	const detail = async (id: unknown) => (await get(simulator, `tickets/${String(id)}`)).ticket;

	it('creates a ticket for the person the phone number belongs to and keeps their name', async () => {
		const created = await create({ username: 'Somebody else', custom_fields: [{ id: '6068', value: '106902' }] });
		expect(created).toEqual({
			status: 200, code: 'ok', ticket: { ticket_id: 297002, ticket_no: 205025, requester_id: 173213800, assignee_id: null },
		});
		expect(await detail(297002)).toMatchObject({
			ticket_subject: 'Đơn HD00001', ticket_status: 'new', ticket_priority: 'Normal', service_id: 8, created_at: '2026-11-21T09:00:00Z',
			requester: { id: 173213800, username: 'Nguyễn Hải Hà', email: 'ha@khach.example', phone_no: '0901888484', organization_id: null },
			comments: [{ comment: 'Khách hỏi giờ giao', is_public: 0, created_at: '2026-11-21T09:00:00Z' }],
			assignee: null, tags: [], ccs: [], follows: [],
		});
	});

	it('adds an unknown person as a contact, once', async () => {
		const person = { phone: '0988111222', username: 'Võ An', email: 'an@khach.example' };
		const first = await create(person);
		expect((await create(person)).ticket.requester_id).toBe(first.ticket.requester_id);
		expect((await get(simulator, 'contactsByPhone?phoneNo=0988111222')).contact).toMatchObject({ id: first.ticket.requester_id, username: 'Võ An' });
	});

	it('prefers requester_id over phone', async () => {
		expect((await create({ requester_id: 12345 })).ticket.requester_id).toBe(12345);
	});

	it.each([
		['no subject', { ticket_subject: '' }],
		['no comment', { ticket_comment: undefined }],
		['a comment in the form of an update', { ticket_comment: { body: 'x', is_public: 0 } }],
		['nobody to open it for', { phone: undefined }],
		['an unknown requester', { requester_id: 1 }],
		['an unknown service', { service_id: 1 }],
		['an unknown agent', { assignee_id: 1 }],
		['an unknown group', { group_id: 1 }],
		['an unknown campaign', { campaign_id: 1 }],
		['an unknown status', { ticket_status: 'sale' }],
		['a priority in lower case', { ticket_priority: 'high' }],
		['a group as text', { group_id: '12153' }],
		['a due date that does not exist', { duedate: '2026-02-30T00:00:00Z' }],
		['custom fields that are no list', { custom_fields: { id: '9665', value: 'x' } }],
		['a custom field value that is a number', { custom_fields: [{ id: '9666', value: 5 }] }],
		['a flag that is neither 0 nor 1', { is_public: true }],
	])('refuses %s and opens nothing', async (_, own) => {
		expect(await create(own)).toEqual({ status: 400, code: 'errors', message: expect.any(String) });
		expect((await get(simulator, 'tickets')).numFound).toBe(120);
	});

	it('takes every documented member', async () => {
		const { ticket } = await create({
			ticket_status: 'open', ticket_priority: 'High', assignee_id: 142928097, group_id: 12153, campaign_id: 5105, is_public: 1,
			duedate: '2026-11-20 09:00:00', ref_url: 'https://shop.example', tickets_ref_url: 'x', member_status_id: 1, cc_user: [], follow_user: [],
		});
		expect(await detail(ticket.ticket_id)).toMatchObject({
			ticket_status: 'open', ticket_priority: 'High', group_id: 12153, duedate: '2026-11-20T09:00:00Z', is_overdue: 1,
			assignee: {
				id: 142928097, username: 'Sample', email: 'sample@simshop.example', phone_no: '0336842288', agent_id: '50007', role_id: 1,
				group_id: 12153, group_name: 'Default Group',
			},
			campaign: { id: 5105, campaign_name: 'Nhắc lịch hẹn', status: 'RUNNING' },
			comments: [{ is_public: 1 }],
		});
	});

	it('can ask for other members, take other statuses and both forms of a comment, and answer in full', async () => {
		simulator.configure({ caresoft: { tickets: { required: ['service_id'], statuses: ['sale'], commentForm: 'either', answer: 'full' } } });
		expect((await create({ service_id: undefined })).message).toBe('service_id is required');
		const { ticket } = await create({ ticket_subject: undefined, ticket_status: 'sale', ticket_comment: { body: 'x', is_public: 1 } });
		expect(ticket).toMatchObject({ ticket_status: 'sale', comments: [{ comment: 'x' }] });
		expect((await put(simulator, `tickets/${SEEDED}`, { ticket: { ticket_comment: 'y' } })).ticket.comments).toMatchObject([{ comment: 'y', is_public: 0 }]);
	});

	it('updates with the sample of production code: requester, comment and custom field', async () => {
		now += 60_000;
		expect((await put(simulator, `tickets/${SEEDED}`, SAMPLE_UPDATE)).ticket).toEqual({
			ticket_id: SEEDED, ticket_no: 205024, requester_id: 12345, assignee_id: null,
		});
		const ticket = await detail(SEEDED);
		expect(ticket).toMatchObject({ ticket_subject: 'Đặt vé', requester_id: 12345, updated_at: '2026-11-21T09:01:00Z' });
		expect(ticket.comments).toEqual([
			{
				id: expect.any(Number), comment: 'text', commentator_id: 195739221, commentator_name: 'Nguyễn Thu Trang', comment_source: 'API',
				created_at: '2026-11-21T09:01:00Z', is_public: 0,
			},
		]);
		expect(ticket.custom_fields).toEqual([
			{ id: 6740, lable: 'Phân loại', type: 'Single drop-down list', value: '' },
			{ id: 6068, lable: 'Kênh bán', type: 'Single drop-down list', value: '106902' },
			{ id: 9665, lable: 'Mã đơn hàng', type: 'Text', value: 'DH-1' },
			{ id: 9666, lable: 'Giá trị đơn hàng', type: 'Numeric', value: '1250000' },
		]);
	});

	it.each([
		['a comment that is text', { ticket_comment: 'x' }],
		['an empty comment', { ticket_comment: { body: '', is_public: 0 } }],
		['a comment over 5000 characters', { ticket_comment: { body: 'a'.repeat(5_001) } }],
		['a comment of nobody known', { ticket_comment: { body: 'x', author_id: 1 } }],
	])('refuses an update with %s', async (_, ticket) => {
		expect(await put(simulator, `tickets/${SEEDED}`, { ticket })).toMatchObject({ status: 400, code: 'errors' });
	});

	it.each([
		['ticket_status', { ticket_status: 'solved' }, 'solved'],
		['ticket_status', { status: 'solved' }, 'new'],
		['status', { status: 'solved' }, 'solved'],
		['status', { ticket_status: 'solved' }, 'new'],
		['either', { status: 'solved' }, 'solved'],
		['either', { ticket_status: 'solved' }, 'solved'],
	] as const)('with the status under %s, an update with %j leaves %s', async (statusField, ticket, expected) => {
		simulator.configure({ caresoft: { tickets: { statusField } } });
		expect((await put(simulator, `tickets/${SEEDED}`, { ticket })).code).toBe('ok');
		expect((await detail(SEEDED)).ticket_status).toBe(expected);
	});

	it('answers 404 or 500 for a ticket that is not there', async () => {
		for (const missingStatus of [404, 500] as const) {
			simulator.configure({ caresoft: { missingStatus } });
			expect(await get(simulator, 'tickets/1')).toMatchObject({ status: missingStatus, code: 'errors' });
			expect(await put(simulator, 'tickets/1', SAMPLE_UPDATE)).toMatchObject({ status: missingStatus, code: 'errors' });
		}
	});

	it('lists the definitions of its custom fields like the page', async () => {
		const { custom_fields } = await get(simulator, 'tickets/custom_fields');
		expect(custom_fields[0]).toEqual({
			custom_field_id: 6740, custom_field_lable: 'Phân loại', type: 'Single drop-down list',
			values: [{ id: 109398, lable: 'Đơn mua', parent_value_id: -1 }, { id: 109399, lable: 'Hỗ trợ khách hàng', parent_value_id: -1 }],
		});
	});

	it('forgets the oldest tickets beyond its limit', async () => {
		simulator.configure({ keep: { messages: 120 } });
		await create();
		expect((await get(simulator, 'tickets')).numFound).toBe(120);
		expect((await get(simulator, 'tickets/296882')).status).toBe(404);
	});

	it('answers any body with ok or errors', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...Object.keys(NEW), 'ticket_comment', 'custom_fields', 'duedate'), async (value, name) => {
				expect([200, 400]).toContain((await create({ [name]: value })).status);
				expect([200, 400]).toContain((await put(simulator, `tickets/${SEEDED}`, { ticket: { [name]: value } })).status);
			}),
			{ numRuns: 30 },
		);
	});
});
