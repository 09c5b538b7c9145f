import type { ProviderAnswer, ProviderRequest, Transport } from '../../../nodes/providers/transport';

/** @returns an answer with a JSON body, or with the text as it is */
export function answerOf(body: unknown, status = 200, headers: Record<string, string> = {}): ProviderAnswer {
	return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** A transport that reaches nobody: it notes the requests and answers each as it is told. */
export function recordingTransport(answer: (request: ProviderRequest) => ProviderAnswer): {
	transport: Transport;
	requests: ProviderRequest[];
} {
	const requests: ProviderRequest[] = [];
	return {
		requests,
		transport: async (request) => {
			requests.push(request);
			return answer(request);
		},
	};
}
