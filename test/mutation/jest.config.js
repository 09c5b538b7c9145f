const { join } = require('node:path');

const { projects } = require('../../jest.config.js');

// Stryker brings an environment of its own.
const { runtime, ...unit } = projects.find(({ displayName }) => displayName === 'unit');

/** The unit tests of the layers that are changed, and the test that compares the codes with their page. */
module.exports = {
	...unit,
	testEnvironment: 'node',
	rootDir: join(__dirname, '..', '..'),
	testMatch: [
		'<rootDir>/test/unit/{domain,providers}/**/*.test.ts',
		'<rootDir>/test/unit/docs/failures.test.ts',
	],
	testTimeout: 30_000,
	runner: '<rootDir>/test/mutation/nearestFirst.js',
	moduleNameMapper: { ...unit.moduleNameMapper, '^fast-check$': '<rootDir>/test/mutation/fastCheck.js' },
};
