import type { Again, Transport } from '../transport';
import { ProviderError } from '../providerError';
import { readAnswer } from './answer';
import { caresoftUrl } from './endpoints';

/** A CareSoft account as the calls see it. The token stays in the credential. */
export interface CaresoftClient {
	host: string;
	domain: string;
	transport: Transport;
	/** Reads one page of a list again where no good answer comes; without it the list as a whole is read again. */
	again?: Again;
}

/** A list has no ID of its own in its path. */
const ENDS_IN_ID = /\/\d+$/;

/** A good answer of CareSoft and its HTTP status. */
export interface CaresoftAnswer {
	status: number;
	body: Record<string, unknown>;
}

/**
 * Makes a call that reads.
 *
 * @returns the body of a good answer
 * @throws ProviderError where CareSoft says no, or cannot be understood
 */
export async function get(client: CaresoftClient, path: string, query: Record<string, string> = {}): Promise<CaresoftAnswer> {
	const answer = await client.transport({ method: 'GET', url: caresoftUrl(client.host, client.domain, path), query });
	return { status: answer.status, body: readAnswer(answer, { namesId: ENDS_IN_ID.test(path) }) };
}

/**
 * Makes a call with a body: one that sends or changes, or the check of a phone number, which only reads.
 *
 * @returns the body of a good answer
 * @throws ProviderError where CareSoft says no; `mayBeSent` where it cannot be told
 */
export async function write(client: CaresoftClient, method: 'POST' | 'PUT', path: string, body: Record<string, unknown>): Promise<CaresoftAnswer> {
	const answer = await client.transport({ method, url: caresoftUrl(client.host, client.domain, path), body });
	return { status: answer.status, body: readAnswer(answer) };
}

/** @returns the answer of a call, or what CareSoft said against it, where that may be read as an answer too */
export async function orRefusal(call: Promise<CaresoftAnswer>): Promise<CaresoftAnswer | ProviderError> {
	return await call.catch((error: unknown) => {
		if (error instanceof ProviderError) return error;
		throw error;
	});
}
