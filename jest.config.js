const { availableParallelism } = require('node:os');

const swc = {
	jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
	module: { type: 'commonjs' },
	sourceMaps: 'inline',
};

/** Settings that every kind of test shares. */
const shared = {
	setupFilesAfterEnv: ['<rootDir>/test/support/fastCheckSeed.mts'],
	transform: { '^.+\\.m?ts$': ['@swc/jest', swc] },
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json', 'node'],
	// The sandbox is written as ES modules; here it runs as CommonJS.
	moduleNameMapper: { '^(\\.{1,2}/.*)\\.mjs$': '$1' },
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/sandbox/dist', '<rootDir>/sandbox/.unpacking', '<rootDir>/.tmp'],
	testPathIgnorePatterns: ['/node_modules/'],
};

/** For many files that use the same packages: a worker loads those once. */
const oneRealm = {
	...shared,
	testEnvironment: '<rootDir>/test/support/oneRealm/environment.js',
	runtime: '<rootDir>/test/support/oneRealm/runtime.js',
	// The process itself needs it.
	fakeTimers: { doNotFake: ['nextTick'] },
};

module.exports = {
	// No test is about time that passes on the clock of a busy machine.
	testTimeout: 300_000,
	// They compute as much as they wait, and others run beside.
	maxWorkers: availableParallelism(),
	projects: [
		{ ...oneRealm, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
		{
			...oneRealm,
			displayName: 'engine',
			testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
			setupFilesAfterEnv: [...shared.setupFilesAfterEnv, '<rootDir>/test/support/patience.mts', '<rootDir>/test/support/outputSchemas.mts'],
			globalSetup: '<rootDir>/test/support/n8nUserFolder.js',
		},
		{ ...oneRealm, displayName: 'fuzz', testMatch: ['<rootDir>/test/fuzz/**/*.test.ts'], globalSetup: '<rootDir>/test/support/n8nUserFolder.js' },
		{
			...shared,
			displayName: 'server',
			testMatch: ['<rootDir>/test/server/**/*.test.ts'],
			testEnvironment: '<rootDir>/test/support/sharedN8n.js',
			globalSetup: '<rootDir>/test/support/prepareN8n.js',
		},
		{ ...shared, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
		{ ...shared, displayName: 'compat', testMatch: ['<rootDir>/test/compat/**/*.test.ts'] },
		{ ...shared, displayName: 'queue', testMatch: ['<rootDir>/test/queue/**/*.test.ts'] },
	],
};
