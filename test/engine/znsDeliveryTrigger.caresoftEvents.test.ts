import { eventFamilies } from '../../nodes/ZnsDeliveryTrigger/caresoft/families';
import { caresoft, reportIn, starts } from './triggerSources.mjs';

describe('events of CareSoft', () => {
	const ticket = (ticket_source: unknown) => ({ object: 'ticket', action: 'update', ticket: { ticket_source } });

	it('has all names of the documentation', () => {
		expect(eventFamilies.map(({ value }) => String(value)).sort()).toEqual(
			[
				'user', 'organization', 'lead', 'deal', 'smart_dialer', 'call_in',
				...['voice', 'voice_out', 'ivr', 'voicemail', 'voice_campaign', 'email', 'email_out', 'web', 'api', 'sms_out', 'ticket_form', 'ticket_sharing', 'chat',
					'facebook', 'inbox_facebook', 'inbox_facebook_out', 'facebook_rating', 'facebook_lead_ads', 'instagram', 'chat_instagram', 'inbox_zalo',
					'inbox_zalo_out', 'inbox_zalo_zns', 'zalo_lead_form'].map((source) => `ticket.${source}`),
			].sort(),
		);
	});

	it.each<[string, string[], unknown, boolean]>([
		['everything while none is chosen', [], { object: 'nobody knows' }, true],
		['a ticket by its source', ['ticket.inbox_zalo_zns'], ticket('inbox_zalo_zns'), true],
		['a source in the words of the REST API', ['ticket.inbox_zalo_out'], ticket('Inbox Zalo Out'), true],
		['a source with its prefix', ['ticket.email'], ticket(' TICKET.Email '), true],
		['no other source', ['ticket.inbox_zalo'], ticket('inbox_zalo_zns'), false],
		['no ticket without a source', ['ticket.email'], ticket(undefined), false],
		['an object', ['user', 'lead'], { object: 'User', action: 'create', user: {} }, true],
		['an object written with a space', ['smart_dialer'], { object: 'Smart Dialer' }, true],
		['no other object', ['user'], { object: 'organization' }, false],
	])('lets pass %s', async (_, events, body, passes) => {
		const result = await caresoft(body, { events });
		expect([result.status, starts(result)]).toEqual([200, passes]);
	});

	it('every name lets its own event pass, and no other', async () => {
		const names = eventFamilies.map(({ value }) => String(value));
		for (const name of names) {
			const [object, source] = name.split('.');
			const body = source === undefined ? { object } : ticket(source);
			expect(starts(await caresoft(body, { events: [name] }))).toBe(true);
			expect(starts(await caresoft(body, { events: names.filter((other) => other !== name) }))).toBe(false);
		}
	});

	it('are decoded beside the untouched body', async () => {
		const body = {
			object: 'ticket',
			action: 'update',
			ticket: {
				ticket_id: 297005, ticket_no: 12, ticket_status: 'open', ticket_source: 'inbox_zalo_zns', ticket_subject: 'Xác nhận đặt vé', requester_id: 7, assignee_id: 0,
				created_at: 1763712000000, updated_at: '1763715600000',
				addition_fields: [
					{ id: 1, field: 'addition_field1', label: 'Mã đơn', type: 0, value: 'DH001' },
					{ id: 2, label: 'Mã đơn', value: 'DH002' },
					{ id: 3, lable: 'Ghi chú' },
					{ id: 4, field: 'addition_field4', value: '4' },
					{ id: 5, label: '__proto__', value: 'x' },
					'odd', null, {},
				],
			},
		};
		const report = reportIn(await caresoft(body));
		expect(report).toMatchObject({ provider: 'caresoft', requestKey: null, raw: body });
		expect(report).not.toHaveProperty('confirmed');
		expect(report.event).toEqual({
			object: 'ticket', action: 'update', ticketId: '297005', ticketNo: '12', ticketStatus: 'open', ticketSource: 'inbox_zalo_zns', subject: 'Xác nhận đặt vé', requesterId: '7', assigneeId: '0',
			customFields: JSON.parse('{"Mã đơn":"DH001","Mã đơn (2)":"DH002","Ghi chú":null,"addition_field4":"4","__proto__":"x"}') as object,
			createdAt: '2025-11-21T08:00:00.000Z', updatedAt: '2025-11-21T09:00:00.000Z',
		});
	});

	it('take times and fields of a customer from the customer', async () => {
		const user = { id: 1, created_at: 0, updated_at: 1763715600000, addition_fields: '[{"label":"Hạng","value":"Vàng"}]' };
		expect(reportIn(await caresoft({ object: 'user', action: 'create', user }, { events: [] })).event).toMatchObject({
			object: 'user', ticketId: null, subject: null, customFields: { Hạng: 'Vàng' }, createdAt: null, updatedAt: '2025-11-21T09:00:00.000Z',
		});
	});
});
