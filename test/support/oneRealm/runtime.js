const { sep } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const PACKAGES = `${sep}node_modules${sep}`;

/**
 * Jest's runtime, in the realm of the process: packages are loaded once for all test files of a worker, not again
 * by each of them. The project's own modules stay new for each file.
 */
class OneRealmRuntime extends Runtime {
	constructor(...args) {
		super(...args);
		const { cjsLoader, executor } = this;
		executor.compile = (source, filename) => compileFunction(source, executor.injectedModuleParameters, { filename });
		const load = cjsLoader.loadModule.bind(cjsLoader);
		cjsLoader.loadModule = (module, from, name, path, options, registry) => {
			if (options?.isInternalModule || !path.includes(PACKAGES)) return load(module, from, name, path, options, registry);
			module.exports = require(path);
			module.loaded = true;
		};
	}
}

module.exports = OneRealmRuntime;
