import { dirname } from 'node:path';

/** The module from which n8n-workflow has its `sleep`: there it can be replaced. */
const source: { sleep: (ms: number, signal?: AbortSignal) => Promise<void> } = jest.requireActual(
	require.resolve('@n8n/utils/sleep', { paths: [dirname(require.resolve('n8n-workflow'))] }),
);

/** A twentieth: longer waits stay longer than shorter ones. */
const PART = 0.05;

/** What each wait takes by itself, whatever else shortens it. */
const { sleep: realSleep } = source;

/**
 * Lets every wait of the nodes take a part of its time.
 *
 * @returns what ends that
 */
export function sleepingFor(part: number): () => void {
	const before = source.sleep;
	source.sleep = async (ms, signal) => await realSleep(ms * part, signal);
	return () => void (source.sleep = before);
}

/** Lets the nodes wait only a part of their time in the tests of this block; not for what is about pace. */
export function quickWaits(): void {
	let restore: () => void;
	beforeEach(() => (restore = sleepingFor(PART)));
	afterEach(() => restore());
}
