import { NODE_PAGES, type NodePage } from '../../tools/nodes/catalogue.mjs';
import { readText } from '../support/files.mjs';

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

/** What a user types who looks for a node, and what must be among the finds. */
const WORDS: Record<string, string[]> = {
	zns: ['SendZns', 'ZnsDeliveryTrigger', 'Esms', 'Caresoft', 'ZaloOfficialAccount'],
	zalo: ['SendZns', 'ZaloTransaction', 'ZnsDeliveryTrigger', 'Esms', 'Caresoft', 'ZaloOfficialAccount'],
	esms: ['SendZns', 'ZaloTransaction', 'ZnsDeliveryTrigger', 'Esms', 'EsmsInboundTrigger'],
	caresoft: ['SendZns', 'ZnsDeliveryTrigger', 'Caresoft'],
	sms: ['Esms', 'EsmsInboundTrigger', 'Caresoft'],
	otp: ['SendZns', 'Esms'],
	viber: ['Esms'],
	vietnam: NODE_PAGES.map(({ folder }) => folder),
};

const codexOf = ({ folder }: NodePage) => JSON.parse(readText(`nodes/${folder}/${folder}.node.json`)) as Codex;

it.each(NODE_PAGES.map((page) => [page.folder, page] as const))('%s: the codex file is about this node', (_, page) => {
	const codex = codexOf(page);
	const version = Number(page.description.version).toFixed(1);
	expect(codex).toMatchObject({ node: `${name}.${page.description.name}`, nodeVersion: version, codexVersion: '1.0' });
	expect(codex.categories).toContain('Communication');
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

it.each(Object.entries(WORDS))('"%s" is a word by which n8n finds its nodes', (word, folders) => {
	const found = NODE_PAGES.filter((page) => codexOf(page).alias.some((alias) => alias.toLowerCase() === word)).map(({ folder }) => folder);
	expect(found).toEqual(expect.arrayContaining(folders));
});
