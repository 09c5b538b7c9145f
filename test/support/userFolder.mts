import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where n8n keeps its own records: workflows, credentials and executions. The cache has the files of its editor. */
const RECORDS = /^(?:\.n8n\/database\.sqlite|\.cache\/)/;

/** @returns every file that an n8n keeps beside its records, by its path in the user folder, with its content */
export function filesOf(userFolder: string): Map<string, string> {
	const files = readdirSync(userFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = files.map(({ parentPath, name }) => relative(userFolder, join(parentPath, name)).replaceAll('\\', '/'));
	return new Map(paths.filter((path) => !RECORDS.test(path)).map((path) => [path, readFileSync(join(userFolder, path), 'latin1')]));
}
