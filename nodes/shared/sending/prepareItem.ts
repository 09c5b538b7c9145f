import { toNodeError, type Subject } from '../errors';
import { asReadError } from '../run/asReadError';
import type { Run } from '../run/run';
import type { SendTerms } from './types';

/** What is said where a message or a change came to nothing. */
export const NOTHING_DONE: Record<Subject, string> = { message: 'Nothing was sent.', change: 'Nothing was changed.' };

/**
 * Runs what is read and checked before the first request.
 *
 * @param itemIndex the item that is named where the check fails
 * @returns what was prepared, or with Continue On Fail what is wrong with it
 * @throws NodeError without Continue On Fail: nothing is sent if one item is bad
 */
export async function prepareItem<T>(
	{ context, provider, goOn }: Run,
	{ subject = 'message' }: SendTerms,
	itemIndex: number,
	prepare: () => T | Promise<T>,
): Promise<{ ready: T } | { error: unknown }> {
	try {
		return { ready: await prepare() };
	} catch (thrown) {
		// Nothing has left yet, so nothing is uncertain.
		const error = asReadError(context, thrown, provider);
		if (goOn) return { error };
		throw toNodeError(context, error, provider, itemIndex, { subject, addition: NOTHING_DONE[subject] });
	}
}
