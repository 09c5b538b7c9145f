import type { IExecuteFunctions } from 'n8n-workflow';
import { failureOf } from '../../domain/failure';
import { ProviderError } from '../../providers/providerError';

/**
 * Keeps the Retry of n8n from sending twice through CareSoft, which has no key against repeats (caresoft.md 7.1):
 * what n8n stored of a run that crashed or failed says nothing of the messages that had left.
 *
 * @param allowed whether the user wants to send all the same
 * @throws ProviderError of the class `uncertain` where the execution is a retry
 */
export function refuseOnRetry(context: Pick<IExecuteFunctions, 'getMode'>, allowed = false): void {
	if (allowed || context.getMode() !== 'retry') return;
	throw new ProviderError({
		provider: 'caresoft',
		failure: failureOf(
			null,
			'the first run may have sent it, and CareSoft does not recognize repeats',
			'uncertain',
			"This retry did not send it. Look into the tickets of this customer in CareSoft; to send in a retry all the same, turn on the option 'Send on Retry'.",
		),
		status: 0,
		raw: null,
	});
}
