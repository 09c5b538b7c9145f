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
		const before = Reflect.ownKeys(globals);
		for (const key of Reflect.ownKeys(globalThis)) if (!before.includes(key)) Reflect.deleteProperty(globalThis, key);
		for (const key of before) {
			const { value, get } = Object.getOwnPropertyDescriptor(globalThis, key) ?? {};
			if (value !== globals[key].value || get !== globals[key].get) Object.defineProperty(globalThis, key, globals[key]);
		}
		process.exit = exit;
		for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
		Object.assign(process.env, env);
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	getVmContext() {
		return globalThis;
	}
}

module.exports = Environment;
