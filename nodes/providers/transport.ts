/** One HTTP request to a provider; the keys of the account are added later, by the credential. */
export interface ProviderRequest {
	method: 'GET' | 'POST' | 'PUT';
	url: string;
	query?: Record<string, string>;
	/** Becomes JSON. */
	body?: Record<string, unknown>;
	/** A body that is no JSON; the credential fills in its places for the keys. */
	text?: string;
	/** How the body is announced; `application/json` where it is not set. */
	contentType?: 'application/json' | 'text/plain' | 'application/x-www-form-urlencoded';
	/** Further headers. */
	headers?: Record<string, string>;
}

/** Makes a call that only reads, again where no good answer comes. */
export type Again = <T>(call: () => Promise<T>) => Promise<T>;

/** @returns one page of a list; asked for again in the way of the client, where it has one */
export async function readPage<T>({ again }: { again?: Again }, ask: () => Promise<T>): Promise<T> {
	return await (again ? again(ask) : ask());
}

/** The longest body that is read, in MB; the longest lists of the providers stay far below it. */
export const LONGEST_BODY_MB = 20;

/** The answer as it came, whatever its status. */
export interface ProviderAnswer {
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string>;
	body: string;
	/** Whether the body was longer than any answer can be; only its beginning was read then. */
	tooLong?: boolean;
}

/**
 * Sends a request and resolves with the answer, whatever its HTTP status.
 * Rejects only where no answer came. This is all that providers know of the world around them.
 */
export type Transport = (request: ProviderRequest) => Promise<ProviderAnswer>;
