import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT_DIR = join(__dirname, '..', '..');

/** @returns the text of a file of the project */
export function readText(path: string): string {
	return readFileSync(join(PROJECT_DIR, path), 'utf8');
}

/** @returns the bytes of a file of the project */
export function readBytes(path: string): Buffer {
	return readFileSync(join(PROJECT_DIR, path));
}

/** @returns the names of the files in a folder of the project */
export function list(path: string): string[] {
	return readdirSync(join(PROJECT_DIR, path));
}

/** @returns the paths of all files below a folder of the project */
export function listAll(path: string): string[] {
	return readdirSync(join(PROJECT_DIR, path), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(PROJECT_DIR.length + 1));
}
