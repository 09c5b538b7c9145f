import type { Again, ProviderAnswer, ProviderRequest, Transport } from '../transport';
import { esmsUrl, type EsmsHost } from './endpoints';

/** An eSMS account as the calls see it: where it is, and how to get there. The keys stay in the credential. */
export interface EsmsClient {
	baseUrl: string;
	transport: Transport;
	/** Reads one page of a list again where no good answer comes; without it the list as a whole is read again. */
	again?: Again;
}

/** @returns the answer to a POST with a JSON body */
export async function post(
	client: EsmsClient,
	path: string,
	body: Record<string, unknown> = {},
	{ host = 'rest', contentType }: { host?: EsmsHost; contentType?: ProviderRequest['contentType'] } = {},
): Promise<ProviderAnswer> {
	const url = esmsUrl(client.baseUrl, host, path);
	return await client.transport({ method: 'POST', url, body, ...(contentType && { contentType }) });
}

/**
 * @param members XML of the request without the keys, escaped
 * @returns the answer to a POST with an XML body, announced as eSMS wants it (esms.md 1.3)
 */
export async function postXml(client: EsmsClient, path: string, members: string): Promise<ProviderAnswer> {
	// The places of the keys come first: the credential fills in the first ones, never some in the text of a message.
	const text = `<RQST><APIKEY>{ApiKey}</APIKEY><SECRETKEY>{SecretKey}</SECRETKEY>${members}</RQST>`;
	return await client.transport({ method: 'POST', url: esmsUrl(client.baseUrl, 'rest', path), text, contentType: 'text/plain' });
}

/** @returns the answer to a GET with a query */
export async function get(
	client: EsmsClient,
	path: string,
	query: Record<string, string> = {},
	host: EsmsHost = 'rest',
): Promise<ProviderAnswer> {
	return await client.transport({ method: 'GET', url: esmsUrl(client.baseUrl, host, path), query });
}
