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

it('keeps no URL of ours that an answer repeats', () => {
	const raw = { CodeResult: '998', Request: { CallbackUrl: 'https://n8n.myshop.vn/x?signature=TOKEN', note: ['see https://n8n.myshop.vn/webhook/1/zns-delivery?cid=1'] } };
	const error = new ProviderError({ provider: 'esms', failure: failureOf(null, 'x', 'unknown'), status: 200, raw });
	expect(error.details.raw).toEqual({ CodeResult: '998', Request: { CallbackUrl: 'https://n8n.myshop.vn/…', note: ['see https://n8n.myshop.vn/…'] } });
});
