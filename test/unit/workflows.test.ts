import { NodeHelpers, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { Caresoft } from '../../nodes/Caresoft/Caresoft.node';
import { Esms } from '../../nodes/Esms/Esms.node';
import { SendZns } from '../../nodes/SendZns/SendZns.node';
import { ZaloOfficialAccount } from '../../nodes/ZaloOfficialAccount/ZaloOfficialAccount.node';
import { ZaloTransaction } from '../../nodes/ZaloTransaction/ZaloTransaction.node';
import { ZnsDeliveryTrigger } from '../../nodes/ZnsDeliveryTrigger/ZnsDeliveryTrigger.node';
import { readText } from '../support/files.mjs';
import { readExamples, strangeParameters, type Example } from '../support/workflowFiles.mjs';

const PACKAGE = 'n8n-nodes-zalo-zns.';
const OWN_PACKAGES = /^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\./;
const OWN_TYPES = new Map([Caresoft, Esms, SendZns, ZaloOfficialAccount, ZaloTransaction, ZnsDeliveryTrigger].map((Type) => typeEntry(new Type())));

/** Pixels of the canvas: its grid, a node, what each output beyond the second adds, its name and subtitle, the text of a sticky note. */
const GRID = 16;
const NODE = 96;
const WIDE_NODE = 256;
const OUTPUT = 32;
const LABEL = 56;
const LINE = { heading: 38, text: 19, character: 6.5 };

const STICKY = 'n8n-nodes-base.stickyNote';
const examples = readExamples();
const each = examples.map((example) => [example.file, example] as const);

function typeEntry({ description }: INodeType): [string, INodeTypeDescription] {
	return [description.name, description];
}

/** A node of this package, also where it is a tool of an agent. */
const ownType = (type: string) => OWN_TYPES.get(type.slice(PACKAGE.length).replace(/Tool$/, ''));
const connectionsOf = ({ connections }: Example) => connections as Record<string, Record<string, Array<Array<{ node: string }> | null>>>;
const outputsOf = (example: Example, name: string) => connectionsOf(example)[name]?.main?.length ?? 0;
const ownNodes = ({ nodes }: Example) => nodes.filter(({ type }) => type.startsWith(PACKAGE));
const stickies = ({ nodes }: Example) => nodes.filter(({ type }) => type === STICKY);
const steps = ({ nodes }: Example) => nodes.filter(({ type }) => type !== STICKY);

it('there are examples, each with a name and webhooks of its own', () => {
	expect(examples.length).toBeGreaterThan(9);
	const names = examples.map(({ name }) => name);
	const hooks = examples.flatMap(({ nodes }) => nodes.flatMap(({ webhookId }) => webhookId ?? []));
	const paths = examples.flatMap(({ nodes }) => nodes.flatMap(({ parameters }) => (typeof parameters.path === 'string' ? parameters.path : [])));
	for (const list of [names, hooks, paths]) expect(new Set(list).size).toBe(list.length);
});

describe.each(each)('%s', (file, example) => {
	it('holds nothing of the machine it was made on, no secret and nobody’s data', () => {
		const text = readText(`workflows/${file}`);
		expect(Object.keys(example).filter((key) => key !== 'file')).toEqual(['name', 'nodes', 'connections', 'settings']);
		for (const { credentials = {} } of example.nodes) for (const { id } of Object.values(credentials)) expect(id).toBe('');
		expect(text).not.toMatch(/SIMULATOR-|\bsk-[A-Za-z0-9]|Bearer |127\.0\.0\.1|localhost/);
		const phones = text.match(/(?<![\w-])(?:\+?84|0)[ \d]{9,12}(?![\w-])/g) ?? [];
		expect(phones.filter((phone) => !['0901888484', '0901 888 484'].includes(phone.trim()))).toEqual([]);
		expect(text.match(/https?:\/\/[\w.-]+/g)?.filter((url) => !/^https:\/\/(n8n\.example\.com|shop\.example\.com|myshop\.vn)$/.test(url)) ?? []).toEqual([]);
		expect(text).toBe(text.normalize('NFC'));
	});

	it('uses the nodes of this package as they are: version, parameters, nothing required left empty', () => {
		for (const node of ownNodes(example)) {
			const type = ownType(node.type) as INodeTypeDescription;
			expect(type).toBeDefined();
			expect([type.version].flat()).toContain(node.typeVersion);
			expect(strangeParameters(node, type)).toEqual([]);
			expect(NodeHelpers.getNodeParametersIssues(type.properties, node, type)).toBeNull();
			const needed = (type.credentials ?? []).filter((credential) => NodeHelpers.displayParameter(node.parameters, credential, node, type)).map(({ name }) => name);
			expect(Object.keys(node.credentials ?? {})).toEqual(needed);
		}
		for (const { type } of steps(example)) expect(type.startsWith(PACKAGE) || OWN_PACKAGES.test(type)).toBe(true);
	});

	it('repeats by n8n’s own Retry On Fail only what cannot send twice', () => {
		for (const { retryOnFail, parameters } of ownNodes(example)) if (retryOnFail) expect(String(parameters.operation)).toMatch(/^get/);
	});

	it('connects nodes that are there, and leaves none without a connection', () => {
		const names = example.nodes.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(example.nodes.map(({ id }) => id)).size).toBe(names.length);
		const connections = Object.entries(connectionsOf(example));
		const targets = connections.flatMap(([, kinds]) => Object.values(kinds).flatMap((outputs) => outputs.flatMap((output) => (output ?? []).map(({ node }) => node))));
		const sources = connections.map(([name]) => name);
		for (const name of [...sources, ...targets]) expect(names).toContain(name);
		for (const { name } of steps(example)) expect(sources.includes(name) || targets.includes(name)).toBe(true);
	});

	it('lies on the grid, with room for each node and its name', () => {
		for (const { position } of example.nodes) expect(position.map((at) => Math.abs(at % GRID))).toEqual([0, 0]);
		const boxes = steps(example).map((node) => ({ name: node.name, ...boxOf(node, outputsOf(example, node.name), LABEL) }));
		for (const [index, box] of boxes.entries()) for (const other of boxes.slice(index + 1)) expect([box.name, other.name, overlap(box, other)]).toEqual([box.name, other.name, false]);
	});

	it('has sticky notes that hold their text, and each node wholly or not at all', () => {
		const notes = stickies(example).map((note) => ({ name: note.name, text: String(note.parameters.content), ...boxOf(note) }));
		for (const [index, note] of notes.entries()) {
			expect([note.name, heightOf(note.text, note.width) <= note.height]).toEqual([note.name, true]);
			for (const other of notes.slice(index + 1)) expect([note.name, other.name, overlap(note, other)]).toEqual([note.name, other.name, false]);
			for (const step of steps(example)) {
				const box = boxOf(step, outputsOf(example, step.name));
				expect([note.name, step.name, overlap(note, box) && !(inside(box, note) && box.y >= note.y + heightOf(note.text, note.width))]).toEqual([note.name, step.name, false]);
			}
		}
	});

	it('counts in the time of Vietnam', () => {
		expect(example.settings).toEqual({ executionOrder: 'v1', timezone: 'Asia/Ho_Chi_Minh' });
	});
});

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

function boxOf({ type, position: [x, y], parameters }: Example['nodes'][number], outputs = 0, label = 0): Box {
	if (type === STICKY) return { x, y, width: Number(parameters.width), height: Number(parameters.height) };
	return { x, y, width: type.endsWith('.agent') ? WIDE_NODE : NODE, height: NODE + OUTPUT * Math.max(0, outputs - 2) + label };
}

function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function inside(a: Box, b: Box): boolean {
	return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}

/** About how high the editor draws a text. */
function heightOf(text: string, width: number): number {
	const perLine = Math.floor((width - 40) / LINE.character);
	const lines = (line: string) => Math.max(1, Math.ceil(line.length / perLine));
	return text.replace(/[*`]/g, '').split('\n').reduce((sum, line) => sum + (line.startsWith('## ') ? LINE.heading * lines(line) : line === '' ? LINE.text / 2 : LINE.text * lines(line)), 16);
}

it.each(each)('%s: an Official Account is written as the editor writes it, or the editor empties the template when the credential is chosen', (_, { nodes }) => {
	const picked = nodes.flatMap(({ parameters }) => {
		const account = (parameters as { officialAccount?: unknown }).officialAccount;
		return typeof account === 'object' && account !== null && (account as { mode?: unknown }).mode === 'list' ? [account] : [];
	});
	expect(picked.map((account) => Object.keys(account))).toEqual(picked.map(() => ['__rl', 'mode', 'value', 'cachedResultName', 'cachedResultUrl']));
});
