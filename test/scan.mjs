#!/usr/bin/env node
/**
 * The gates a published package meets: what is in the tarball, n8n's scanner on the sources and on the
 * packed tarball, and n8n's own loader on the unpacked tarball.
 * Run after the build: it reads dist and sandbox/dist.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootDir = dirname(dirname(fileURLToPath(import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), 'package-check-'));
// Importing n8n-core writes a settings file; this keeps it out of the home folder.
process.env.N8N_USER_FOLDER = scratch;

const { packProject, unpack } = await import('../sandbox/dist/n8n/installPackage.mjs');
const { analyzePackage, SOURCE_FILE_PATTERNS } = await import('@n8n/scan-community-package/scanner/scanner.mjs');
const { PackageDirectoryLoader } = (await import('n8n-core')).default;

/** What n8n needs of a package, and people who look at it on npm. */
const WANTED = [
	/^(LICENSE|README\.md|package\.json)$/,
	/^dist\/(nodes|credentials)\/.+\.js$/,
	/^dist\/nodes\/[^/]+\/[^/]+\.node\.json$/,
	/^dist\/nodes\/[^/]+\/__schema__\/v[\d.]+(\/.+)?\.json$/,
	/^dist\/icons\/[\w.]+\.svg$/,
];

/** @param {string} packageDir */
function checkContents(packageDir) {
	const files = readdirSync(packageDir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(packageDir, join(parentPath, name)).split(sep).join('/'));
	const unwanted = files.filter((file) => !WANTED.some((pattern) => pattern.test(file)));
	if (unwanted.length > 0) throw new Error(`The tarball holds what n8n does not need: ${unwanted.join(', ')}`);
	const { nodes } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).n8n;
	const codex = nodes.map((/** @type {string} */ file) => file.replace(/\.js$/, '.json'));
	const missing = ['LICENSE', 'README.md', ...codex].filter((file) => !files.includes(file));
	if (missing.length > 0) throw new Error(`The tarball lacks ${missing.join(', ')}`);
	console.log(`  the tarball holds ${files.length} files, all of them wanted`);
}

/** @param {string} what @param {string} folder @param {string[]} patterns */
async function scan(what, folder, patterns) {
	const { passed, message, details, error } = await analyzePackage(folder, patterns);
	// The scanner calls an empty folder clean.
	if (passed && !message) return console.log(`  scanner on ${what}: passed`);
	throw new Error(`The scanner refuses ${what}: ${message}\n${details ?? error ?? ''}`);
}

/** @param {string} packageDir */
async function load(packageDir) {
	const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
	const loader = new PackageDirectoryLoader(packageDir);
	await loader.loadAll();
	for (const [kind, files, loaded] of [
		['node', manifest.n8n.nodes, loader.nodeTypes],
		['credential', manifest.n8n.credentials, loader.credentialTypes],
	]) {
		const sources = Object.values(loaded).map(({ sourcePath }) => basename(sourcePath));
		const missing = files.filter((/** @type {string} */ file) => !sources.includes(basename(file)));
		if (missing.length > 0) throw new Error(`n8n does not load ${missing.join(', ')}`);
		console.log(`  n8n loads ${files.length} ${kind}(s): ${Object.keys(loaded).join(', ')}`);
	}
}

try {
	const tarball = packProject(rootDir, scratch);
	console.log(`  packed ${basename(tarball)}`);
	const packageDir = unpack(tarball, scratch);
	checkContents(packageDir);
	await scan('the sources', rootDir, SOURCE_FILE_PATTERNS);
	await scan('the packed tarball', packageDir, ['**/*.js', 'package.json']);
	// Where an installed package finds n8n-workflow and zod: in a node_modules above it.
	symlinkSync(join(rootDir, 'node_modules'), join(scratch, 'node_modules'), 'junction');
	await load(packageDir);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(scratch, { recursive: true, force: true });
}
