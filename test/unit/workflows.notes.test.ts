import { z } from 'zod';
import { listAll, readText } from '../support/files.mjs';
import { readExamples, type Example } from '../support/workflowFiles.mjs';

const STICKY = 'n8n-nodes-base.stickyNote';

/** What stands in bold beside nodes: outputs, and two words of a note. */
const ALSO_BOLD = ['No Result', 'Delivered', 'Not Delivered', 'Error', 'one journey', 'one trigger'];

const each = readExamples().map((example) => [example.file, example] as const);

const noteOf = ({ nodes }: Example, name: string) => String(nodes.find((node) => node.type === STICKY && node.name === name)?.parameters.content);
const steps = ({ nodes }: Example) => nodes.filter(({ type }) => type !== STICKY);

/** What stands in bold, without the headings of paragraphs. */
function boldIn(note: string): Set<string> {
	const headings = [...note.matchAll(/^\*\*([^*]+)\*\*/gm)].map(([, name]) => name);
	const all = [...note.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name ?? '');
	return new Set(all.filter((name) => !headings.includes(name)));
}

describe.each(each)('%s', (_, example) => {
	it.each([
		['English', 'About', '**Set it up**\n1. '],
		['Vietnamese', 'Giới thiệu', '**Cài đặt**\n1. '],
	])('says on a sticky note what it does and how to set it up: %s', (_language, name, setUp) => {
		const note = noteOf(example, name);
		expect(note).toMatch(/^## /);
		expect(note).toContain(setUp);
		const unknown = [...boldIn(note)].filter((bold) => !ALSO_BOLD.includes(bold) && !steps(example).some((step) => step.name.startsWith(bold)));
		expect(unknown).toEqual([]);
	});

	it('says as many steps in both languages, about the same nodes', () => {
		const [english, vietnamese] = [noteOf(example, 'About'), noteOf(example, 'Giới thiệu')];
		const numbersOf = (note: string) => [...note.matchAll(/^(\d+)\. /gm)].map(([, number]) => number);
		expect(numbersOf(vietnamese)).toEqual(numbersOf(english));
		expect(boldIn(vietnamese)).toEqual(boldIn(english));
	});

	it('has notes of parts whose text is in both languages', () => {
		for (const { name } of example.nodes.filter((node) => node.name.startsWith('Part '))) {
			const [, ...text] = noteOf(example, name).split('\n');
			const paragraphs = text.join('\n').split(/\n\n| · /).filter(Boolean);
			expect([name, paragraphs.length % 2]).toEqual([name, 0]);
		}
	});
});

const headersSchema = z.object({ parameters: z.object({ path: z.string(), authentication: z.string().optional(), httpMethod: z.literal('POST') }) });
const webhooks = readExamples().flatMap((example) => example.nodes.filter(({ type }) => type === 'n8n-nodes-base.webhook').map((node) => [`${example.file}: ${node.name}`, example, headersSchema.parse(node).parameters] as const));

/** The commands of a note, taken apart as a shell does. */
const commandsIn = (note: string) =>
	[...note.matchAll(/`curl -X POST https:\/\/n8n\.example\.com\/webhook\/(\S+) -H 'Content-Type: application\/json' -H '([\w-]+): THE-VALUE' -d '([^']+)'`/g)].map(([, path, header, body = '']) => ({ path, header, body }));

describe.each(webhooks)('%s', (_, example, { path }) => {
	const about = noteOf(example, 'About');
	const command = commandsIn(about).find((one) => one.path === path);

	it('is called by a command of the note, with JSON', () => {
		expect(command).toBeDefined();
		expect(JSON.parse(command?.body ?? '')).toEqual(expect.any(Object));
	});

	it('takes the header that the note tells to put into the credential, in both languages', () => {
		for (const note of [about, noteOf(example, 'Giới thiệu')]) expect(note).toMatch(new RegExp(`\\*Header Auth\\*[^]*\\*Name\\*[^\`]*\`${command?.header}\`, \\*Value\\*`));
	});
});

it('an order that somebody tries is new: its code stands in no other example, nor in what `npm start` has sent', () => {
	const codesIn = (text: string) => new Set(text.match(/\bDH\d+\b/g));
	const demo = listAll('sandbox/demo').map((path) => readText(path)).join('\n') + readText('sandbox/demo.mts');
	const users = [['npm start', codesIn(demo)] as const, ...readExamples().map((example) => [example.file, codesIn(JSON.stringify(example))] as const)];
	const usedBy = (code: string) => users.filter(([, codes]) => codes.has(code)).map(([name]) => name);
	expect(codesIn(demo).size).toBeGreaterThan(0);
	for (const [name, codes] of users) for (const code of codes) expect([code, usedBy(code)]).toEqual([code, [name]]);
});

const chats = readExamples().flatMap(({ file, nodes }) => nodes.filter(({ type, parameters }) => /\.chat(HitlTool)?$/.test(type) && String(parameters.message).includes('\n')).map(({ name, parameters }) => [`${file}: ${name}`, String(parameters.message)] as const));

it.each(chats)('%s has a list in its message: the chat is Markdown, where lines run together', (_, message) => {
	const [, ...paragraphs] = message.split('\n\n');
	for (const line of paragraphs.join('\n').split('\n')) expect(line).toMatch(/^- .*: `\{\{.*\}\}`$/);
});
