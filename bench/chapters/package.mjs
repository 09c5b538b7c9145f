/** Size of the package, and how long its nodes take to load beside big nodes of n8n. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { benchDir, nodeOfSandbox, rootDir } from '../paths.mjs';
import { median, show, table } from '../statistics.mjs';

const BIG_NODES = ['Slack/Slack', 'Airtable/Airtable', 'Hubspot/Hubspot', 'HttpRequest/HttpRequest', 'Telegram/Telegram', 'Google/Sheet/GoogleSheets'];

const WHY = '**Description.** The eSMS node holds every call of the documentation of eSMS, and each that sends has waiting, preview and options of its own: an editor that opens a form must not ask the server for it.';

export async function packageSize(_provider, { quick, log }) {
	const times = quick ? 1 : 5;
	const manifest = JSON.parse(readFileSync(join(rootDir, 'package.json'), 'utf8'));
	const [packed] = Object.values(JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], { cwd: rootDir, encoding: 'utf8' })));
	const ours = manifest.n8n.nodes.map((path) => [path.split('/').at(-2), join(rootDir, path)]);
	const big = BIG_NODES.map((path) => [`n8n: ${path.split('/').at(-1)}`, `n8n-nodes-base/dist/nodes/${path}.node.js`]);
	const rows = [];
	const loaded = new Map();
	for (const [name, path] of [...ours, ...big]) {
		const runs = Array.from({ length: times }, () => load([path]));
		const ms = median(runs.map((run) => run.ms));
		loaded.set(name, { ms, bytes: runs[0].bytes });
		rows.push([name, show(ms), show(runs[0].bytes / 1024)]);
	}
	const all = median(Array.from({ length: times }, () => load(ours.map(([, path]) => path)).ms));
	const sum = ours.reduce((total, [name]) => total + loaded.get(name).bytes, 0);
	rows.splice(ours.length, 0, ['all of ours together', show(all), show(sum / 1024)]);
	log(`package: ${show(packed.size / 1024)} KB, all nodes load in ${show(all)} ms`);
	const text = `## The package\n\nTarball ${show(packed.size / 1024)} KB (${show(packed.unpackedSize / 1024)} KB unpacked, ${packed.entryCount ?? packed.files.length} files). Load time is that of the node's own code in a process that has loaded n8n before, median of ${times}.\n\n${table(['Node', 'Load time, ms', 'Description, KB of JSON'], rows)}`;
	const biggest = Math.max(...big.map(([name]) => loaded.get(name).bytes));
	const slowest = Math.max(...big.map(([name]) => loaded.get(name).ms));
	const goals = ours.flatMap(([name]) => [
		{ what: `${name}: description, of the biggest of n8n's compared`, value: loaded.get(name).bytes / biggest, goal: 1, atMost: true, why: WHY },
		{ what: `${name}: load time, of the slowest of n8n's compared`, value: loaded.get(name).ms / slowest, goal: 1, atMost: true },
	]);
	return { text, goals };
}

/** @returns {{ ms: number, bytes: number }} */
function load(paths) {
	return JSON.parse(execFileSync(nodeOfSandbox, [join(benchDir, 'load.mjs'), ...paths], { encoding: 'utf8' }));
}
