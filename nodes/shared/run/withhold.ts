import type { ProviderAnswer, ProviderRequest } from '../../providers/transport';

/** Thrown in place of a request that a preview does not make. */
export class Withheld extends Error {
	constructor(readonly request: ProviderRequest) {
		super('This request is withheld: the node previews');
	}
}

/** A transport that cannot send. */
export async function withholding(request: ProviderRequest): Promise<ProviderAnswer> {
	throw new Withheld(request);
}
