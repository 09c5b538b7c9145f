const { statSync } = require('node:fs');
const { basename, dirname } = require('node:path');
const { default: JestRunner } = require('jest-runner');

/**
 * Runs the tests of the changed file before others, then short files before long ones, and stops at the
 * first file that fails: Stryker leaves all of this to Jest, and a change needs to be found only once.
 */
module.exports = class NearestFirst extends JestRunner {
	async runTests(tests, watcher, options) {
		const [changed] = this._globalConfig.nonFlagArgs;
		let failed = false;
		const stopListening = this.on('test-file-success', ([, result]) => (failed ||= result.numFailingTests > 0));
		const stopListeningToErrors = this.on('test-file-failure', () => (failed = true));
		for (const test of nearestFirst(tests, changed)) {
			await super.runTests([test], watcher, options);
			if (changed && failed) break;
		}
		stopListening();
		stopListeningToErrors();
	}
};

/** Stryker names the changed file as the argument of a run, and none when it runs all for the first time. */
function nearestFirst(tests, changed = '') {
	const distance = (path) => {
		if (basename(path, '.test.ts') === basename(changed, '.ts')) return 0;
		return basename(dirname(path)) === basename(dirname(changed)) ? 1 : 2;
	};
	const rank = ({ path }) => distance(path) * 1e9 + statSync(path).size;
	return tests.map((test) => [rank(test), test]).sort(([a], [b]) => a - b).map(([, test]) => test);
}
