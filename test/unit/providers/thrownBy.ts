import { ProviderError, type ProviderErrorDetails } from '../../../nodes/providers/providerError';

/** @returns the details of the ProviderError that the call throws; anything else makes the test fail */
export async function thrownBy(call: () => unknown): Promise<ProviderErrorDetails> {
	const thrown: unknown = await Promise.resolve()
		.then(call)
		.then(
			() => 'nothing',
			(error: unknown) => error,
		);
	expect(thrown).toBeInstanceOf(ProviderError);
	return (thrown as ProviderError).details;
}
