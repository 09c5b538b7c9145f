import fc from 'fast-check';
import { subjectWithoutTime } from '../../../../nodes/providers/caresoft/subject';

it.each<[string, unknown, string | undefined]>([
	['a ticket', { object: 'ticket', ticket: { ticket_id: 297005 } }, 'ticket 297005'],
	['a ticket with its ID as text', { object: 'ticket', ticket: { ticket_id: '297005', id: 1 } }, 'ticket 297005'],
	['a customer', { object: 'user', user: { id: 7, ticket_id: null } }, 'user 7'],
	['the time of the sample, which is none', { object: 'user', user: { id: 7, updated_at: 0 } }, 'user 7'],
	['a time that is null', { object: 'ticket', ticket: { ticket_id: 1, updated_at: null } }, 'ticket 1'],
	['an object in another spelling than its part', { object: 'Ticket', ticket: { ticket_id: 1 } }, 'Ticket 1'],
	['a time in milliseconds', { object: 'ticket', ticket: { ticket_id: 1, updated_at: 1763715600000 } }, undefined],
	['a time as text', { object: 'ticket', ticket: { ticket_id: 1, updated_at: '2025-11-21 09:00:00' } }, undefined],
	['no ID', { object: 'ticket', ticket: {} }, undefined],
	['no part', { object: 'call_in' }, undefined],
	['a list as the part', { object: 'ticket', ticket: [] }, undefined],
	['no event', 'ticket', undefined],
])('%s', (_, body, subject) => expect(subjectWithoutTime(body)).toBe(subject));

it('never throws', () => {
	fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.record({ object: fc.constantFrom('ticket', '__proto__', 'constructor'), ticket: fc.jsonValue() })), (body) => void subjectWithoutTime(body)));
});
