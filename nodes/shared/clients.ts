import { z } from 'zod';
import type { CaresoftClient } from '../providers/caresoft/client';
import type { EsmsClient } from '../providers/esms/client';
import { PATHS } from '../providers/esms/endpoints';
import type { Transport } from '../providers/transport';
import type { RequestContext } from './context';
import { isPreviewOnly } from './fields/previewOnly';
import { withholding } from './preview/withhold';
import { transportFor } from './transport';
import { withoutKeys } from './withoutKeys';

/** What is read of a template before its message is sent. */
const READ_BEFORE_SENDING = [PATHS.template, PATHS.templates];

const key = z.string().catch('');
const esmsSchema = z.object({ baseUrl: z.string().catch(''), apiKey: key, secretKey: key });
const caresoftSchema = z.object({
	domain: z.string(),
	host: z.string(),
	customHost: z.string().catch(''),
	apiToken: key,
	webhookSecret: key,
});

/** @returns calls to the eSMS account of the node's credential */
export async function esmsClient(context: RequestContext): Promise<EsmsClient> {
	const { baseUrl, apiKey, secretKey } = esmsSchema.parse(await context.getCredentials('esmsApi'));
	return { baseUrl, transport: guarded(context, withoutKeys(transportFor(context, 'esmsApi'), [apiKey, secretKey])) };
}

/** @returns calls to the CareSoft account of the node's credential */
export async function caresoftClient(context: RequestContext): Promise<CaresoftClient> {
	const { domain, host, customHost, apiToken } = caresoftSchema.parse(await context.getCredentials('caresoftApi'));
	return {
		domain,
		host: host === 'custom' ? customHost : host,
		transport: guarded(context, withoutKeys(transportFor(context, 'caresoftApi'), [apiToken])),
	};
}

/** @returns the transport, unable to send where the node previews */
function guarded(context: RequestContext, transport: Transport): Transport {
	return isPreviewOnly(context) ? withholding(transport, READ_BEFORE_SENDING) : transport;
}

/** @returns the secret key of the CareSoft webhook, '' where the credential has none */
export async function caresoftWebhookSecret(context: RequestContext): Promise<string> {
	return caresoftSchema.parse(await context.getCredentials('caresoftApi')).webhookSecret.trim();
}
