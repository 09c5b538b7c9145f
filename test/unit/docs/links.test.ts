import { listAll, readText } from '../../support/files.mjs';
import { allPages, faultOf, fileOf, targetsOf } from '../../support/markdown.mjs';

const pages = allPages();
const REPOSITORY = 'https://github.com/n8n-nodes-zalo-zns/n8n-nodes-zalo-zns';

const isLocal = (target: string) => !/^[a-z]+:/.test(target);

it.each(pages)('$path: every link and picture leads somewhere', (page) => {
	const faults = targetsOf(page).filter(isLocal).map((target) => faultOf(page.path, target));
	expect(faults.filter(Boolean)).toEqual([]);
});

it('finds a link without a file and an anchor without a heading', () => {
	expect(faultOf('docs/README.md', 'none.md')).toBe('docs/README.md: there is no none.md');
	expect(faultOf('docs/README.md', '../README.md#none')).toBe('docs/README.md: README.md has no heading #none');
});

it('links of the editor and of the examples into this repository lead somewhere', () => {
	const texts = [...listAll('nodes').filter((path) => path.endsWith('.node.json')), ...listAll('credentials'), ...listAll('workflows')].map(readText);
	const targets = texts.flatMap((text) => [...text.matchAll(new RegExp(`${REPOSITORY}(?:/blob/main/|(?=#))([^"'\\s\\\\)]*)`, 'g'))]).map(([, target = '']) => target);
	expect(targets.length).toBeGreaterThan(6);
	expect(targets.map((target) => faultOf('README.md', target)).filter(Boolean)).toEqual([]);
});

it('every page of the docs is reached from an index', () => {
	const indexes = pages.filter(({ path }) => path.endsWith('README.md') || path === 'HUONG-DAN.md');
	const reached = new Set(indexes.flatMap((page) => targetsOf(page).filter(isLocal).map((target) => fileOf(page.path, target))));
	const unreached = pages.map(({ path }) => path).filter((path) => !['README.md', 'HUONG-DAN.md'].includes(path) && !reached.has(path));
	expect(unreached).toEqual([]);
});

it('every picture is shown on a page', () => {
	const shown = new Set(pages.flatMap((page) => targetsOf(page).filter(isLocal).map((target) => fileOf(page.path, target))));
	expect(listAll('docs/images').filter((path) => !shown.has(path))).toEqual([]);
});
