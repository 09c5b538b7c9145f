import type { DeliveryReport } from '../../domain/deliveryReport';
import { failureOf } from '../../domain/failure';
import type { AskedMessage, Provider } from '../../providers/provider';
import { ProviderError } from '../../providers/providerError';
import type { Ask } from './desk';

/**
 * Asks about a message of which a user wants to know.
 *
 * @param advice what to do where the provider does not know it
 * @throws why nobody could be asked, or that the provider does not know the message
 */
export async function reportOrThrow(ask: Ask, message: AskedMessage, { name, label }: Provider, advice: string): Promise<DeliveryReport> {
	const { report, error } = await ask(message);
	if (report) return report;
	throw error ?? unknownMessage({ name, label }, advice);
}

/** @returns what is said where a provider knows nothing of a message */
export function unknownMessage({ name, label }: Pick<Provider, 'name' | 'label'>, advice: string): ProviderError {
	return new ProviderError({ provider: name, failure: failureOf(null, `${label} does not know this message, or not yet`, 'retry', advice), status: 200, raw: null });
}
