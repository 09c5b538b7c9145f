import { Worker } from 'node:worker_threads';

/** A thread of its own still runs while an input blocks the one that is tested. */
const GUARD = `
const { workerData } = require('node:worker_threads');
const beat = new Int32Array(workerData.beat);
const quiet = new Int32Array(new SharedArrayBuffer(4));
for (let last = -1, since = 0; ; ) {
	Atomics.wait(quiet, 0, 0, 1000);
	const now = Atomics.load(beat, 0);
	since = now === last && now > 0 ? since + 1 : 0;
	last = now;
	if (since < workerData.seconds) continue;
	require('node:fs').writeSync(2, '\\n' + workerData.target + ': input ' + now + ' of seed ' + workerData.seed + ' hangs, so the run was ended\\n');
	process.kill(process.pid, 'SIGKILL');
}`;

/**
 * Ends the whole process where one input takes too long: nothing else gets out of a regular expression that hangs.
 *
 * @param seconds how long one input may take
 * @returns to be told of every input that begins, and to be closed
 */
export function watch(target: string, seed: number, seconds: number): { begin: (input: number) => void; close: () => Promise<void> } {
	const beat = new Int32Array(new SharedArrayBuffer(4));
	const worker = new Worker(GUARD, { eval: true, workerData: { beat: beat.buffer, target, seed, seconds } });
	worker.unref();
	return {
		begin: (input) => void Atomics.store(beat, 0, input),
		close: async () => void (await worker.terminate()),
	};
}
