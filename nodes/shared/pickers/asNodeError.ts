import { NodeApiError, NodeOperationError, type JsonObject } from 'n8n-workflow';
import type { RequestContext } from '../context';
import { ProviderError } from '../../providers/providerError';
import { adviceOnAsking } from '../errors';
import { pickerError } from './pickerError';

/**
 * Runs a call whose answer fills a list or a form, and turns a provider's no into a sentence that the
 * editor shows at the field.
 */
export async function asNodeError<T>(context: RequestContext, call: () => Promise<T>): Promise<T> {
	try {
		return await call();
	} catch (error) {
		if (error instanceof ProviderError) {
			throw pickerError(context.getNode(), error.message, adviceOnAsking(error.details.failure));
		}
		// E.g. a wrong setting of the credential.
		if (error instanceof NodeOperationError) throw pickerError(context.getNode(), error.message, error.description ?? '');
		// An error of n8n's HTTP helper comes out as it is (n8n.md 5.3).
		throw new NodeApiError(context.getNode(), error as JsonObject);
	}
}
