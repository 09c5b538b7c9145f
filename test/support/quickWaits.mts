import { dirname } from 'node:path';

/** The module from which n8n-workflow has its `sleep`: there it can be replaced. */
const source: { sleep: (ms: number, signal?: AbortSignal) => Promise<void> } = jest.requireActual(
	require.resolve('@n8n/utils/sleep', { paths: [dirname(require.resolve('n8n-workflow'))] }),
);

/** A twentieth: longer waits stay longer than shorter ones. */
const PART = 0.05;

/** Lets the nodes wait only a part of their time in the tests of this block; not for what is about pace. */
export function quickWaits(): void {
	let restore: () => void;
	beforeEach(() => {
		const { sleep } = source;
		const spy = jest.spyOn(source, 'sleep').mockImplementation(async (ms, signal) => await sleep(ms * PART, signal));
		restore = () => spy.mockRestore();
	});
	afterEach(() => restore());
}
