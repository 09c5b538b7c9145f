import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { CredentialData, Provider, ProviderSession } from '../providers/provider';
import { ProviderError } from '../providers/providerError';
import type { Transport } from '../providers/transport';
import { adviceOnAsking, failureIn } from './errors';
import { transportThrough } from './transport';
import { withoutKeys } from './withoutKeys';

/** A credential type, as far as it adds the keys to a request. */
interface CredentialType {
	authenticate(credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions): Promise<IHttpRequestOptions>;
}

/**
 * Tests a credential as the nodes use it: its settings are read by the same code, and only a yes of the provider counts
 * as success, which the declarative tests of n8n cannot say.
 */
export function credentialTest<Client>(provider: Provider<Client>, type: CredentialType) {
	return async function test(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
		const connection = provider.connect(data);
		if (!connection.ok) return { status: 'Error', message: connection.fault };
		const { secrets, over } = connection.value;
		// A test must not spend what a renewal takes: n8n stores nothing that comes of one.
		if (provider.session && !hasLivingToken(provider.session, data)) return { status: 'OK', message: TOKEN_TO_COME };
		try {
			await provider.check(over(withoutKeys(transportOf(this, async (request) => await type.authenticate(data, request)), secrets)));
			return { status: 'OK', message: 'Connection successful!' };
		} catch (error) {
			if (provider.session && error instanceof ProviderError && error.details.failure.class === 'auth') return { status: 'OK', message: TOKEN_TO_COME };
			return { status: 'Error', message: sentenceOf(error, provider) };
		}
	};
}

/** Whether app and refresh token are right shows with the first renewal. */
const TOKEN_TO_COME = 'The settings look complete. An access token is fetched with the first call, which shows whether they are right.';

function hasLivingToken(session: ProviderSession, credential: CredentialData): boolean {
	return session.tokenOf(credential) !== '' && (session.expiresAt(credential) ?? Number.POSITIVE_INFINITY) > Date.now();
}

/** A credential has no node yet, so n8n has only its older helper for the test of one. */
function transportOf(context: ICredentialTestFunctions, authenticate: (request: IHttpRequestOptions) => Promise<IHttpRequestOptions>): Transport {
	return transportThrough(
		async (request) => {
			const { method, url, qs, body, headers, timeout } = await authenticate(request);
			return await context.helpers.request({ method, url, qs, body, headers, timeout, useStream: true, resolveWithFullResponse: true, simple: false, followRedirect: false });
		},
		(error) => error,
	);
}

function sentenceOf(error: unknown, provider: Provider): string {
	const failure = failureIn(error, provider);
	return `${failure.title}. ${adviceOnAsking(failure)}`;
}
