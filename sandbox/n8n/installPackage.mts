import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Dependencies that n8n removes from a package's copy before it installs it. */
const REMOVED = ['devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/**
 * Packs the built project into the tarball that npm would publish.
 * Run `npm run build` first.
 *
 * @returns the path of the tarball
 */
export function packProject(projectDir: string, outDir: string): string {
	if (!existsSync(join(projectDir, 'dist'))) throw new Error('There is no dist folder yet. Run npm run build first.');
	mkdirSync(outDir, { recursive: true });
	const args = ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', outDir];
	const { status, stdout, stderr, error } = spawnSync('npm', args, {
		cwd: projectDir,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	if (status !== 0) throw new Error(`npm pack did not work: ${error?.message ?? stderr}`);
	const [packed] = Object.values(JSON.parse(stdout) as Record<string, { filename: string }>);
	if (!packed) throw new Error('npm pack made no tarball');
	return join(outDir, packed.filename);
}

/**
 * Unpacks a package tarball.
 *
 * @returns the folder with its package.json, inside `intoDir`
 */
export function unpack(tarball: string, intoDir: string): string {
	mkdirSync(intoDir, { recursive: true });
	const { status, stderr, error } = spawnSync('tar', ['-xzf', tarball, '-C', intoDir], { encoding: 'utf8' });
	if (status !== 0) throw new Error(`The tarball could not be unpacked: ${error?.message ?? stderr}`);
	return join(intoDir, 'package');
}

/**
 * Installs a package into an n8n's user folder as its *Community nodes* page
 * does, so that its nodes load under their real names. n8n must not be running.
 *
 * @returns the package's name
 */
export function installPackage(tarball: string, userFolder: string): string {
	const scratch = mkdtempSync(join(tmpdir(), 'n8n-package-'));
	try {
		const unpacked = unpack(tarball, scratch);
		const manifestPath = join(unpacked, 'package.json');
		const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<string, unknown>;
		const name = String(manifest.name);
		for (const field of REMOVED) delete manifest[field];
		writeFileSync(manifestPath, JSON.stringify(manifest, null, 2));

		const nodesDir = join(userFolder, '.n8n', 'nodes');
		const target = join(nodesDir, 'node_modules', name);
		rmSync(target, { recursive: true, force: true });
		cpSync(unpacked, target, { recursive: true });
		writeFileSync(join(nodesDir, 'package.json'), '{ "name": "installed-nodes", "private": true, "dependencies": {} }\n');
		return name;
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}
