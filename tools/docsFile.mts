import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Compares a page of docs/ with the text that the code makes for it; `npm run docs` writes it instead.
 *
 * @throws Error where the page is not up to date
 */
export function checkDocsFile(path: string, text: string): void {
	const file = join(__dirname, '..', path);
	if (process.env.WRITE_DOCS === '1') writeFileSync(file, text);
	if (readFileSync(file, 'utf8') !== text) throw new Error(`${path} is not up to date: run npm run docs`);
}
