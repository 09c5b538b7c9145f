import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Compares a page of docs/ with the text that the code makes for it; the command writes it instead.
 *
 * @throws Error where the page is not up to date
 */
export function checkDocsFile(path: string, text: string, command = 'npm run docs'): void {
	const file = join(__dirname, '..', path);
	if (process.env.WRITE_DOCS === '1') writeFileSync(file, text);
	const written = readFileSync(file, 'utf8').split('\n');
	const made = text.split('\n');
	const at = made.findIndex((line, index) => line !== written[index]);
	if (at >= 0 || made.length !== written.length) throw new Error(`${path} is not up to date: run ${command}. It should say: ${made[at] ?? 'less'}`);
}
