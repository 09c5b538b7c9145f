import { createTicket, getTicket, listTickets, updateTicket } from '../../../../nodes/providers/caresoft/tickets';
import { ticketUrl } from '../../../../nodes/providers/caresoft/ticketRow';
import answers from '../../../fixtures/caresoft/answers.json';
import samples from '../../../fixtures/caresoft/records.json';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';
import { accountWith } from './account';

it('reads a ticket with its people, comments and custom fields (caresoft.md 8.1)', async () => {
	const { client, requests } = accountWith(() => answerOf(samples.ticket));
	expect(await getTicket(client, '297005')).toEqual({
		id: '297005',
		number: '205028',
		subject: 'Xác nhận đặt vé',
		status: 'open',
		priority: 'High',
		source: 'inbox_zalo_out',
		sourceEndStatus: null,
		requesterId: '63203810',
		requester: { id: '63203810', name: 'Nguyễn Hải Hà', email: null, phone: '0980000000' },
		assigneeId: '195739221',
		assignee: { id: '195739221', name: 'Sample', email: 'a@example.com', phone: '0336842288' },
		groupId: '12153',
		serviceId: '12',
		campaignId: null,
		dueAt: null,
		isOverdue: false,
		satisfaction: null,
		satisfactionContent: null,
		tags: ['zns'],
		customFields: [{ id: '6068', label: 'Kênh bán', type: 'Single drop-down list', value: '106902' }],
		comments: [{ id: '1', text: 'text', authorId: '195739221', authorName: 'Sample', source: 'API', isPublic: false, createdAt: '2022-09-11T10:00:00Z' }],
		createdAt: '2022-09-11T10:00:00Z',
		updatedAt: '2022-09-11T11:00:00Z',
		url: 'https://web.caresoft.vn/khachhang01/ticket/297005',
		raw: expect.objectContaining({ ticket_id: 297005 }),
	});
	expect(requests[0]?.url).toBe('https://api.caresoft.vn/khachhang01/api/v1/tickets/297005');
});

it('lists tickets with what their rows hold', async () => {
	const { client } = accountWith(() => answerOf({ code: 'ok', numFound: 1, tickets: [{ ticket_id: 1, ticket_source: 'Chat Zalo PA' }] }));
	expect(await listTickets(client, {}, 50)).toMatchObject([{ id: '1', source: 'chat_zalo_pa', subject: null, requester: null, comments: [], url: expect.stringMatching(/\/1$/) }]);
});

it.each([
	[' Inbox Zalo ', 'inbox_zalo'],
	['inbox_zalo', 'inbox_zalo'],
	[null, null],
])('the source %j is %j in every answer (caresoft.md 8.4)', async (ticket_source, source) => {
	const { client } = accountWith(() => answerOf({ code: 'ok', tickets: [{ ticket_source }] }));
	expect(await listTickets(client, {}, 1)).toMatchObject([{ source, url: null }]);
});

it('the link to a ticket has no spaces of the domain in it', () => {
	expect(ticketUrl(' khachhang01 ', '1')).toBe('https://web.caresoft.vn/khachhang01/ticket/1');
});

it('creates a ticket, and reads the short form of the answer (caresoft.md 7.3, 8.2)', async () => {
	const { client, requests } = accountWith(() => answerOf(answers.sms));
	const ticket = { ticket_subject: 'x', ticket_comment: 'y', phone: '0980000000' };
	expect(await createTicket(client, ticket)).toEqual({
		id: '291437',
		number: '205025',
		requesterId: '63203810',
		assigneeId: '1',
		url: 'https://web.caresoft.vn/khachhang01/ticket/291437',
		raw: JSON.parse(answers.sms),
	});
	expect(requests).toEqual([{ method: 'POST', url: 'https://api.caresoft.vn/khachhang01/api/v1/tickets', body: { ticket } }]);
});

it('reads the ID of a new ticket in the dialect of ZNS, too (caresoft.md 2.1)', async () => {
	const { client } = accountWith(() => answerOf('{"status":"OK","ticket":{"ticketId":"297002"}}'));
	expect(await createTicket(client, {})).toMatchObject({ id: '297002', url: expect.stringMatching(/297002$/) });
});

it.each(['{"code":"ok"}', '{"code":"ok","ticket":null}', '{"code":"ok","ticket":[]}'])('a change that was made stays made where the answer says nothing of it: %s', async (body) => {
	const { client } = accountWith(() => answerOf(body));
	expect(await createTicket(client, {})).toMatchObject({ id: null, url: null });
	expect(await updateTicket(client, '297005', {})).toMatchObject({ id: '297005', url: expect.stringMatching(/297005$/) });
});

it('updates with the body of the sample (caresoft.md 8.3)', async () => {
	const { client, requests } = accountWith(() => answerOf('{"code":"ok"}'));
	const ticket = {
		requester_id: 12345,
		ticket_comment: { body: 'text', is_public: 0, author_id: 195739221 },
		custom_fields: [{ id: '9665', value: '...' }],
	};
	await updateTicket(client, '297005', ticket);
	expect(requests).toEqual([{ method: 'PUT', url: 'https://api.caresoft.vn/khachhang01/api/v1/tickets/297005', body: { ticket } }]);
});

it('a ticket that is gone is told apart from the lock-out, which has the same status', async () => {
	expect((await thrownBy(() => getTicket(accountWith(() => answerOf('', 404)).client, '7'))).failure.title).toContain('no ticket 7');
	expect(await thrownBy(() => getTicket(accountWith(() => answerOf(answers.locked, 404)).client, '7'))).toMatchObject({ stopsRun: true });
});

it('an ID with half a character does not keep a ticket from being read', async () => {
	const { client } = accountWith(() => answerOf({ code: 'ok', ticket: { ticket_id: '\ud83d' } }));
	expect((await getTicket(client, '1')).url).toBe('https://web.caresoft.vn/khachhang01/ticket/%EF%BF%BD');
});
