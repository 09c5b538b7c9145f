import { readText, list } from '../../support/files.mjs';

const readme = readText('README.md');
const manifest = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

it('every npm command of the README exists', () => {
	const commands = [...readme.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(([, script, known]) => script ?? known ?? '');
	expect(commands.length).toBeGreaterThan(3);
	for (const command of commands) expect(Object.keys(manifest.scripts)).toContain(command);
});

it('every file that the README names is there', () => {
	const targets = [...readme.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, target]) => target ?? '');
	expect(targets).toEqual(expect.arrayContaining(['LICENSE', 'docs/images/send-zns.png']));
	for (const target of targets) expect(readText(target).length).toBeGreaterThan(0);
});

it('every example workflow is named in the README', () => {
	const files = list('workflows');
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) expect(readme).toContain(`workflows/${file}`);
});

it('every JSON example of the README is JSON', () => {
	const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
	expect(examples.length).toBeGreaterThan(0);
	for (const example of examples) expect(() => JSON.parse(example) as unknown).not.toThrow();
});
