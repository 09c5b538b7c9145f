#!/usr/bin/env node
/**
 * `npm run bench`: installs what is missing, measures everything side by side and writes bench/results.md.
 *
 *   npm run bench                          about 21 minutes
 *   npm run bench -- --quick               small numbers, about 2 minutes; writes bench/results.quick.md
 *   npm run bench -- --only=sends,package  only these chapters, printed and not written; with --quick, small
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureBuilt } from '../sandbox/setup/build.mjs';
import { checkTools, ensureProject, ensureSandbox } from '../sandbox/setup/ensureInstalled.mjs';
import { goalsTable } from './goals.mjs';
import { benchDir, nodeOfSandbox, rootDir, sandboxDir } from './paths.mjs';
import { WHAT_N8N_DECIDES } from './whatN8nDecides.mjs';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });

await checkTools(rootDir);
await ensureProject(rootDir);
await ensureSandbox(sandboxDir);
await ensureBuilt(rootDir);

// Loaded only now: undici may have been missing.
const { startProvider } = await import('./processes.mjs');
const { ownN8n, sharedN8n } = await import('./n8n.mjs');
const CHAPTERS = {
	sends: (await import('./chapters/sends.mjs')).sends,
	limit: (await import('./chapters/limit.mjs')).limit,
	growth: (await import('./chapters/growth.mjs')).growth,
	callbacks: (await import('./chapters/callbacks.mjs')).callbacks,
	burst: (await import('./chapters/burst.mjs')).burst,
	waiting: (await import('./chapters/waiting.mjs')).waiting,
	package: (await import('./chapters/package.mjs')).packageSize,
};

const names = values.only?.split(',') ?? Object.keys(CHAPTERS);
for (const name of names) if (!(name in CHAPTERS)) throw new Error(`There is no chapter ${name}: ${Object.keys(CHAPTERS).join(', ')}`);

const log = (line) => console.log(`  ${line}`);
const provider = await startProvider();
const n8n = values.quick ? sharedN8n() : ownN8n;
const texts = [];
const goals = [];
try {
	for (const name of names) {
		console.log(`\n${name}`);
		const chapter = await CHAPTERS[name](provider, { quick: values.quick, log, n8n });
		texts.push(chapter.text);
		goals.push(...chapter.goals);
	}
} finally {
	await n8n.end();
	provider.stop();
}

const page = `${['# Measured', circumstances(), '## Goals', goalsTable(goals), WHAT_N8N_DECIDES, ...texts].join('\n\n')}\n`;
console.log(`\n${page}`);
if (!values.only) writeFileSync(join(benchDir, values.quick ? 'results.quick.md' : 'results.md'), page);
process.exit(0);

function circumstances() {
	const version = (path) => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')).version;
	const [cpu] = cpus();
	const node = spawnSync(nodeOfSandbox, ['--version'], { encoding: 'utf8' }).stdout.trim();
	return [
		`Made by \`npm run bench${values.quick ? ' -- --quick' : ''}\` on ${new Date().toISOString().slice(0, 10)}.`,
		`Machine: ${cpus().length} x ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}. Node ${node}, n8n ${version(join(sandboxDir, 'node_modules', 'n8n'))}, this package ${version(rootDir)}.`,
		'Provider, nodes and load share this machine; the ratios say more than the figures.',
	].join(' ');
}
