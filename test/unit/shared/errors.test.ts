import { NodeOperationError } from 'n8n-workflow';
import { FAILURE_CLASSES, fallbackAdviceOf, failureOf, type FailureClass } from '../../../nodes/domain/failure';
import { providers } from '../../../nodes/providers';
import { ProviderError } from '../../../nodes/providers/providerError';
import { toFailureItem, toNodeError } from '../../../nodes/shared/errors';
import { Refusal } from '../../../nodes/shared/refusal';

const node = { id: '1', name: 'Send ZNS', type: 'sendZns', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
const CLASSES = Object.keys(FAILURE_CLASSES) as FailureClass[];
const detailsOf = (error: unknown) => toFailureItem(error, providers.esms).details;

describe('whether an SMS would help, in a failure item', () => {
	it.each(CLASSES)('what the node refuses has the value of its class: %s', (failureClass) => {
		const refusal = new Refusal(node, 'No', { advice: 'Do it.', failureClass });
		expect(detailsOf(refusal)).toMatchObject({ class: failureClass, fallbackAdvised: fallbackAdviceOf(failureClass) });
	});

	it.each(CLASSES)('what the provider refuses has it, too: %s', (failureClass) => {
		const error = new ProviderError({ provider: 'esms', failure: failureOf('1', 'No', failureClass), status: 200, raw: null });
		expect(detailsOf(error)).toMatchObject({ class: failureClass, fallbackAdvised: fallbackAdviceOf(failureClass) });
	});

	it.each([
		['a wrong field', new Refusal(node, 'No', { advice: 'Do it.' }), false],
		['an expression that n8n cannot resolve', new NodeOperationError(node, 'No'), false],
		['a name that leads nowhere: nothing left', Object.assign(new Error(), { code: 'ENOTFOUND' }), false],
		['a connection that broke: it may have left', Object.assign(new Error(), { code: 'ECONNRESET' }), null],
		['a fault of ours behind the request', new TypeError('x is undefined'), null],
	])('%s', (_what, error, advised) => {
		expect(detailsOf(error).fallbackAdvised).toBe(advised);
	});
});

it.each([
	['the code of the provider, where HTTP says that all is well', 200, '146', '146'],
	['the HTTP status, where that says what is wrong', 503, '146', '503'],
	['the HTTP status, where there is no code', 200, null, '200'],
])('the editor shows as error code %s', (_, status, code, shown) => {
	const error = new ProviderError({ provider: 'esms', failure: failureOf(code, 'No', 'template'), status, raw: null });
	expect(toNodeError({ getNode: () => node } as never, error, providers.esms, 0)).toMatchObject({ httpCode: shown });
});
