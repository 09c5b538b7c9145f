import { allPages, fileOf, targetsOf, type Page } from '../../support/markdown.mjs';
import { list, readText } from '../../support/files.mjs';

/** n8n verifies a package only where all documentation is in English: README and whatever a reader gets to from there. */
const pages = new Map(allPages().map((page) => [page.path, page]));

function reachedFrom(path: string, reached = new Map<string, Page>()): Map<string, Page> {
	const page = pages.get(path);
	if (!page || reached.has(path)) return reached;
	reached.set(path, page);
	for (const target of targetsOf(page).filter((link) => !/^[a-z]+:/.test(link))) reachedFrom(fileOf(path, target), reached);
	return reached;
}

const english = [...reachedFrom('README.md').values()];

/** Letters that English and the other languages of the docs lack. */
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
const MOST_WORDS = 3;

/** What is quoted stays as it is: names of fields and texts of messages, tables of codes, a letter to send. */
const quoted = [/`[^`\n]*`/g, /\*+[^*\n]+\*+/g, /"[^"\n]*"/g, /\([^)\n]*\)/g, /^[>|].*$/gm];

function vietnameseLines({ prose }: Page): string[] {
	const own = quoted.reduce((text, form) => text.replace(form, ''), prose);
	return own.split('\n').filter((line) => line.split(/\s+/).filter((word) => VIETNAMESE.test(word)).length > MOST_WORDS);
}

it('from the README a reader gets to the guides, and to no page in Vietnamese', () => {
	const paths = english.map(({ path }) => path);
	expect(paths).toEqual(expect.arrayContaining(['docs/README.md', 'docs/credentials.md', 'docs/sending.md', 'docs/nodes/send-zns.md', 'CHANGELOG.md']));
	expect(paths.filter((path) => path.startsWith('docs/vi/') || path === 'HUONG-DAN.md')).toEqual([]);
});

it.each(english.map((page) => [page.path, page] as const))('%s is written in English', (_, page) => expect(vietnameseLines(page)).toEqual([]));

it('would notice Vietnamese', () => expect(vietnameseLines(pages.get('docs/vi/README.md') as Page).length).toBeGreaterThan(10));

it('who looks for the guide in Vietnamese finds it: a file at the top, which the README names in English', () => {
	expect(readText('README.md')).toMatch(/Vietnamese speakers find a guide in their language .*`HUONG-DAN\.md`/);
	expect(targetsOf(pages.get('HUONG-DAN.md') as Page)).toContain('docs/vi/README.md');
});

it('what npm packs holds none of it', () => {
	expect((JSON.parse(readText('package.json')) as { files: string[] }).files).toEqual(['dist']);
	// npm packs every README, whatever stands behind its name.
	expect(list('.').filter((name) => /^readme/i.test(name))).toEqual(['README.md']);
});
