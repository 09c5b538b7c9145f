import type { Connection, Provider, ProviderSession } from '../../providers/provider';
import type { RequestContext } from '../context';

/** An account whose calls take a token that expires. */
export interface Account<Client = unknown> {
	context: RequestContext;
	provider: Provider<Client>;
	rules: ProviderSession;
	connection: Connection<Client>;
	/** Keys that no answer may carry on; tokens that come by a renewal are added. */
	secrets: string[];
}
