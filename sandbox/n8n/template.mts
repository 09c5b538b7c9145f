import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { N8nClient, OWNER } from './client.mjs';
import { startN8n } from './server.mjs';

/**
 * A user folder to copy: its database is migrated and its owner is set up. It is made once for each version of n8n,
 * by starting that n8n, and kept.
 *
 * @param sandboxDir where n8n is installed
 * @param cacheDir where templates are kept
 * @param env settings that this n8n needs to start
 * @returns the folder of the template
 */
export async function userFolderTemplate(sandboxDir: string, cacheDir: string, env?: Record<string, string>): Promise<string> {
	const manifest = readFileSync(join(sandboxDir, 'node_modules', 'n8n', 'package.json'), 'utf8');
	const { version } = JSON.parse(manifest) as { version: string };
	const key = createHash('sha256').update(JSON.stringify([manifest, OWNER])).digest('hex').slice(0, 12);
	const template = join(cacheDir, `n8n-${version}-${key}`);
	if (!existsSync(template)) await makeTemplate(sandboxDir, cacheDir, template, env);
	return template;
}

async function makeTemplate(sandboxDir: string, cacheDir: string, template: string, env?: Record<string, string>): Promise<void> {
	mkdirSync(cacheDir, { recursive: true });
	const userFolder = mkdtempSync(join(cacheDir, 'making-'));
	try {
		const server = await startN8n({ sandboxDir, userFolder, env });
		await new N8nClient(server.url).setupOwner().finally(async () => await server.stop());
		// The files of the editor: n8n writes them anew at each start.
		rmSync(join(userFolder, '.cache'), { recursive: true, force: true });
		// Whole or not at all, and the first of several that were made at the same time stays.
		if (!existsSync(template)) renameSync(userFolder, template);
	} finally {
		rmSync(userFolder, { recursive: true, force: true });
	}
}
