import { createHash } from 'node:crypto';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [license]
 * @property {boolean} [optional]
 * @property {boolean} [extraneous]
 * @property {boolean} [link]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Paths of the packages that a lock file wants installed on every machine.
 *
 * @param {LockFile} lock
 * @returns {string[]}
 */
export function requiredPaths(lock) {
	return Object.entries(lock.packages ?? {})
		.filter(([path, entry]) => path !== '' && !entry.optional && !entry.extraneous && !entry.link)
		.map(([path]) => path);
}

/**
 * Names what is installed differently from the lock file.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile | undefined} installed node_modules/.package-lock.json, written by npm
 * @returns {string[]} paths, empty when the installation is current
 */
export function differences(wanted, installed) {
	const present = installed?.packages ?? {};
	return requiredPaths(wanted).filter((path) => present[path]?.version !== wanted.packages?.[path]?.version);
}

/**
 * Identifies one finished installation: this lock file on this kind of machine.
 * The caller's Node version is left out, because the sandbox brings its own.
 *
 * @param {string} lockText
 * @param {string} [platform]
 * @param {string} [arch]
 * @returns {string}
 */
export function installationKey(lockText, platform = process.platform, arch = process.arch) {
	return createHash('sha256').update(`${platform}-${arch}\n${lockText.replaceAll('\r\n', '\n')}`).digest('hex');
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/** @param {LockFile} lock @param {string} from @param {string} name @returns {boolean} as Node.js looks a package up */
function resolves(lock, from, name) {
	for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))) {
		if (lock.packages?.[`${path ? `${path}/` : ''}node_modules/${name}`]) return true;
		if (path === '') return false;
	}
}

/**
 * Packages of other platforms that npm left out of a lock file, which it does
 * when the registry or the installation it looked at did not have them. With
 * such a lock file `npm ci` refuses to work, and other platforms miss a binary.
 *
 * @param {LockFile} lock
 * @returns {Record<string, LockedPackage>} the entries to add, by path
 */
export function missingPlatformPackages(lock) {
	/** @type {Record<string, LockedPackage>} */
	const missing = {};
	for (const [from, { optionalDependencies = {}, license }] of Object.entries(lock.packages ?? {})) {
		for (const [name, version] of Object.entries(optionalDependencies)) {
			const words = name.split(/[-/]/);
			const os = SYSTEMS.filter((system) => words.includes(system));
			const cpu = PROCESSORS.filter((processor) => words.includes(processor));
			if (os.length !== 1 || cpu.length !== 1 || !/^\d/.test(version) || resolves(lock, from, name)) continue;
			const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
			missing[`node_modules/${name}`] = { version, cpu, ...(libc && { libc }), license, optional: true, os };
		}
	}
	return missing;
}
