import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { n8nEnvironment } from './environment.mjs';
import type { JsonObject } from './types.mjs';

/** The n8n whose database is read; it may be running. */
export interface StoredIn {
	/** The folder in which n8n is installed. */
	sandboxDir: string;
	userFolder: string;
}

/** Reads a credential out of n8n's own database, decrypted, by the command that n8n has for that; it takes some seconds. */
export async function readStoredCredential({ sandboxDir, userFolder }: StoredIn, id: string): Promise<JsonObject> {
	const node = join(sandboxDir, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	const folder = mkdtempSync(join(tmpdir(), 'zalo-zns-credential-'));
	const output = join(folder, 'credential.json');
	try {
		const command = [join(sandboxDir, 'node_modules', 'n8n', 'bin', 'n8n'), 'export:credentials', `--id=${id}`, '--decrypted', `--output=${output}`];
		// It listens nowhere.
		await promisify(execFile)(node, command, { cwd: userFolder, env: n8nEnvironment({ sandboxDir, userFolder, port: 0, brokerPort: 0 }, process.env) });
		const [stored] = JSON.parse(readFileSync(output, 'utf8')) as Array<{ data: JsonObject }>;
		if (!stored) throw new Error(`There is no credential ${id}`);
		return stored.data;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
