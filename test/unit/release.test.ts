import { list, readText } from '../support/files.mjs';

const manifest = JSON.parse(readText('package.json')) as { version: string; scripts: Record<string, string>; engines: { node: string } };
const WORKFLOWS = '.github/workflows';

it('the changelog has an entry for this version', () => {
	expect(readText('CHANGELOG.md')).toContain(`\n## ${manifest.version}\n`);
});

it.each(list(WORKFLOWS))('every npm command in %s exists', (file) => {
	const commands = [...readText(`${WORKFLOWS}/${file}`).matchAll(/run: npm (?:run )?([\w:]+)/g)].map(([, name]) => name as string);
	const known = ['ci', ...Object.keys(manifest.scripts)];
	expect(commands.filter((name) => !known.includes(name))).toEqual([]);
	expect(commands.length).toBeGreaterThan(0);
});

it('the oldest Node.js that the package promises is tested', () => {
	const [, oldest] = />=(\d+)/.exec(manifest.engines.node) ?? [];
	expect(readText(`${WORKFLOWS}/test.yml`)).toMatch(new RegExp(`node: \\[${oldest}, `));
});
