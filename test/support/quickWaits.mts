import { dirname } from 'node:path';

type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** The module from which n8n-workflow has its `sleep`: there it can be replaced. */
const source: { sleep: Sleep } = jest.requireActual(
	require.resolve('@n8n/utils/sleep', { paths: [dirname(require.resolve('n8n-workflow'))] }),
);

/** A twentieth: longer waits stay longer than shorter ones. */
const PART = 0.05;

/** What each wait takes by itself, whatever else shortens it. */
const { sleep: realSleep } = source;

/**
 * Has the nodes wait in another way.
 *
 * @param how makes it from the real one
 * @returns what ends that
 */
export function replacingSleep(how: (sleep: Sleep) => Sleep): () => void {
	const before = source.sleep;
	source.sleep = how(realSleep);
	return () => void (source.sleep = before);
}

/**
 * Lets the nodes wait only a part of their time in the tests of this block; not for what is about pace. A deadline, which
 * ends with the work (shared/within), keeps its time: a slow machine would miss it.
 */
export function quickWaits(): void {
	let restore: () => void;
	beforeEach(() => (restore = replacingSleep((sleep) => async (ms, signal) => await sleep(signal ? ms : ms * PART, signal))));
	afterEach(() => restore());
}
