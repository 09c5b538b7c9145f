/** As far as errors are wrapped into each other. */
const DEPTH = 5;

/** What an error of an HTTP client holds of the request, keys of the account and all, and of the answer. */
const OF_REQUEST = ['config', 'options', 'request', 'response'];

/** @returns the error and what it wraps, from the outside in */
export function* layersOf(error: unknown): Generator<Record<string, unknown>> {
	for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < DEPTH; depth++) {
		yield at as Record<string, unknown>;
		at = (at as { cause?: unknown }).cause;
	}
}

/** @returns the same error, where it broke and all, without the request: whoever logs or keeps an error may keep all of it */
export function withoutRequest(error: unknown): unknown {
	for (const layer of layersOf(error)) for (const part of OF_REQUEST) Reflect.deleteProperty(layer, part);
	return error;
}
