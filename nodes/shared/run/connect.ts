import type { Connection, CredentialData, Provider } from '../../providers/provider';
import type { Transport } from '../../providers/transport';
import type { RequestContext } from '../context';
import { Refusal } from '../refusal';
import { openSession, type Session } from '../session/session';
import { transportFor } from '../transport';
import { withoutKeys } from '../withoutKeys';

/** The account of the node's credential, and the way to it. */
export interface Connected<Client> {
	connection: Connection<Client>;
	transport: Transport;
	/**
	 * Wraps the way to the account, or what paces it: a call that is refused because its token is dead did nothing, and is
	 * made again, once, with a new one.
	 */
	again(transport: Transport): Transport;
	/** Where calls take a token that expires. */
	session?: Session;
}

/**
 * Reads the credential of a provider.
 *
 * @throws Refusal that names the field of the credential where a setting is wrong; nothing was sent
 */
export async function connect<Client>(context: RequestContext, provider: Provider<Client>): Promise<Connected<Client>> {
	const credential: CredentialData = await context.getCredentials(provider.credentialType);
	const connection = provider.connect(credential);
	if (!connection.ok) {
		throw new Refusal(context.getNode(), connection.fault, { advice: `Open the credential of ${provider.label} and correct it. Nothing was sent.`, failureClass: 'account' });
	}
	const { secrets } = connection.value;
	if (!provider.session) return { connection: connection.value, transport: withoutKeys(transportFor(context, provider.credentialType), secrets), again: (transport) => transport };
	const session = openSession({ context, provider, rules: provider.session, connection: connection.value, secrets }, credential);
	return { connection: connection.value, transport: withoutKeys(session.transport, secrets), again: session.again, session };
}

/** @returns calls of the editor's lists and of triggers, which have no run and no pace */
export async function clientOf<Client>(context: RequestContext, provider: Provider<Client>): Promise<Client> {
	const { connection, transport, again } = await connect(context, provider);
	return connection.over(again(transport));
}
