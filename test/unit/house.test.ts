import { listAll, readText } from '../support/files.mjs';

const sources = listAll('nodes').filter((path) => path.endsWith('.ts'));
const importsOf = (path: string) => [...readText(path).matchAll(/^(?:import|export)\b[^;]*? from '([^']+)'/gm)].map(([, target]) => target ?? '');

/** Layers from the bottom to the top. */
const layerOf = (path: string) => {
	// What n8n stores is known to the glue of a provider, and knows nothing but the domain.
	if (path.startsWith('credentials/')) return 2;
	const room = path.split('/')[1] ?? '';
	return ['domain', 'providers', 'shared'].indexOf(room) + 1 || 4;
};

const resolve = (from: string, target: string) => {
	const parts = from.split('/').slice(0, -1);
	for (const part of target.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.') parts.push(part);
	}
	return parts.join('/');
};

it('imports run downwards: node, shared, providers, domain', () => {
	const upward = sources.flatMap((path) =>
		importsOf(path)
			.filter((target) => target.startsWith('.'))
			.map((target) => resolve(path, target))
			.filter((target) => layerOf(target) > layerOf(path))
			.map((target) => `${path} → ${target}`),
	);
	expect(sources.length).toBeGreaterThan(30);
	expect(upward).toEqual([]);
});

it('a node does not reach into another node', () => {
	const across = sources
		.filter((path) => layerOf(path) === 4)
		.flatMap((path) => importsOf(path).filter((target) => target.startsWith('.')).map((target) => [path, resolve(path, target)] as const))
		.filter(([path, target]) => layerOf(target) === 4 && path.split('/')[1] !== target.split('/')[1]);
	expect(across).toEqual([]);
});

it('domain and providers know nothing of n8n', () => {
	const below = sources.filter((path) => layerOf(path) < 3);
	expect(below.filter((path) => importsOf(path).some((target) => target.startsWith('n8n')))).toEqual([]);
});

it('what ships imports only what n8n provides', () => {
	const packages = [...sources, ...listAll('credentials')].flatMap(importsOf).filter((target) => !target.startsWith('.'));
	expect([...new Set(packages)].filter((name) => !['n8n-workflow', 'zod', 'luxon', 'lodash', 'p-limit', 'crypto'].includes(name.split('/')[0] ?? ''))).toEqual([]);
});

it('the simulator shares no code with the nodes', () => {
	const simulator = listAll('sandbox/simulator').filter((path) => path.endsWith('.mts'));
	const targets = simulator.flatMap((path) => importsOf(path).filter((target) => target.startsWith('.')).map((target) => resolve(path, target)));
	expect(simulator.length).toBeGreaterThan(10);
	expect(targets.filter((target) => !target.startsWith('sandbox/simulator/'))).toEqual([]);
});

/** Rooms that know every provider alike; a folder with the name of one is its own. */
const GENERAL = sources.filter((path) => /^nodes\/(shared|domain)\//.test(path) && !/^nodes\/(shared\/(esms|caresoft)|domain\/failures)\//.test(path));
const codeOf = (path: string) => readText(path).replace(/\/\*\*[^]*?\*\/|\/\/.*$/gm, '');

it('the general rooms name no provider', () => {
	expect(GENERAL.length).toBeGreaterThan(50);
	expect(GENERAL.filter((path) => /caresoft/i.test(codeOf(path)))).toEqual([]);
});

it('fields are read by their readers alone', () => {
	const READERS = /^nodes\/shared\/(fields\/(item|locator)|run\/setting|webhooks\/setting)\.ts$/;
	const around = sources.filter((path) => !READERS.test(path) && /\bgetNodeParameter\(/.test(codeOf(path)));
	expect(around).toEqual([]);
});

it('an address at which a provider calls is read in one place, with what is known of it', () => {
	const around = sources.filter((path) => /\.(?:optional|required|optionalText|text)\([^;\n]*callback/i.test(codeOf(path)) && path !== 'nodes/shared/esms/callbackUrl.ts');
	// Beside waiting there must be none, so what it is makes no difference.
	expect(around).toEqual(['nodes/shared/esms/options.ts']);
});

it('what a user gave is never parsed by a library whose error the user would read', () => {
	const bare = sources.filter((path) => !path.startsWith('nodes/providers/') && !path.startsWith('nodes/domain/') && !/^nodes\/shared\/(transport|webhooks\/repeats)\.ts$/.test(path) && /[sS]chema\s*\.parse\(|z\s*\.[^;]*\.parse\(/.test(codeOf(path)));
	expect(bare).toEqual([]);
});

it('an item and a run are refused in one way', () => {
	const others = sources.filter((path) => /new NodeOperationError\(/.test(codeOf(path)) && !/^nodes\/shared\/(refusal|EsmsInboundTrigger|run\/asReadError|sending\/results)\.ts$/.test(path));
	expect(others).toEqual([]);
});

it('nothing runs in a circle, and inside shared the rooms stand one above the other', () => {
	const graph = new Map(sources.map((path) => [path, importsOf(path).filter((target) => target.startsWith('.')).map((target) => `${resolve(path, target)}.ts`)]));
	const circles: string[] = [];
	const walk = (path: string, trail: string[]): void => {
		if (trail.includes(path)) return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
		for (const target of graph.get(path) ?? []) if (trail.length < 12) walk(target, [...trail, path]);
	};
	for (const path of graph.keys()) walk(path, []);
	expect([...new Set(circles)]).toEqual([]);

	/** From the bottom to the top; files outside of a room are used by all. */
	const FLOORS = ['fields', 'pickers', 'webhooks', 'session', 'run', 'delivery', 'template', 'reading', 'preview', 'sending', 'waiting', 'caresoft', 'esms', 'zalo'];
	const roomOf = (path: string) => FLOORS.indexOf(/^nodes\/shared\/(\w+)\//.exec(path)?.[1] ?? '');
	const upward = [...graph].flatMap(([path, targets]) => targets.filter((target) => roomOf(path) >= 0 && roomOf(target) > roomOf(path)).map((target) => `${path} → ${target}`));
	expect(upward).toEqual([]);
});
