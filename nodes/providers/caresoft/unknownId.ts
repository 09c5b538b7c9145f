import { z } from 'zod';
import { failureOf, type FailureClass } from '../../domain/failure';
import { quote } from '../../domain/text';
import { ProviderError } from '../providerError';

/** For the IDs of a request, by their names at CareSoft: the sentence about one that CareSoft does not know, and its class. */
type Sentences = Record<string, readonly [sentence: string, failureClass: FailureClass]>;

const refusalSchema = z.object({ message: z.string() });

/** CareSoft has no code for it (caresoft.md 2.2). */
const UNKNOWN = /invalid|not found|not exist|không/i;

/**
 * Makes a call, and says in the words of the form which ID CareSoft does not know: its own text names a field of the API.
 *
 * @throws ProviderError as the call does; one that names such an ID has the sentence for it, and CareSoft's words in its answer
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
	return new ProviderError({ ...details, failure: failureOf(failure.code, sentence, failureClass, 'Nothing was sent. Correct the ID.') });
}

/** How CareSoft names a custom field whose value it does not take. */
const CUSTOM_FIELD = /\bcustom_fields?\b\D*(\d+)/;

/**
 * Makes a call that changes something, and says in the words of the form which custom field does not take its value.
 *
 * @param labels names of custom fields by ID, as far as they are known
 * @throws ProviderError as the call does; one that names a custom field has a sentence of ours
 */
export async function namingCustomFields<T>(call: Promise<T>, labels: ReadonlyMap<string, string>): Promise<T> {
	return await call.catch((error: unknown) => {
		if (!(error instanceof ProviderError)) throw error;
		const { failure, mayBeSent, stopsRun, raw } = error.details;
		const id = CUSTOM_FIELD.exec(refusalSchema.safeParse(raw).data?.message ?? '')?.[1];
		if (id === undefined || mayBeSent || stopsRun) throw error;
		const label = labels.get(id);
		const title = `Custom field ${label === undefined ? id : quote(label)} does not take this value`;
		const action = "Nothing was changed. For a choice field give the ID of the choice, which 'Custom Field > Get Many' tells; for a date yyyy/MM/dd.";
		throw new ProviderError({ ...error.details, failure: failureOf(failure.code, title, 'params', action) });
	});
}
