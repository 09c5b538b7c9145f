import { readWish } from '../../../sandbox/callback/wish.mjs';
import { NODE_PAGES } from '../../../tools/nodes/catalogue.mjs';
import { readText } from '../../support/files.mjs';
import { allPages, pageAt } from '../../support/markdown.mjs';

const pages = allPages();
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
const steps = [...readText('test/steps/steps.mjs').matchAll(/\bname: '(\w+)'/g)].map(([, name]) => name);

it.each(pages)('$path: every npm command is there', ({ text }) => {
	const commands = [...text.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(([, script, known]) => script ?? known);
	for (const command of commands) expect(Object.keys(scripts)).toContain(command);
});

it.each(pages)('$path: every test callback is one that the command takes', ({ code }) => {
	const lines = code.flatMap(({ text }) => [...text.matchAll(/^npm run callback -- (.*?)(?:\s+#.*)?$/gm)].map(([, args = '']) => args));
	for (const args of lines) {
		const wish = readWish([...args.matchAll(/(?:[^\s']|'[^']*')+/g)].map(([word]) => word.replaceAll("'", '')));
		if (wish !== 'help') expect(wish.kind.call(wish.url, wish.details, 'secret').url).toContain(wish.url);
	}
});

it('the README names the commands that a newcomer needs', () => {
	const readme = readText('README.md');
	for (const command of ['npm start', 'npm test', 'npm run test:unit', 'npm run simulator', 'npm run callback']) expect(readme).toContain(command);
});

it.each(pages)('$path: every step that is named is a step of npm test', ({ text }) => {
	const named = [...text.matchAll(/npm test -- --only=([\w,]+)/g)].flatMap(([, names = '']) => names.split(','));
	for (const name of named) expect(steps).toContain(name);
});

it.each(pages)('$path: every JSON example is JSON', ({ code }) => {
	for (const { language, text } of code) if (language === 'json') expect(() => JSON.parse(text) as unknown).not.toThrow();
});

it.each(pages)('$path: Vietnamese is in NFC', ({ text }) => expect(text.normalize('NFC')).toBe(text));

it.each(pages.filter(({ path }) => !path.startsWith('docs/nodes/')))('$path: every operation is called as in the editor', ({ prose }) => {
	const titles = NODE_PAGES.flatMap(({ description, sections }) => sections.map(({ title }) => `${description.displayName}: ${title}`));
	const named = [...prose.matchAll(/\*(eSMS|CareSoft|Zalo Official Account) > ([^*>]+)(?: > ([^*>]+))?\*/g)];
	for (const [, node = '', resource = '', operation] of named) {
		const beginning = `${node}: ${resource}: ${operation ?? ''}`;
		expect(titles).toContainEqual(operation === undefined ? expect.stringContaining(beginning.trimEnd()) : beginning);
	}
});

it('every example workflow is named in the README and in the Vietnamese guide', () => {
	const names = [...readText('README.md').matchAll(/\(workflows\/([\w-]+\.json)\)/g)].map(([, name]) => name ?? '');
	expect(names.length).toBeGreaterThan(10);
	for (const name of names) expect(readText('docs/vi/README.md')).toContain(`workflows/${name}`);
});

it('the operation that CONTRIBUTING walks through is the one of the node', () => {
	const [block] = pageAt('CONTRIBUTING.md').code.filter(({ language }) => language === 'ts');
	expect(block?.text).toBe(readText('nodes/Esms/actions/officialAccount/getQuality.operation.ts'));
});
