import { checkDocsFile } from '../../../tools/docsFile.mjs';
import { NODE_PAGES } from '../../../tools/nodes/catalogue.mjs';
import { nodePage, nodesIndex } from '../../../tools/nodes/pages.mjs';
import { readText } from '../../support/files.mjs';

it('docs/nodes/README.md says what the descriptions say', () => checkDocsFile('docs/nodes/README.md', nodesIndex()));

it.each(NODE_PAGES.map((page) => [page.file, page] as const))('docs/nodes/%s.md says what the description says', (file, page) =>
	checkDocsFile(`docs/nodes/${file}.md`, nodePage(page)),
);

it('every node of the package has a page', () => {
	const { n8n } = JSON.parse(readText('package.json')) as { n8n: { nodes: string[] } };
	const folders = n8n.nodes.map((path) => path.split('/').at(-2));
	expect(NODE_PAGES.map(({ folder }) => folder).sort()).toEqual(folders.sort());
});

it.each(NODE_PAGES.map((page) => [page.file, page] as const))('%s: every field of the editor is on the page', (_, page) => {
	const text = nodePage(page);
	const shown = page.sections.flatMap(({ fields }) => fields).filter(({ type }) => type !== 'notice');
	expect(shown.length).toBeGreaterThan(0);
	for (const { displayName } of shown) expect(text).toContain(`**${displayName}**`);
});

it('tells when a field is shown, what it takes, and what its choices mean', () => {
	const lines = nodePage(NODE_PAGES[0] as (typeof NODE_PAGES)[0]).split('\n');
	expect(lines).toContainEqual(expect.stringMatching(/^\| \*\*Time Limit \(Minutes\)\*\* \| a number from 1 to 10080 \| `60` \|.*Shown where \*After Sending\* is \*Wait for Delivery\*/));
	expect(lines).toContainEqual(expect.stringMatching(/^\| \*\*Options > Request ID\*\* \| one of the choices \| By Content \|.*\*By Your Own Key\*: One message per key/));
});
