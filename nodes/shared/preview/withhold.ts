import type { ProviderRequest, Transport } from '../../providers/transport';

/** Thrown in place of a request that a preview does not make. */
export class Withheld extends Error {
	constructor(readonly request: ProviderRequest) {
		super('This request is withheld: the node previews');
	}
}

/**
 * Makes a transport that cannot send.
 *
 * @param reads documented paths that may be asked all the same, because they only read
 * @returns a transport that throws Withheld for every other request
 */
export function withholding(transport: Transport, reads: readonly string[] = []): Transport {
	return async (request) => {
		if (!reads.some((path) => request.url.endsWith(path))) throw new Withheld(request);
		return await transport(request);
	};
}
