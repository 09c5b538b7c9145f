import { z } from 'zod';
import { maskNumbers } from '../../domain/mask';
import { failureOf, type FailureClass } from '../../domain/failure';
import { ProviderError } from '../providerError';

/** For the IDs of a request, by their names at CareSoft: the sentence about one that CareSoft does not know, and its class. */
type Sentences = Record<string, readonly [sentence: string, failureClass: FailureClass]>;

const refusalSchema = z.object({ message: z.string() });

/** CareSoft has no code for it (caresoft.md 2.2). */
const UNKNOWN = /invalid|not found|not exist|không/i;

/**
 * Makes a call, and says in the words of the form which ID CareSoft does not know: its own text names a field of the API.
 *
 * @throws ProviderError as the call does; one that names such an ID has the sentence for it, and CareSoft's words behind
 */
export async function namingUnknownIds<T>(call: Promise<T>, sentences: Sentences): Promise<T> {
	return await call.catch((error: unknown) => {
		throw error instanceof ProviderError ? (inOurWords(error, sentences) ?? error) : error;
	});
}

function inOurWords({ details }: ProviderError, sentences: Sentences): ProviderError | undefined {
	const { failure, mayBeSent, stopsRun } = details;
	const text = refusalSchema.safeParse(details.raw).data?.message.trim() ?? '';
	const [, found] = Object.entries(sentences).find(([name]) => text.startsWith(name)) ?? [];
	if (mayBeSent || stopsRun || !found || !UNKNOWN.test(text)) return undefined;
	const [sentence, failureClass] = found;
	const action = `Nothing was sent. Correct the ID. CareSoft says: ${maskNumbers(text)}`;
	return new ProviderError({ ...details, failure: failureOf(failure.code, sentence, failureClass, action) });
}
