import { NodeApiError, NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { failureOf } from '../../domain/failure';
import type { Provider } from '../../providers/provider';
import { ProviderError } from '../../providers/providerError';
import { failureIn } from '../errors';
import { mayBeSent } from '../neverLeft';
import { NotWorkedOut } from '../fields/written';
import { RunStopped } from './stop';

/**
 * A lost answer to a send leaves open whether the message went out; reading changes nothing, so a lost
 * answer there is only worth another try.
 *
 * @returns the error as it stands for a reading call
 */
export function asReadError(context: IExecuteFunctions, error: unknown, provider: Provider): unknown {
	if (error instanceof RunStopped) {
		const failure = failureOf(null, `${provider.label} was not asked for this item`, 'retry', `The run stopped before this item: ${error.reason}`);
		return new ProviderError({ provider: provider.name, failure, status: 0, raw: null });
	}
	const ofProvider = error instanceof ProviderError;
	if (!ofProvider && !(error instanceof NodeApiError)) {
		if (error instanceof NodeOperationError) return error;
		if (error instanceof NotWorkedOut) {
			const { label, reason } = error;
			return new NodeOperationError(context.getNode(), reason, { message: `${label}: ${reason.message}`, description: `Correct the expression in '${label}'.` });
		}
		return new NodeOperationError(context.getNode(), error as Error, { description: 'Check the expressions in the fields of this node.' });
	}
	if (!mayBeSent(error)) return error;
	const { code, title } = failureIn(error, provider);
	const { status, raw } = ofProvider ? error.details : { status: 0, raw: code };
	return new ProviderError({
		provider: provider.name,
		// A network code in the message would make n8n put a sentence of its own in its place.
		failure: failureOf(ofProvider ? code : null, title, 'retry', 'Ask again in a moment. Nothing was changed.'),
		status,
		raw,
	});
}
