import type { IExecuteFunctions } from 'n8n-workflow';
import { failureOf } from '../../domain/failure';
import type { Provider } from '../../domain/sendReceipt';
import { ProviderError } from '../../providers/providerError';

type Context = Pick<IExecuteFunctions, 'getMode'>;

/**
 * Keeps the Retry of n8n from sending twice through CareSoft, which has no key against repeats (caresoft.md 7.1):
 * what n8n stored of a run that crashed or failed says nothing of the messages that had left.
 *
 * @param allowed whether the user wants to send all the same
 * @throws ProviderError of the class `uncertain` where the execution is a retry
 */
export function refuseOnRetry(context: Context, allowed = false): void {
	if (allowed) return;
	refuse(context, 'caresoft', 'the first run may have sent it, and CareSoft does not recognize repeats',
		"This retry did not send it. Look into the tickets of this customer in CareSoft; to send in a retry all the same, turn on the option 'Send on Retry'.");
}

/**
 * Keeps the Retry of n8n from ordering twice at eSMS what carries no request ID (esms.md 11).
 *
 * @throws ProviderError of the class `uncertain` where the execution is a retry
 */
export function refuseOrderOnRetry(context: Context): void {
	refuse(context, 'esms', 'the first run may have ordered it, and eSMS does not recognize repeats',
		'This retry did not order it. Look into the orders of your eSMS account; to order all the same, start a new execution.');
}

function refuse(context: Context, provider: Provider, title: string, advice: string): void {
	if (context.getMode() !== 'retry') return;
	throw new ProviderError({ provider, failure: failureOf(null, title, 'uncertain', advice), status: 0, raw: null });
}
