import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; scripts: Record<string, string>; engines: { node: string } };

it('the changelog has an entry for this version', () => {
	expect(read('CHANGELOG.md')).toContain(`\n## ${manifest.version}\n`);
});

it.each(readdirSync(join(ROOT, '.github', 'workflows')))('every npm command in %s exists', (file) => {
	const commands = [...read('.github', 'workflows', file).matchAll(/run: npm (?:run )?([\w:]+)/g)].map(([, name]) => name as string);
	const known = ['ci', 'publish', ...Object.keys(manifest.scripts)];
	expect(commands.filter((name) => !known.includes(name))).toEqual([]);
	expect(commands.length).toBeGreaterThan(0);
});

it('the oldest Node.js that the package promises is tested', () => {
	const [, oldest] = />=(\d+)/.exec(manifest.engines.node) ?? [];
	expect(read('.github', 'workflows', 'test.yml')).toMatch(new RegExp(`node: \\[${oldest}, `));
});
