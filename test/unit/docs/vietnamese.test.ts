import { FAILURE_CLASSES } from '../../../nodes/domain/failure';
import { CATALOGUE } from '../../../nodes/domain/failures/catalogue';
import { pageAt } from '../../support/markdown.mjs';

const page = pageAt('docs/vi/loi-thuong-gap.md').text;

/** The cells of the lines of a chapter that begin with code. */
const rows = (title: string) =>
	((page.split(`\n## ${title}\n`)[1] ?? '').split('\n## ')[0] ?? '')
		.split('\n')
		.filter((line) => line.startsWith('| `'))
		.map((line) => line.slice(2, -2).split(' | ').map((cell) => cell.replaceAll('`', '')));

it.each([
	['Mã của eSMS', CATALOGUE.esms],
	['Mã của Zalo (ZNS)', CATALOGUE.zns],
] as const)('%s: every code has the class of the catalogue', (title, catalogue) => {
	expect(rows(title).length).toBeGreaterThan(10);
	for (const [code, , failureClass] of rows(title)) {
		expect([code, failureClass]).toEqual([code, catalogue.find((failure) => failure.code === code)?.class]);
	}
});

it('names every class, and advises an SMS where the catalogue does', () => {
	const ADVICE = { yes: '**có**', ifUrgent: 'nếu gấp', byPolicy: 'tùy chính sách', no: 'không', notKnown: 'chưa biết' };
	expect(rows('Các nhóm lỗi').map(([name, , , sms]) => [name, sms])).toEqual(Object.entries(FAILURE_CLASSES).map(([name, { sms }]) => [name, ADVICE[sms]]));
});
