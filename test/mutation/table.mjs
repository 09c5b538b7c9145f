#!/usr/bin/env node
/**
 * Prints the table of docs/mutation.md from the report of the last run, and every change that no test found.
 * `node test/mutation/table.mjs first.json second.json` puts the reports of several runs together; of a file that
 * is in more than one, the last counts.
 */
import { readFileSync } from 'node:fs';

const FOUND = ['Killed', 'Timeout'];
const MISSED = ['Survived', 'NoCoverage'];

/** @typedef {{ status: string, mutatorName: string, replacement: string, location: { start: { line: number, column: number }, end: { line: number, column: number } } }} Mutant */

const paths = process.argv.length > 2 ? process.argv.slice(2) : ['.tmp/mutation/report.json'];
/** @type {Record<string, { source: string, mutants: Mutant[] }>} */
const reported = Object.assign({}, ...paths.map((path) => JSON.parse(readFileSync(path, 'utf8')).files));

const files = Object.entries(reported)
	.map(([path, file]) => ({ ...file, path: path.replace('nodes/', ''), missed: file.mutants.filter(({ status }) => MISSED.includes(status)) }))
	.filter(({ mutants }) => mutants.length > 0)
	.sort((a, b) => a.path.localeCompare(b.path));

/** @param {string} name @param {typeof files} members */
function rowOf(name, members) {
	const mutants = members.flatMap((file) => file.mutants);
	const found = mutants.filter(({ status }) => FOUND.includes(status)).length;
	const missed = members.flatMap((file) => file.missed).length;
	// What is left could not run at all.
	const rest = mutants.length - found - missed;
	return `| ${[name, mutants.length, found, missed, rest, `${((100 * found) / (found + missed)).toFixed(1)} %`].join(' | ')} |`;
}

const clean = files.filter(({ missed }) => missed.length === 0);
console.log('| File | Changes | Found | Not found | Cannot run | Score |\n| --- | ---: | ---: | ---: | ---: | ---: |');
for (const file of files.filter(({ missed }) => missed.length > 0)) console.log(rowOf(`\`${file.path}\``, [file]));
console.log(rowOf(`${clean.length} other files`, clean));
for (const folder of ['domain', 'providers']) console.log(rowOf(`**all of \`${folder}/\`**`, files.filter(({ path }) => path.startsWith(folder))));
console.log(rowOf('**all**', files));

for (const { path, source, missed } of files) {
	const lines = source.split('\n');
	for (const { location: { start, end }, mutatorName, replacement } of missed) {
		const last = start.line === end.line ? end.column - 1 : undefined;
		console.log(`\n${path}:${start.line} ${mutatorName}\n- ${lines[start.line - 1]?.slice(start.column - 1, last)}\n+ ${replacement.split('\n')[0]}`);
	}
}
