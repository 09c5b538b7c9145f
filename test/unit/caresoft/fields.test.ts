import { DateTime, Settings } from 'luxon';
import { textUpTo } from '../../../nodes/Caresoft/fields/limitedText';
import { timeAsWritten } from '../../../nodes/Caresoft/fields/time';
import { toItsEnd } from '../../../nodes/shared/fields/kinds/date';
import { repeatOf } from '../../../nodes/Caresoft/actions/ticket/repeat';

const ZONE = 'Asia/Ho_Chi_Minh';

describe('a time goes out as it is written', () => {
	it.each([
		['2026-12-31T08:30:00', '2026-12-31T08:30:00Z'],
		['2026-12-31T08:30:00+07:00', '2026-12-31T08:30:00Z'],
		['2026-12-31 08:30', '2026-12-31T08:30:00Z'],
		[' 2026-12-31 ', '2026-12-31T00:00:00Z'],
		[DateTime.fromISO('2026-12-31T08:30:00-05:00', { setZone: true }), '2026-12-31T08:30:00Z'],
		[DateTime.fromISO('2026-12-31T08:30:00', { zone: ZONE, locale: 'ar-EG' }), '2026-12-31T08:30:00Z'],
		[new Date('2026-12-31T01:30:00Z'), '2026-12-31T08:30:00Z'],
		[46387, '2026-12-31T00:00:00Z'],
		[46387.25, '2026-12-31T06:00:00Z'],
		['31/12/2026 08:30', '2026-12-31T08:30:00Z'],
	])('%p', (given, expected) => expect(timeAsWritten(given, ZONE)).toEqual({ ok: true, value: expected }));

	it('also in the hour that n8n\'s own zone skips in spring', () => {
		Settings.defaultZone = 'America/New_York';
		try {
			for (const given of ['2026-03-08T02:30:00', '2026-03-08 02:30:00']) expect(timeAsWritten(given, ZONE)).toEqual({ ok: true, value: '2026-03-08T02:30:00Z' });
		} finally {
			Settings.defaultZone = 'system';
		}
	});

	it.each(['2027', '08:30', 'yesterday', '31.12.2026', 7, true, [], {}, new Date(Number.NaN)])('%p is none', (given) => {
		expect(timeAsWritten(given, ZONE)).toMatchObject({ ok: false, fault: expect.stringMatching(/^is .*, which is not a date$/) });
	});

	it.each([['2026-02-30', 'but there is no 30 February 2026'], ['12/25/2026', 'where the month comes first: write the day first, as 25/12/2026']])('%p is told why it is none', (given, because) => {
		expect(timeAsWritten(given, ZONE)).toMatchObject({ ok: false, fault: `is "${given}", ${because}` });
	});
});

it('a day without a time goes out with its last second where a time ends', () => {
	const end = toItsEnd(timeAsWritten);
	for (const day of ['2026-12-31', '31/12/2026', 46387]) expect(end(day, ZONE)).toEqual({ ok: true, value: '2026-12-31T23:59:59Z' });
	expect(end('2026-12-31T00:00:00', ZONE)).toEqual({ ok: true, value: '2026-12-31T00:00:00Z' });
});

it('a text is measured as it is read', () => {
	expect(textUpTo(2)('😀e\u0301', ZONE)).toEqual({ ok: true, value: '😀é' });
	expect(textUpTo(2)('abc', ZONE)).toMatchObject({ ok: false, fault: 'has 3 characters, CareSoft allows 2' });
	expect(textUpTo(2)(true, ZONE)).toMatchObject({ ok: false, fault: 'is true, where a text is meant' });
});

describe('what a change would do a second time', () => {
	it.each([
		[{ ticket_status: 'open' }, 'harmless'],
		[{ is_public: 1 }, 'harmless'],
		[{ ticket_comment: 'x' }, 'adds'],
		[{ ticket_comment: 'x', is_public: 0 }, 'adds'],
		[{ ticket_comment: 'x', is_public: 1 }, 'reaches'],
		[{ ticket_comment: 'x', is_public: '1' }, 'reaches'],
		[{ ticket_comment: 'x', is_public: true }, 'reaches'],
		[{ ticket_comment: { body: 'x' } }, 'adds'],
		[{ ticket_comment: { body: 'x', is_public: 0 } }, 'adds'],
		[{ ticket_comment: { body: 'x', is_public: 1 } }, 'reaches'],
		[{ ticket_comment: { body: 'x' }, is_public: 1 }, 'reaches'],
	] as const)('%j: %s', (ticket, repeat) => expect(repeatOf(ticket)).toBe(repeat));
});
