import type { Again, ProviderAnswer, Transport } from '../transport';
import { zaloUrl, type ZaloHost } from './endpoints';

/** A Zalo Official Account as the calls see it. Its tokens stay in the credential. */
export interface ZaloClient {
	/** What stands in for all hosts of Zalo; '' for Zalo itself. */
	baseUrl: string;
	transport: Transport;
	/** Reads one page of a list again where no good answer comes; without it the list as a whole is read again. */
	again?: Again;
}

/** @returns the answer to a GET with a query */
export async function get(client: ZaloClient, path: string, query: Record<string, string> = {}): Promise<ProviderAnswer> {
	return await client.transport({ method: 'GET', url: zaloUrl(client.baseUrl, 'business', path), query });
}

/** What a POST carries beside its path. */
interface Content {
	host?: ZaloHost;
	query?: Record<string, string>;
	/** Undefined members are left out. */
	body?: Record<string, unknown>;
}

/** @returns the answer to a POST with a JSON body */
export async function post(client: ZaloClient, path: string, { host = 'business', query, body = {} }: Content): Promise<ProviderAnswer> {
	return await client.transport({ method: 'POST', url: zaloUrl(client.baseUrl, host, path), ...(query && { query }), body });
}
