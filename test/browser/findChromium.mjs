#!/usr/bin/env node
/** Run by itself it prints the browser, or ends with 1 and says how to install one. */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the browsers that will do are called; the one first found is taken. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where they are on systems that do not put them on the path. */
const PLACES = {
	darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
	win32: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
};

/** How to get one, for those who have none. */
export const HOW_TO_INSTALL = `The tests of the editor need Chromium, Chrome or Edge, and none was found; install one:
  Debian     apt-get install chromium
  Fedora     dnf install chromium
  macOS      brew install --cask chromium
  Windows    winget install Google.Chrome
  elsewhere  CHROMIUM_PATH=/path/to/the/program`;

/** @param {string} path @returns {boolean} */
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

/** @param {NodeJS.ProcessEnv} env @param {string} platform @returns {string[]} the paths to try, in their order */
export function candidates(env, platform) {
	if (env.CHROMIUM_PATH) return [env.CHROMIUM_PATH];
	const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
	const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	if (platform === 'darwin') return [...onPath, ...PLACES.darwin];
	if (platform !== 'win32') return onPath;
	const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
	return roots.flatMap((root) => PLACES.win32.map((place) => `${root}\\${place}`));
}

/**
 * Finds the browser of the tests: CHROMIUM_PATH, or one that is installed.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env, platform = process.platform) {
	return candidates(env, platform).find(isProgram);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const found = findChromium();
	if (found === undefined) process.exitCode = 1;
	console.log(found ?? HOW_TO_INSTALL);
}
