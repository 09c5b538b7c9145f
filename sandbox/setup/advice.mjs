/**
 * What to tell somebody whose installation failed, found in npm's own words.
 * Pure text functions, so that they are tested without breaking an installation.
 */

const COMPILER_PACKAGES = {
	linux:
		'Debian or Ubuntu: sudo apt-get install -y python3 make g++ (Fedora: sudo dnf install python3 make gcc-c++; Alpine: apk add python3 make g++).',
	darwin: 'macOS: xcode-select --install, and Python 3 from python.org or Homebrew.',
	win32:
		'Windows: the "Desktop development with C++" workload of Visual Studio Build Tools, and Python 3 (winget install Python.Python.3.12).',
};

/** @type {Array<{ pattern: RegExp, advice: (platform: string) => string }>} the first match wins */
const RULES = [
	{
		pattern: /ENOSPC|no space left on device/i,
		advice: () => 'The disk is full. The real n8n needs about 4 GB: free some space and run the command again.',
	},
	{
		pattern: /EACCES|EPERM|permission denied/i,
		advice: () =>
			'A file or folder may not be written. Make sure that this checkout and npm\'s cache belong to you (npm config get cache shows where it is); do not run npm with sudo here.',
	},
	{
		pattern: /CERT_|self.signed certificate|unable to (get|verify).*certificate/i,
		advice: () =>
			'The registry\'s certificate was not accepted, which is usual behind a company proxy. Set NODE_EXTRA_CA_CERTS to the file with your company\'s certificate and run the command again.',
	},
	{
		pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|network (request|timeout)/i,
		advice: () =>
			'The npm registry could not be reached. Check the internet connection, and behind a proxy set HTTPS_PROXY (or npm config set proxy …), then run the command again.',
	},
	{
		pattern: /E40[13]\b/,
		advice: () => 'The npm registry refused access. Check the registry and the login in your npm settings (npm config list).',
	},
	{
		pattern: /gyp ERR!|node-gyp|not found: make|make: (command )?not found|g\+\+: (command )?not found|find Python|Visual Studio/i,
		advice: (platform) =>
			`A native module (sqlite3) had to be compiled, and a compiler is missing. ${COMPILER_PACKAGES[platform] ?? COMPILER_PACKAGES.linux}`,
	},
	{
		pattern: /EUSAGE|in sync|from lock file/i,
		advice: () =>
			'package.json and package-lock.json do not belong together. Take both from the same commit (git status shows local changes); after a change of dependencies run npm install once.',
	},
	{
		pattern: /EINTEGRITY/,
		advice: () => 'A downloaded package is damaged. Run npm cache clean --force and then the command again.',
	},
	{
		pattern: /ENOENT.*\bnpm\b|npm: (command )?not found/i,
		advice: () => 'npm was not found. Install Node.js 20 or later together with npm (nodejs.org).',
	},
];

/**
 * Finds the sentence that helps with a failed installation.
 *
 * @param {string} output everything npm printed
 * @param {string} [platform] as in process.platform
 * @returns {string}
 */
export function adviceFor(output, platform = process.platform) {
	const rule = RULES.find(({ pattern }) => pattern.test(output));
	return rule
		? rule.advice(platform)
		: 'npm did not finish. Its last lines are above; running the command again is safe and goes on where it can.';
}

/** Warnings, stack traces, the inside of printed error objects, and empty lines. */
const NOISE = /^\s*$|^npm (warn|notice)|^npm (error|ERR!)(\s{2,}(at |\w+: |})|\s*$)|A complete log/i;

/**
 * The lines of npm's output that say what went wrong, without its walls of warnings.
 *
 * @param {string} output
 * @param {number} [limit]
 * @returns {string[]}
 */
export function tellingLines(output, limit = 8) {
	const lines = output.split(/\r?\n/).filter((line) => !NOISE.test(line));
	const errors = lines.filter((line) => /err|fatal|not found|denied/i.test(line));
	return (errors.length > 0 ? errors : lines).slice(0, limit);
}

/**
 * Says why this Node.js or npm cannot be used, or nothing when it can.
 *
 * @param {string} nodeVersion as in process.versions.node
 * @returns {string | undefined}
 */
export function nodeProblem(nodeVersion) {
	const major = Number(nodeVersion.split('.')[0]);
	if (major >= 20) return undefined;
	return `Node.js ${nodeVersion} is too old: 20 or later is needed. Get it from nodejs.org, or with nvm: nvm install 20.`;
}

/**
 * Says why this npm cannot be used, or nothing when it can.
 *
 * @param {string} npmVersion
 * @returns {string | undefined}
 */
export function npmProblem(npmVersion) {
	const major = Number(npmVersion.split('.')[0]);
	if (major >= 9) return undefined;
	return `npm ${npmVersion} is too old: 9 or later is needed. Run: npm install --global npm@latest`;
}
