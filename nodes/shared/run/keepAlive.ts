import type { CredentialData, Provider } from '../../providers/provider';
import type { RequestContext } from '../context';
import { connect } from './connect';

/** What may be told of the token of an account. */
export interface TokenLife {
	/** Whether it is another one now. */
	renewed: boolean;
	/** ISO 8601; null where the provider does not tell, or where calls take no such token. */
	expiresAt: string | null;
}

/**
 * Renews the tokens of an account that would not live for long enough, so that those of a quiet account do not end. One
 * that does not say when it ends may be old, and is renewed.
 *
 * @param enoughMs life from which on a token stays as it is
 * @throws ProviderError where that does not succeed
 */
export async function keepAlive<Client>(context: RequestContext, provider: Provider<Client>, enoughMs: number): Promise<TokenLife> {
	const { session } = await connect(context, provider);
	const { session: rules } = provider;
	if (!session || !rules) return { renewed: false, expiresAt: null };
	const held: CredentialData = await context.getCredentials(provider.credentialType);
	const isDue = rules.tokenOf(held) === '' || (rules.expiresAt(held) ?? 0) - Date.now() < enoughMs;
	const expiresAt = rules.expiresAt(isDue ? await session.renewed() : held);
	return { renewed: isDue, expiresAt: expiresAt === undefined ? null : new Date(expiresAt).toISOString() };
}
