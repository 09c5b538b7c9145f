import { failureOf } from '../../domain/failure';
import { maskPhone } from '../../domain/mask';
import { parsePhone } from '../../domain/phone';
import { ProviderError } from '../providerError';
import { get, orRefusal, type CaresoftAnswer, type CaresoftClient } from './client';

/** How CareSoft answers for a record that is gone (caresoft.md 2.2). */
const GONE = [404, 500];

/**
 * Reads one record by its ID.
 *
 * @param what name of the record for errors, e.g. `ticket`
 * @returns the body of a good answer
 * @throws ProviderError, which says so where the record may be gone
 */
export async function getRecord(client: CaresoftClient, path: string, what: string, id: string): Promise<CaresoftAnswer> {
	const answer = await orRefusal(get(client, `${path}/${id}`));
	if (!(answer instanceof ProviderError)) return answer;
	const { status, raw, stopsRun } = answer.details;
	if (stopsRun || !GONE.includes(status)) throw answer;
	throw new ProviderError({
		provider: 'caresoft',
		failure: failureOf(
			String(status),
			`CareSoft has no ${what} ${parsePhone(id).ok ? maskPhone(id) : id}, or could not read it`,
			// CareSoft answers 500 under load, too.
			status === 500 ? 'retry' : 'unknown',
			`Check the ID: a ${what} that was deleted is answered like this. If it is there, ask again in a moment.`,
		),
		status,
		raw,
	});
}
