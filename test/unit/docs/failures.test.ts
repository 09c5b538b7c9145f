import { FAILURE_CLASSES } from '../../../nodes/domain/failure';
import { checkDocsFile } from '../../../tools/docsFile.mjs';
import { failuresPage, transportFailures } from '../../../tools/failures.mjs';
import esmsReference from '../../fixtures/codes/esms.json';
import officialAccountReference from '../../fixtures/codes/zaloOfficialAccount.json';
import znsReference from '../../fixtures/codes/zaloZns.json';

const page = failuresPage();

/** The lines of one chapter of the page. */
const chapter = (title: string) => (page.split(`\n## ${title}\n`)[1] ?? '').split('\n## ')[0]?.split('\n') ?? [];

/** The lines of a chapter that are about a code. */
const linesOf = (title: string, code: string) => chapter(title).filter((line) => line.startsWith(`| \`${code}\` |`));

it('docs/failures.md says what the nodes say', () => checkDocsFile('docs/failures.md', page));

describe.each([
	['Codes of eSMS', esmsReference.filter(({ code }) => code !== '100')],
	['Codes of Zalo for ZNS', znsReference.filter(({ code }) => code !== '0')],
	['Codes of Zalo for messages of an Official Account', officialAccountReference],
])('%s', (title, reference: Array<{ code: string; meaning: string; class?: string }>) => {
	it.each(reference)('$code $meaning', ({ code, class: expected }) => {
		const [line, ...further] = linesOf(title, code);
		expect(further).toEqual([]);
		const [, what = '', failureClass, advice = '', smsAdvised] = (line ?? '').slice(2, -2).split(' | ');
		expect(what.length).toBeGreaterThan(8);
		expect(advice.length).toBeGreaterThan(8);
		if (expected) expect(failureClass).toBe(`\`${expected.toLowerCase()}\``);
		expect(smsAdvised).toBe(expected === 'UNREACHABLE' ? 'yes' : 'no');
	});
});

it('has a line for every class', () => {
	for (const name of Object.keys(FAILURE_CLASSES)) expect(linesOf('Classes', name)).toHaveLength(1);
});

describe('transport failures (zalo.md 9.5)', () => {
	it.each([
		['no connection', 'retry'],
		['broke or timed out', 'uncertain'],
		['HTTP status 5xx', 'uncertain'],
		['HTTP status 429', 'retry'],
		['something else than JSON', 'uncertain'],
	])('%s: %s', (what, failureClass) => {
		const found = transportFailures().filter((failure) => failure.what.includes(what));
		expect(found.length).toBeGreaterThan(0);
		for (const { failure } of found) expect(failure.class).toBe(failureClass);
	});

	it('never advise an SMS, and say so of a lost answer: nobody knows whether the message went out', () => {
		for (const { what, failure } of transportFailures()) expect([what, failure.fallbackAdvised]).toEqual([what, failure.class === 'uncertain' ? null : false]);
	});

	it('the page shows all three values', () => {
		const shown = new Set(page.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.slice(2, -2).split(' | ').at(-1)));
		for (const value of ['yes', 'no', 'nobody knows']) expect([...shown]).toContain(value);
	});
});
