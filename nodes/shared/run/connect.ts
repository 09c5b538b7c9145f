import type { Connection, Provider } from '../../providers/provider';
import type { Transport } from '../../providers/transport';
import type { RequestContext } from '../context';
import { Refusal } from '../refusal';
import { transportFor } from '../transport';
import { withoutKeys } from '../withoutKeys';

/** The account of the node's credential, and the way to it. */
export interface Connected<Client> {
	connection: Connection<Client>;
	transport: Transport;
}

/**
 * Reads the credential of a provider.
 *
 * @throws Refusal that names the field of the credential where a setting is wrong; nothing was sent
 */
export async function connect<Client>(context: RequestContext, provider: Provider<Client>): Promise<Connected<Client>> {
	const credential = await context.getCredentials(provider.credentialType);
	const connection = provider.connect(credential as Record<string, unknown>);
	if (!connection.ok) {
		throw new Refusal(context.getNode(), connection.fault, { advice: `Open the credential of ${provider.label} and correct it. Nothing was sent.`, failureClass: 'account' });
	}
	const { secrets } = connection.value;
	return { connection: connection.value, transport: withoutKeys(transportFor(context, provider.credentialType), secrets) };
}

/** @returns calls of the editor's lists and of triggers, which have no run and no pace */
export async function clientOf<Client>(context: RequestContext, provider: Provider<Client>): Promise<Client> {
	const { connection, transport } = await connect(context, provider);
	return connection.over(transport);
}
