import { failureOf } from '../../../nodes/domain/failure';
import { ProviderError } from '../../../nodes/providers/providerError';

it('ProviderError is an error that says what happened and carries the details', () => {
	const details = { provider: 'esms' as const, failure: failureOf('103', 'The balance is too low', 'billing'), status: 200, raw: {} };
	const error = new ProviderError(details);
	expect(error).toBeInstanceOf(Error);
	expect(error.message).toBe('The balance is too low');
	expect(error.name).toBe('ProviderError');
	expect(error.details).toBe(details);
});
