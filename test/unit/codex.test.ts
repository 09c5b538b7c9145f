import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import { NODE_PAGES, type NodePage } from '../../tools/nodes/catalogue.mjs';
import { readText } from '../support/files.mjs';
import { FINDS, FINDS_FIRST, withoutMarks } from '../support/searches.mjs';

interface Codex {
	node: string;
	nodeVersion: string;
	codexVersion: string;
	categories: string[];
	alias: string[];
	resources: Record<'primaryDocumentation' | 'credentialDocumentation', Array<{ url: string }>>;
}

const { name, homepage } = JSON.parse(readText('package.json')) as { name: string; homepage: string };
const REPOSITORY = homepage.replace('#readme', '');

/** Those that n8n has for community nodes (its rule `valid-node-categories`). */
const CATEGORIES = ['Analytics', 'Communication', 'Data & Storage', 'Development', 'Finance & Accounting', 'Marketing & Content', 'Miscellaneous', 'Productivity', 'Sales', 'Utility'];

const codexOf = ({ folder }: NodePage) => JSON.parse(readText(`nodes/${folder}/${folder}.node.json`)) as Codex;

it.each(NODE_PAGES.map((page) => [page.folder, page] as const))('%s: the codex file is about this node', (_, page) => {
	const codex = codexOf(page);
	const version = Number(page.description.version).toFixed(1);
	expect(codex).toMatchObject({ node: `${name}.${page.description.name}`, nodeVersion: version, codexVersion: '1.0' });
	expect(codex.categories).toContain('Communication');
	expect(codex.categories.filter((category) => !CATEGORIES.includes(category))).toEqual([]);
	expect(Object.keys(codex)).not.toContain('subcategories');
	expect(new Set(codex.alias.map((alias) => alias.toLowerCase())).size).toBe(codex.alias.length);
});

it.each(NODE_PAGES.map((page) => [page.folder, page] as const))('%s: its documentation exists', (_, page) => {
	const { primaryDocumentation, credentialDocumentation } = codexOf(page).resources;
	const [path] = primaryDocumentation.map(({ url }) => url.replace(`${REPOSITORY}/blob/main/`, ''));
	expect(path).toBe(`docs/nodes/${page.file}.md`);
	expect(readText(String(path))).toContain(page.description.displayName);
	expect(credentialDocumentation).toEqual([{ url: `${REPOSITORY}#credentials` }]);
	expect(readText('README.md')).toMatch(/^## Credentials$/m);
});

it.each(NODE_PAGES.map((page) => [page.folder, page] as const))('%s: words are in one form of Unicode, those with marks also stand without, and no other than Send ZNS has odd capitals', (_, page) => {
	const { alias } = codexOf(page);
	expect(alias.filter((words) => words !== words.normalize('NFC'))).toEqual([]);
	expect(alias.filter((words) => !alias.includes(withoutMarks(words)))).toEqual([]);
	// n8n's search gives points for a capital behind a small letter. Only so can Send ZNS stand before titles that begin with Zalo or ZNS.
	const odd = alias.filter((words) => /\p{Ll}\p{Lu}/u.test(words) && !/^(?:eSMS|CareSoft|ViHAT)$/.test(words));
	expect(odd).toEqual(page.folder === 'SendZns' ? ['zAlO', 'zAlO oA', 'zNs'] : []);
});

/** A node as the editor searches it, with n8n's own search. */
const items = NODE_PAGES.map((page) => ({ properties: { displayName: page.description.displayName, codex: codexOf(page) } }));
const searched = (words: string) => sublimeSearch(words, items).map(({ score, item }) => ({ score, name: item.properties.displayName }));

it.each(FINDS)('"%s" finds %j', (words, names) => {
	expect(searched(words).map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
});

it.each(FINDS_FIRST)('the first that "%s" finds is %s, and no other is as good', (words, name) => {
	const [first, second] = searched(words);
	expect(first?.name).toBe(name);
	expect(first?.score).toBeGreaterThan(second?.score ?? Number.NEGATIVE_INFINITY);
});
