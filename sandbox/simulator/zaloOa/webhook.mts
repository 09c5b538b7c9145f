import type { OutboundCall } from '../outbound.mjs';
import type { CallbackTry } from '../records.mjs';
import type { World } from '../world.mjs';
import { isJson, type Json } from '../zalo/shape.mjs';
import { isTemplateEvent } from './events.mjs';
import { signatureHeader } from './signature.mjs';
import { writeBody } from './writeBody.mjs';
import type { ZaloSignatureSettings } from './webhookSettings.mjs';

/** What may differ for one event from what the settings say. */
export interface PostOptions {
	messageId?: string;
	/** Posts elsewhere than the registered URL. */
	url?: string;
	/** X-ZEvent-Server: `ZNS` or `OA OpenAPI` by the event, '' leaves it out. */
	server?: string;
	/** The signature as it goes out, in place of the right one; '' leaves it out. */
	signature?: string;
	/** Parts of the signature that differ. */
	sign?: Partial<ZaloSignatureSettings>;
	/** How often, for duplicates. */
	repeat?: number;
	/** num_retry of the first call, as for a repeat of an event that came before. */
	numRetry?: number;
	/** Further headers. */
	headers?: Record<string, string>;
}

const CONTENT: Readonly<Record<string, string>> = { 'Content-Type': 'application/json', 'User-Agent': 'ZaloWebhook' };

/** The probe that saving a URL sends, without a useful body (zalo.md 8.1). */
export function probeCall(world: World, url: string): OutboundCall {
	return { provider: 'zalo', method: 'POST', url, headers: { ...CONTENT }, body: world.settings.zalo.webhook.probeBody };
}

/** Saves the URL of the webhook as the console does, with its probe. */
export async function registerWebhook(world: World, url: string): Promise<CallbackTry[]> {
	world.configure({ zalo: { webhook: { url } } });
	world.zalo.eventsLost = 0;
	if (url === '') return [];
	const { timeoutMs } = world.settings.zalo.webhook;
	return await world.outbound.send(probeCall(world, url), { times: 1, intervalMs: 0, timeoutMs, retryOn: 'non200' });
}

/** The call that brings an event, signed; a string goes out byte for byte. */
export function eventCall(world: World, event: Json | string, options: PostOptions = {}): OutboundCall {
	const { webhook } = world.settings.zalo;
	const body = typeof event === 'string' ? event : writeBody(event, webhook.body);
	const read = typeof event === 'string' ? parsed(event) : event;
	const signature = options.signature ?? signatureOf(world, body, read, options.sign);
	const server = options.server ?? (isTemplateEvent(read) ? 'ZNS' : 'OA OpenAPI');
	const first = options.numRetry ?? (webhook.numRetry === 'always' ? 0 : undefined);
	return {
		provider: 'zalo',
		messageId: options.messageId,
		method: 'POST',
		url: options.url ?? webhook.url,
		headers: {
			...CONTENT,
			...(signature ? { 'X-ZEvent-Signature': signature } : {}),
			...(server === '' ? {} : { 'X-ZEvent-Server': server }),
			...(first === undefined ? {} : { num_retry: String(first) }),
			...options.headers,
		},
		body,
		signature,
		headersOfRepeat: (repeat) => ({ num_retry: String((first ?? 0) + repeat) }),
	};
}

/** Posts an event, signed, and repeats it up the ladder until it is taken; a string goes out byte for byte. */
export async function postEvent(world: World, event: Json | string, options: PostOptions = {}): Promise<CallbackTry[]> {
	const { webhook } = world.settings.zalo;
	const { event_name: name } = typeof event === 'string' ? parsed(event) : event;
	const call = eventCall(world, event, options);
	if (call.url === '' || webhook.off.includes(String(name))) return [];
	const tries: CallbackTry[] = [];
	for (let i = 0; i < Math.max(1, options.repeat ?? webhook.repeat); i++) {
		const { ladderMs, timeoutMs } = webhook;
		tries.push(...(await world.outbound.send(call, { times: ladderMs.length + 1, intervalMs: 0, ladderMs, timeoutMs, retryOn: 'non200' })));
	}
	giveUp(world, tries.at(-1)?.status === 200);
	return tries;
}

/** Zalo may switch a webhook off that takes nothing (zalo.md 8.1). */
function giveUp(world: World, taken: boolean): void {
	const { offAfter } = world.settings.zalo.webhook;
	world.zalo.eventsLost = taken ? 0 : world.zalo.eventsLost + 1;
	if (offAfter > 0 && world.zalo.eventsLost >= offAfter) world.configure({ zalo: { webhook: { url: '' } } });
}

function signatureOf(world: World, body: string, event: Json, own: Partial<ZaloSignatureSettings> = {}): string | undefined {
	const { zalo } = world.settings;
	const { form, firstTerm, key } = { ...zalo.webhook.signature, ...own };
	// Events whose body has no app_id are assumed to be signed with that of the app.
	const first = firstTerm === 'app_id' ? (event.app_id ?? zalo.appId) : zalo.oaId;
	const timestamp = typeof event.timestamp === 'string' ? event.timestamp : '';
	return signatureHeader({ firstTerm: String(first), body, timestamp, key: key === 'appSecret' ? zalo.appSecret : zalo.webhook.oaSecretKey }, form);
}

function parsed(body: string): Json {
	try {
		const value: unknown = JSON.parse(body);
		return isJson(value) ? value : {};
	} catch {
		return {};
	}
}
