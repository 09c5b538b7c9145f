import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../../tools/markdown.mjs';

const PAGE = join(__dirname, '..', '..', '..', 'docs', 'security.md');

/** What an attacker tries, and what came of it. */
type Row = [target: string, attempt: string, outcome: string];

/** The tries of one test file: they make a table of docs/security.md. */
export class Tries {
	private readonly rows: Row[] = [];

	/** @param section name of the marker around the table */
	constructor(private readonly section: string) {}

	note(target: string, attempt: string, outcome: string): void {
		this.rows.push([target, attempt, outcome]);
	}

	/**
	 * Compares the table on the page with what was observed; with UPDATE_DOCS=1 it writes it instead.
	 *
	 * @throws Error where the page says something else
	 */
	checkDocs(): void {
		const [begin, end] = [`<!-- tries: ${this.section} -->\n`, `\n<!-- end: ${this.section} -->`];
		const page = readFileSync(PAGE, 'utf8');
		const [from, to] = [page.indexOf(begin) + begin.length, page.indexOf(end)];
		if (from < begin.length || to < from) throw new Error(`docs/security.md has no section "${this.section}"`);
		const fresh = page.slice(0, from) + `${table(['Target', 'Try', 'Outcome'], this.rows)}\n\n${this.rows.length} tries.` + page.slice(to);
		if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, fresh);
		else if (fresh !== page) throw new Error(`docs/security.md is not up to date: run UPDATE_DOCS=1 npx jest --selectProjects server --testPathPatterns attacks/${this.section}`);
	}
}
