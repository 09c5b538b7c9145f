import fc from 'fast-check';
import { pathText, stepsOf } from '../../../nodes/domain/path';

it.each([
	['ticket', ['ticket']],
	['ticket.ticket_comment.status', ['ticket', 'ticket_comment', 'status']],
	['.ticket.status', ['ticket', 'status']],
	['ticket.comments[0].state', ['ticket', 'comments', '0', 'state']],
	['ticket.comments.0.state', ['ticket', 'comments', '0', 'state']],
	['ticket.comments[ 12 ]', ['ticket', 'comments', '12']],
	['ticket["ticket_comment"][\'status\']', ['ticket', 'ticket_comment', 'status']],
	['["ticket"]["trạng thái"]', ['ticket', 'trạng thái']],
	['ticket?.comments?.[0]?.state', ['ticket', 'comments', '0', 'state']],
	['ticket.trạng-thái', ['ticket', 'trạng-thái']],
	['a["b.c[0]"].d', ['a', 'b.c[0]', 'd']],
	['[0][1]', ['0', '1']],
])('%s is a path', (path, steps) => expect(stepsOf(path)).toEqual(steps));

it.each([
	'', '.', ' ', 'ticket.', 'ticket..status', 'ticket status', 'ticket. status', 'ticket/status', 'ticket[', 'ticket[]', 'ticket[-1]', 'ticket[x]', 'ticket["a]', 'ticket["a\']', 'ticket[0', 'ticket[0]status',
	'$json.ticket', 'ticket.at(0)', '{{ ticket }}', 'a,b', '"ticket"', 'ticket["a\\"b"]', 'ticket = 1', 'ticket[1.5]',
])('"%s" is none', (path) => expect(stepsOf(path)).toBeUndefined());

it('a path is written in one spelling', () => {
	expect(pathText(['ticket', 'comments', '0', 'state'])).toBe('ticket.comments[0].state');
	expect(pathText(['0', 'a'])).toBe('[0].a');
});

it('whatever is written as names and places is read as such', () => {
	const names = fc.array(fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$|^\d{1,3}$/), { minLength: 1, maxLength: 6 });
	fc.assert(fc.property(names, (steps) => {
		expect(stepsOf(pathText(steps))).toEqual(steps);
		expect(stepsOf(steps.map((step) => `["${step}"]`).join(''))).toEqual(steps);
	}));
});

it('never throws, and never takes long', () => {
	fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void stepsOf(text)));
	expect(stepsOf('a.'.repeat(200_000))).toBeUndefined();
	expect(stepsOf(`a${'[0]'.repeat(100_000)}`)).toHaveLength(100_001);
});
