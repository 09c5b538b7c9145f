import { replacingSleep } from './quickWaits.mjs';

/**
 * Lets time pass faster for the nodes while something is done: for what ends when patience does. Their clock is moved
 * by their waits alone, so what a slow machine computes meanwhile takes no time of it. A simulator keeps the real clock.
 *
 * @param factor how many times faster
 */
export async function inQuickTime<T>(factor: number, work: () => Promise<T>): Promise<T> {
	let now = Date.now();
	const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
	const restore = replacingSleep((sleep) => async (ms, signal) => {
		const end = now + ms;
		await sleep(ms / factor, signal);
		now = Math.max(now, end);
	});
	try {
		return await work();
	} finally {
		restore();
		clock.mockRestore();
	}
}
