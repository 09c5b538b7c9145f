import { customerText, filledText } from '../../../../../nodes/shared/fields/kinds/customerText';

const read = (given: unknown) => {
	const reading = customerText(given, 'UTC');
	return reading.ok ? reading.value : `! ${reading.fault}`;
};

it.each([
	['Hen 10:30 31/12/2026', 'Hen 10:30 31/12/2026'],
	[new Date('2026-12-31T01:30:00Z'), '31/12/2026 08:30'],
	['2026-12-31T01:30:00Z', expect.stringMatching(/^! is "2026-12-31T01:30:00Z", a date as programs write it/)],
	['Hen 2026-11-29T15:09:28.116-05:00', expect.stringMatching(/^! holds "2026-11-29T15:09:28.116-05:00", a date as programs write it/)],
	[`Hen ${String(new Date(0))}`, expect.stringMatching(/^! holds ".* GMT[+-]\d{4}", a date as programs write it/)],
	['Giao ngày Invalid DateTime', expect.stringMatching(/^! holds "Invalid DateTime", because a date could not be read/)],
	[new Date('x'), '! is a date that could not be read: give the date as it is in your data'],
	['Nguyễn Anundefined', expect.stringMatching(/^! holds "undefined"/)],
	['{{ $json.x }}', expect.stringMatching(/^! is "{{ \$json.x }}", an expression that was not worked out/)],
	['a\u0000b', '! holds a character that cannot be shown'],
])('a customer gets of %p: %p', (given, expected) => expect(read(given)).toEqual(expected));

it('what nobody reads may hold the date of a machine, but nothing that an expression left over', () => {
	expect(filledText('DH1-2026-12-31T01:30:00Z', 'UTC')).toEqual({ ok: true, value: 'DH1-2026-12-31T01:30:00Z' });
	expect(filledText('undefined-paid', 'UTC')).toMatchObject({ ok: false, fault: expect.stringMatching(/^holds "undefined"/) });
});
