import type { Provider } from '../../providers/provider';
import type { RequestContext } from '../context';
import { connect } from './connect';

/**
 * Renews the tokens of an account whatever their age, so that those of a quiet account do not end.
 *
 * @returns when the new access token expires, as ISO 8601; null where the provider does not tell, or where calls take no such token
 * @throws ProviderError where that does not succeed
 */
export async function keepAlive<Client>(context: RequestContext, provider: Provider<Client>): Promise<{ expiresAt: string | null }> {
	const { session } = await connect(context, provider);
	const expiresAt = session && provider.session?.expiresAt(await session.renewed());
	return { expiresAt: expiresAt === undefined ? null : new Date(expiresAt).toISOString() };
}
