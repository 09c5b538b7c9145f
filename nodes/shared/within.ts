import { sleep } from 'n8n-workflow';

/**
 * Waits for something, but not for longer than a time.
 *
 * @returns what it gives; undefined where it takes longer, and it goes on all the same
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
	const done = new AbortController();
	const tooLate = sleep(milliseconds, done.signal).then(() => undefined, () => undefined);
	try {
		return await Promise.race([work, tooLate]);
	} finally {
		done.abort();
	}
}
