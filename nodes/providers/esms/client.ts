import type { ProviderAnswer, ProviderRequest, Transport } from '../transport';
import { esmsUrl, type EsmsHost } from './endpoints';

/** An eSMS account as the calls see it: where it is, and how to get there. The keys stay in the credential. */
export interface EsmsClient {
	baseUrl: string;
	transport: Transport;
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

/** @returns the answer to a GET with a query */
export async function get(
	client: EsmsClient,
	path: string,
	query: Record<string, string> = {},
	host: EsmsHost = 'rest',
): Promise<ProviderAnswer> {
	return await client.transport({ method: 'GET', url: esmsUrl(client.baseUrl, host, path), query });
}
