const { sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const PACKAGES = `${sep}node_modules${sep}`;
/** What this worker has compiled, by file. */
const compiled = new Map();

/**
 * Jest's runtime in the realm of the process: a worker loads a package once for all of its test files. The project's
 * own modules are run anew for each of them, from code that is compiled once.
 */
class OneRealmRuntime extends Runtime {
	constructor(...args) {
		super(...args);
		const { cjsLoader, executor } = this;
		executor.compile = (source, file) => {
			const known = compiled.get(file);
			if (known?.source === source) return known.run;
			const run = compileFunction(source, executor.injectedModuleParameters, { filename: file });
			compiled.set(file, { source, run });
			return run;
		};
		const load = cjsLoader.loadModule.bind(cjsLoader);
		cjsLoader.loadModule = (module, from, name, path, options, registry) => {
			if (options?.isInternalModule || !path.includes(PACKAGES)) return load(module, from, name, path, options, registry);
			module.exports = require(path);
			module.loaded = true;
		};
	}
}

module.exports = OneRealmRuntime;
