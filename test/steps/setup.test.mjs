// Runs with `node --test`: what it covers must work before anything is installed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { adviceFor, nodeProblem, npmProblem, tellingLines } from '../../sandbox/setup/advice.mjs';
import { differences, installationKey, missingPlatformPackages } from '../../sandbox/setup/lock.mjs';
import { cleanEnvironment } from '../../sandbox/setup/run.mjs';
import { countTests } from './jest.mjs';
import { selectSteps, soakEnvironment, soakSteps } from './select.mjs';
import { STEPS } from './steps.mjs';

const FAILURES = [
	['npm error code ENOTFOUND\nnpm error network request to https://registry/x failed', /registry could not be reached/],
	['npm error code EAI_AGAIN', /registry could not be reached/],
	['npm error FetchError: connect ECONNREFUSED 127.0.0.1:4873', /registry could not be reached/],
	['npm error code ETIMEDOUT', /HTTPS_PROXY/],
	['npm error code ENOSPC\nnpm error nospc no space left on device', /about 4 GB/],
	['npm error code EACCES\nnpm error syscall mkdir', /may not be written/],
	['gyp ERR! find Python You need to install the latest version of Python.', /python3 make g\+\+/],
	['gyp ERR! build error\ngyp ERR! stack Error: not found: make', /python3 make g\+\+/],
	['make: g++: Command not found', /apt-get install/],
	['npm error code SELF_SIGNED_CERT_IN_CHAIN', /NODE_EXTRA_CA_CERTS/],
	['npm error code EUSAGE\nnpm error Missing: x@1 from lock file', /do not belong together/],
	['npm error code EINTEGRITY', /cache clean/],
	['something else', /safe/],
];

for (const [output, expected] of FAILURES) {
	test(`advice for: ${output.split('\n')[0]}`, () => assert.match(adviceFor(output, 'linux'), expected));
}

test('a missing compiler names the tools of each system', () => {
	assert.match(adviceFor('gyp ERR! stack', 'darwin'), /xcode-select/);
	assert.match(adviceFor('gyp ERR! stack', 'win32'), /Visual Studio/);
	assert.match(adviceFor('gyp ERR! stack', 'openbsd'), /apt-get/);
});

test('of npm\'s output, the warnings are left out', () => {
	assert.deepEqual(tellingLines('npm warn EBADENGINE x\nnpm error code E1\n\nadded 3 packages'), ['npm error code E1']);
	assert.deepEqual(tellingLines('first\nsecond', 1), ['first']);
});

test('old tools are refused with a way out', () => {
	assert.match(nodeProblem('18.19.0') ?? '', /nvm install 20/);
	assert.equal(nodeProblem('20.0.0'), undefined);
	assert.equal(nodeProblem('24.1.0'), undefined);
	assert.match(npmProblem('8.19.4') ?? '', /npm install --global/);
	assert.equal(npmProblem('10.8.2'), undefined);
});

test('an installation is compared with its lock file', () => {
	const wanted = {
		packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } },
	};
	assert.deepEqual(differences(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } }), []);
	assert.deepEqual(differences(wanted, { packages: { 'node_modules/a': { version: '0.9.0' } } }), ['node_modules/a']);
	assert.deepEqual(differences(wanted, undefined), ['node_modules/a']);
});

test('packages of other platforms are found missing from a lock file', () => {
	const lock = {
		packages: {
			'node_modules/a': { license: 'MIT', optionalDependencies: { '@x/a-darwin-arm64': '1.0.0', '@x/a-linux-x64-musl': '1.0.0', b: '^2.0.0' } },
			'node_modules/a/node_modules/@x/a-darwin-arm64': { version: '1.0.0' },
		},
	};
	assert.deepEqual(missingPlatformPackages(lock), {
		'node_modules/@x/a-linux-x64-musl': { version: '1.0.0', cpu: ['x64'], libc: ['musl'], license: 'MIT', optional: true, os: ['linux'] },
	});
});

const LOCK_FILES = ['package-lock.json', 'sandbox/package-lock.json', 'sandbox/tools/chromium/package-lock.json', 'sandbox/tools/postgres/package-lock.json'];
for (const file of LOCK_FILES) {
	test(`${file} serves every platform and names no download address`, () => {
		const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
		const missing = Object.keys(missingPlatformPackages(JSON.parse(text)));
		assert.deepEqual(missing, [], `run: node sandbox/setup/completeLock.mjs ${file}`);
		assert.doesNotMatch(text, /"resolved": "http/);
	});
}

test('the key of an installation follows the lock file and the machine, not the line endings', () => {
	assert.equal(installationKey('a\r\nb', 'linux', 'x64'), installationKey('a\nb', 'linux', 'x64'));
	assert.notEqual(installationKey('a', 'linux', 'x64'), installationKey('b', 'linux', 'x64'));
	assert.notEqual(installationKey('a', 'linux', 'x64'), installationKey('a', 'linux', 'arm64'));
});

test('a nested npm does not inherit the settings of npm run', () => {
	const env = { PATH: 'p', npm_config_ignore_scripts: 'true', npm_lifecycle_event: 'test', npm_config_registry: 'r' };
	assert.deepEqual(cleanEnvironment(env), { PATH: 'p', npm_config_registry: 'r' });
});

test('tests are counted, and a run without tests fails', () => {
	const report = (/** @type {object} */ numbers) => ({
		numPassedTests: 0,
		numFailedTests: 0,
		numTotalTests: 0,
		numRuntimeErrorTestSuites: 0,
		testResults: [],
		...numbers,
	});
	assert.equal(countTests(undefined, 1).failed, 1);
	assert.equal(countTests(report({}), 0).failed, 1);
	assert.equal(countTests(report({ numRuntimeErrorTestSuites: 2 }), 1).failed, 2);
	assert.equal(countTests(report({ numPassedTests: 4 }), 1).failed, 1);
	const skipping = report({ numPassedTests: 4, testResults: [{ assertionResults: [{ status: 'pending', fullName: 'x' }] }] });
	assert.deepEqual(countTests(skipping, 0), { passed: 4, failed: 0, skipped: ['x'] });
	const onlySkipped = report({ testResults: [{ assertionResults: [{ status: 'pending', fullName: 'x' }] }] });
	assert.equal(countTests(onlySkipped, 0).failed, 1);
});

test('steps are picked with what they need', () => {
	const names = (/** @type {string[]} */ only) => selectSteps(STEPS, only).map(({ name }) => name);
	assert.deepEqual(names(['lint', 'setup']), ['project', 'setup', 'lint']);
	assert.deepEqual(names(['server']), ['project', 'n8n', 'build', 'server']);
	assert.deepEqual(names([]), STEPS.map(({ name }) => name));
	assert.throws(() => names(['nope']), /The steps are: project/);
});

test('a step comes after those that it needs', () => {
	for (const [index, { needs = [] }] of STEPS.entries()) {
		const before = STEPS.slice(0, index).map(({ name }) => name);
		for (const name of needs) assert.ok(before.includes(name), name);
	}
});

test('a soak runs what has a size, with the whole bench', () => {
	assert.deepEqual(soakSteps(STEPS).map(({ name }) => name).filter((name) => !['project', 'n8n', 'build'].includes(name)).sort(), ['bench', 'fuzz', 'queue', 'server']);
	const bench = (/** @type {typeof STEPS} */ steps) => steps.find(({ name }) => name === 'bench')?.execute;
	assert.notEqual(bench(soakSteps(STEPS)), bench(STEPS));
	assert.deepEqual(soakEnvironment({}), { SOAK: '1', FUZZ_SECONDS: '300' });
	assert.equal(soakEnvironment({ FUZZ_SECONDS: '20' }).FUZZ_SECONDS, '20');
});
