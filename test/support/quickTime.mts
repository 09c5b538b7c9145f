import { sleepingFor } from './quickWaits.mjs';

/**
 * Lets time pass faster for the nodes, their waits and their clock alike, while something is done: for what ends when
 * patience does. A simulator that was started before keeps the real clock.
 *
 * @param factor how many times faster
 */
export async function inQuickTime<T>(factor: number, work: () => Promise<T>): Promise<T> {
	const began = Date.now();
	const clock = jest.spyOn(Date, 'now').mockImplementation(() => began + (performance.timeOrigin + performance.now() - began) * factor);
	const restore = sleepingFor(1 / factor);
	try {
		return await work();
	} finally {
		restore();
		clock.mockRestore();
	}
}
