import { Script } from 'node:vm';

/** n8n gives up a regular expression of a field after a quarter of a second on the clock, which a busy machine needs for anything. */
const PATIENCE = 40;

const known = Symbol.for('patience of the tests');
const prototype = Script.prototype as typeof Script.prototype & { [known]?: true };
if (!prototype[known]) {
	prototype[known] = true;
	const { runInContext } = prototype;
	prototype.runInContext = function patient(context, options) {
		const timeout = typeof options === 'object' ? options.timeout : undefined;
		return runInContext.call(this, context, timeout === undefined ? options : { ...(options as object), timeout: PATIENCE * timeout }) as unknown;
	};
}
