import type { Failure } from '../domain/failure';

/** What the answer of a provider says went wrong. */
export interface ProviderErrorDetails {
	provider: string;
	failure: Failure;
	/** HTTP status of the answer. */
	status: number;
	/** The answer of the provider, parsed where it is JSON. */
	raw: unknown;
	/** Whether the message may have been taken all the same. */
	mayBeSent?: boolean;
	/** Whether every further request would meet the same answer. */
	stopsRun?: boolean;
	/** How long the provider asks to wait, in seconds. */
	retryAfter?: number;
}

/** An answer of a provider that says no, or that cannot be understood. */
export class ProviderError extends Error {
	constructor(readonly details: ProviderErrorDetails) {
		super(details.failure.title);
		this.name = 'ProviderError';
	}
}
