const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/**
 * Jest's environment without a realm of its own: tests share the globals of the process with the packages that
 * runtime.js loads once. What a file changed is put back after it.
 */
class Environment {
	constructor({ projectConfig }) {
		this.global = globalThis;
		this.fakeTimers = null;
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
		this.moduleMocker = new ModuleMocker(globalThis);
		this.before = { globals: Object.getOwnPropertyDescriptors(globalThis), exit: process.exit, env: { ...process.env } };
	}

	async setup() {}

	async teardown() {
		this.fakeTimersModern.dispose();
		const { globals, exit, env } = this.before;
		for (const key of Reflect.ownKeys(globalThis)) {
			if (!(key in globals)) Reflect.deleteProperty(globalThis, key);
		}
		for (const key of Reflect.ownKeys(globals)) {
			const now = Object.getOwnPropertyDescriptor(globalThis, key);
			const { value, get } = globals[key];
			if (now === undefined || now.value !== value || now.get !== get) Object.defineProperty(globalThis, key, globals[key]);
		}
		process.exit = exit;
		process.env = env;
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	getVmContext() {
		return globalThis;
	}
}

module.exports = Environment;
