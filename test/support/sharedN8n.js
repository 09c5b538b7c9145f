const { rmSync } = require('node:fs');
const { join } = require('node:path');
const { TestEnvironment } = require('jest-environment-node');

/** What this worker keeps from one test file to the next: a file sees nothing of the others, but this module lives outside of them all. */
let opening;

/** Lends a test file an n8n whose log is empty; the first one starts it. The sandbox must be built. */
async function borrowHouse(options) {
	opening ??= open(options);
	const house = await opening.catch((error) => {
		opening = undefined;
		throw error;
	});
	// Where a test has failed between a kill and the restart, the next file shall not fail with it.
	if (!(await answers(house.server.url))) await house.crashAndRestart();
	house.server.clearLogs();
	house.server.unref();
	return house;
}

async function open(options) {
	const { openHouse } = await import(join(options.projectDir, 'sandbox', 'dist', 'demo', 'house.mjs'));
	const house = await openHouse(options);
	process.once('exit', () => {
		void house.server.kill();
		rmSync(house.userFolder, { recursive: true, force: true });
	});
	return house;
}

async function answers(url) {
	return await fetch(`${url}/healthz`).then(({ ok }) => ok, () => false);
}

/** Jest's environment for the tests on a real n8n: it has `borrowHouse`. */
module.exports = class extends TestEnvironment {
	async setup() {
		await super.setup();
		this.global.borrowHouse = borrowHouse;
	}
};
