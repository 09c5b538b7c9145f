import type { Failure } from '../domain/failure';
import { withoutCallbackUrls } from '../domain/ownUrls';

/** What the answer of a provider says went wrong. */
export interface ProviderErrorDetails {
	provider: string;
	failure: Failure;
	/** HTTP status of the answer. */
	status: number;
	/** The answer of the provider, parsed where it is JSON; a URL of ours that it repeats is cut. */
	raw: unknown;
	/** Whether the message may have been taken all the same. */
	mayBeSent?: boolean;
	/** Whether every further request would meet the same answer. */
	stopsRun?: boolean;
	/** Whether that may be over in a while: who waits can try again. */
	mayPass?: boolean;
	/** How long the provider asks to wait, in seconds. */
	retryAfter?: number;
}

/** An answer of a provider that says no, or that cannot be understood. */
export class ProviderError extends Error {
	readonly details: ProviderErrorDetails;

	constructor(details: ProviderErrorDetails) {
		super(details.failure.title);
		this.name = 'ProviderError';
		const raw = withoutCallbackUrls(details.raw);
		this.details = raw === details.raw ? details : { ...details, raw };
	}
}
