import { pageAt } from '../../support/markdown.mjs';
import { citationsOf, citingFiles, ownCitationsOf, REFERENCES, sectionsOf, strangersIn } from '../../support/references.mjs';

const SECTIONS = new Map(REFERENCES.map((reference) => [reference, new Set(sectionsOf(reference))]));

/** The citations of a text that lead nowhere. */
const lostIn = (text: string) =>
	citationsOf(text).flatMap(({ reference, sections }) => sections.filter((section) => !SECTIONS.get(reference)?.has(section)).map((section) => `${reference} ${section}`));

// This file shows what is found.
const files = citingFiles().filter(({ path }) => path !== 'test/unit/docs/references.test.ts');

it('every section that the project cites is there', () => {
	expect(files.flatMap(({ path, text }) => lostIn(text).map((citation) => `${path}: ${citation}`))).toEqual([]);
});

it('no page is cited by section but the references', () => {
	expect(files.flatMap(({ path, text }) => strangersIn(text).map((page) => `${path}: ${page}`))).toEqual([]);
	expect(strangersIn('nowhere.md 3.1; esms.md 3.1; [a page](zalo.md#which) 3')).toEqual(['nowhere.md']);
});

it('finds the citations: there are hundreds, of every reference', () => {
	const cited = files.flatMap(({ text }) => citationsOf(text)).filter(({ sections }) => sections.length > 0);
	expect(cited.length).toBeGreaterThan(900);
	for (const reference of REFERENCES) expect(cited.filter((citation) => citation.reference === reference).length).toBeGreaterThan(15);
});

it.each([
	['(esms.md 10.14)', [{ reference: 'esms.md', sections: ['10.14'] }]],
	['/** Times (zalo.md 3.2, 8.3 and 9): strings. */', [{ reference: 'zalo.md', sections: ['3.2', '8.3', '9'] }]],
	['see `caresoft.md` section 4.', [{ reference: 'caresoft.md', sections: ['4'] }]],
	['n8n.md 4.5; esms.md', [{ reference: 'n8n.md', sections: ['4.5'] }, { reference: 'esms.md', sections: [] }]],
	['zalo.md 5, 22:00 to 6:00', [{ reference: 'zalo.md', sections: ['5'] }]],
	['[a page](zalo.md#which), [zalo.md](../zalo.md), docs/nodes/esms.md 3', []],
])('reads %s', (text, expected) => expect(citationsOf(text)).toEqual(expected));

it('finds a citation that leads nowhere', () => {
	expect(lostIn('esms.md 10.14, 10.99; n8n.md 7; zalo.md 9.5; esms.md 17.3, 17.99')).toEqual(['esms.md 10.99', 'n8n.md 7', 'esms.md 17.99']);
});

describe.each(REFERENCES)('docs/reference/%s', (reference) => {
	const { prose, text } = pageAt(`docs/reference/${reference}`);

	it('gives every number once', () => {
		const numbers = sectionsOf(reference);
		expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
	});

	it('leads to its own sections', () => {
		expect(ownCitationsOf(prose).filter((section) => !SECTIONS.get(reference)?.has(section))).toEqual([]);
	});

	it('says where its facts come from', () => {
		const [, sources = ''] = text.split('\n## 0. ');
		expect(sources.split('\n## ')[0]).toContain('UNKNOWN');
	});
});
