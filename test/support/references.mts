import { listAll, readText } from './files.mjs';
import { pageAt } from './markdown.mjs';

/** The references below docs/reference, as comments call them. */
export const REFERENCES = ['esms.md', 'caresoft.md', 'zalo.md', 'n8n.md'];

/** A place that names a reference. */
export interface Citation {
	reference: string;
	/** E.g. 10.14; none where the whole page is meant. */
	sections: string[];
}

const NUMBER = String.raw`\d+(?:\.\d+)*(?![\w:%]|\.\d)`;
const NUMBERS = `${NUMBER}(?:(?:, | and | to |–)${NUMBER})*`;
/** A link has its own test: there the name stands in brackets or behind a folder. */
const CITATION = new RegExp(String.raw`(?<![\w/[.-]|\]\()(${REFERENCES.join('|').replaceAll('.', '\\.')})\b\`?(?:,? (?:sections? )?(${NUMBERS}))?`, 'g');
const OWN_CITATION = new RegExp(String.raw`(?<!(?:\.md|SPEC)\`? )(?:§|\bsections? )(${NUMBERS})`, 'g');

const split = (numbers = ''): string[] => numbers.match(/\d+(?:\.\d+)*/g) ?? [];

/** @returns every place of a text that names a reference */
export function citationsOf(text: string): Citation[] {
	return [...text.matchAll(CITATION)].map(([, reference = '', numbers]) => ({ reference, sections: split(numbers) }));
}

/** @returns the pages that a text cites by section although they are no references */
export function strangersIn(text: string): string[] {
	return [...text.matchAll(/(?<![\w/[.-]|\]\()([\w-]+\.md)\b`?,? (?:sections? )?\d/g)].map(([, page = '']) => page).filter((page) => !REFERENCES.includes(page));
}

/** @returns the sections of its own that a reference names, e.g. §1.6 or section 9.4 */
export function ownCitationsOf(text: string): string[] {
	return [...text.matchAll(OWN_CITATION)].flatMap(([, numbers]) => split(numbers));
}

/** @returns the numbers of the headings of a reference, and of the points of its numbered lists: the third of section 17 is 17.3 */
export function sectionsOf(reference: string): string[] {
	let current = '';
	return pageAt(`docs/reference/${reference}`).prose.split('\n').flatMap((line) => {
		const heading = /^#{2,} (\d+(?:\.\d+)*)/.exec(line)?.[1];
		if (heading !== undefined) return [(current = heading)];
		const point = /^(\d+)\. /.exec(line)?.[1];
		return point === undefined ? [] : [`${current}.${point}`];
	});
}

const FOLDERS = ['nodes', 'credentials', 'sandbox/simulator', 'sandbox/demo', 'sandbox/n8n', 'test', 'tools', 'bench', 'workflows', 'docs'];
const TOP = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'sandbox/demo.mts'];

/** @returns the files of the project whose comments, names of tests or prose may cite */
export function citingFiles(): Array<{ path: string; text: string }> {
	const paths = [...TOP, ...FOLDERS.flatMap(listAll)].filter((path) => /\.(ts|mts|mjs|js|json|md)$/.test(path));
	return paths.map((path) => ({ path, text: readText(path) }));
}
