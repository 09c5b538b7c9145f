import { z } from 'zod';
import type { CaresoftClient } from '../providers/caresoft/client';
import type { EsmsClient } from '../providers/esms/client';
import type { RequestContext } from './context';
import { transportFor } from './transport';

const esmsSchema = z.object({ baseUrl: z.string().catch('') });
const caresoftSchema = z.object({
	domain: z.string(),
	host: z.string(),
	customHost: z.string().catch(''),
	webhookSecret: z.string().catch(''),
});

/** @returns calls to the eSMS account of the node's credential */
export async function esmsClient(context: RequestContext): Promise<EsmsClient> {
	const { baseUrl } = esmsSchema.parse(await context.getCredentials('esmsApi'));
	return { baseUrl, transport: transportFor(context, 'esmsApi') };
}

/** @returns calls to the CareSoft account of the node's credential */
export async function caresoftClient(context: RequestContext): Promise<CaresoftClient> {
	const { domain, host, customHost } = caresoftSchema.parse(await context.getCredentials('caresoftApi'));
	return {
		domain,
		host: host === 'custom' ? customHost : host,
		transport: transportFor(context, 'caresoftApi'),
	};
}

/** @returns the secret key of the CareSoft webhook, '' where the credential has none */
export async function caresoftWebhookSecret(context: RequestContext): Promise<string> {
	return caresoftSchema.parse(await context.getCredentials('caresoftApi')).webhookSecret.trim();
}
