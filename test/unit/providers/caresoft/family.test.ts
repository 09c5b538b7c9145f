import { familyOf, spelledOnce } from '../../../../nodes/providers/caresoft/family';

it.each([
	['ticket', 'inbox_zalo_zns', 'ticket.inbox_zalo_zns'],
	['ticket', 'ticket.inbox_zalo_zns', 'ticket.inbox_zalo_zns'],
	[' Ticket ', 'Inbox Zalo  ZNS', 'ticket.inbox_zalo_zns'],
	['ticket', 'my_ticket.x', 'ticket.my_ticket.x'],
	['ticket', null, 'ticket.'],
	['ticket', undefined, 'ticket.'],
	['contact', 'inbox_zalo_zns', 'contact'],
	[null, 'inbox_zalo_zns', ''],
	[undefined, undefined, ''],
])('an event of %j whose ticket came from %j is one of %j', (object, source, family) => {
	expect(familyOf(object, source)).toBe(family);
});

it('a name is spelled one way, whoever writes it', () => {
	expect(spelledOnce('\tInbox \n Zalo ')).toBe('inbox_zalo');
});
