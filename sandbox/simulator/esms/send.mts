import { randomUUID } from 'node:crypto';
import type { Incoming, Reply } from '../http/reply.mjs';
import { recipientOf, type Message } from '../records.mjs';
import { recipientScript } from '../recipients.mjs';
import { answerAsScripted } from '../scripted.mjs';
import type { World } from '../world.mjs';
import { invalidRequest, sendAccepted, sendError } from './answers.mjs';
import { readBody, text, type Body } from './body.mjs';
import { deliver, sendStatusOf } from './delivery.mjs';
import type { SendOptions } from './sendOptions.mjs';

/** A valid send request, before anything is stored. */
export type Draft = Pick<
	Message,
	| 'channel' | 'phone' | 'zaloUserId' | 'hashPhone' | 'text' | 'senderName' | 'typeId' | 'price'
	| 'templateId' | 'templateName' | 'oaId' | 'brandname' | 'orderId' | 'body' | 'payload'
> & {
	/** Zalo's refusal that the template or the user id itself brings about. */
	failure?: number;
	/** More numbers that get the same message under the same SMSID; Viber takes a list. */
	furtherPhones?: readonly string[];
};

/** 32 hex digits and a numeric suffix, one of the forms of esms.md 1.10. */
export function newSmsId(): string {
	return randomUUID().replaceAll('-', '') + String(100 + Math.floor(Math.random() * 900));
}

/** The key under which a RequestId is remembered. */
function requestKey(world: World, endpoint: string, requestId: string): string {
	return world.settings.esms.requestIdScope === 'account' ? requestId : `${endpoint} ${requestId}`;
}

/** Answers a request that passed validation: the recipient's script, then the steps of a real send. */
export async function send(world: World, endpoint: string, options: SendOptions, draft: Draft): Promise<Reply> {
	const recipient = recipientOf(draft);
	return await answerAsScripted(world, recipientScript(recipient), {
		phone: recipient,
		refuse: (code) => sendError(String(code), code === 146 ? { smsId: newSmsId() } : {}),
		invalidRequest: () => invalidRequest(world.settings.esms.invalidRequestStatus),
		accept: () => accept(world, requestKey(world, endpoint, options.requestId), options, draft),
	});
}

/** The body of a send call without the keys. */
export function withoutKeys({ ApiKey: _, SecretKey: __, ...rest }: Body): Body {
	return rest;
}

/** What every send call begins and ends with: the keys (101), and the memory of a refused RequestId. */
export async function answerSend(
	request: Incoming,
	world: World,
	answer: (endpoint: string, body: Body, world: World) => Promise<Reply>,
): Promise<Reply> {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return sendError('101');
	const reply = await answer(request.path, body, world);
	rememberRefused(world, request.path, text(body, 'RequestId'), reply);
	return reply;
}

/** Remembers the RequestId of a refused request, where the settings say so. */
function rememberRefused(world: World, endpoint: string, requestId: string, reply: Reply): void {
	if (requestId === '' || reply.code === '' || reply.code === '100' || reply.code === '124') return;
	if (!world.settings.esms.failedRequestBlocks) return;
	world.account.requestIds.remember(requestKey(world, endpoint, requestId), world.now());
}

async function accept(world: World, key: string, options: SendOptions, draft: Draft): Promise<Reply> {
	const { account, settings } = world;
	const duplicate = duplicateOf(world, key, options, draft.channel);
	if (duplicate) return duplicate;
	const price = draft.price * (1 + (draft.furtherPhones?.length ?? 0));
	if (account.balance < price) return sendError('103');
	if (options.sandbox) return sandboxAnswer(world, key, options);
	account.balance -= price;
	const smsId = newSmsId();
	const stored = store(world, smsId, options, draft);
	if (options.requestId) account.requestIds.remember(key, world.now(), smsId);
	const delivered = Promise.all(stored.map(async (message) => await deliver(world, message, draft.failure)));
	if (settings.esms.callback.beforeAnswer) await delivered;
	return { ...sendAccepted(smsId), messageId: smsId };
}

/** Writes the message down, once for each number; the first one bears the SMSID as its id. */
function store(world: World, smsId: string, options: SendOptions, draft: Draft): Message[] {
	const { failure: _, furtherPhones = [], ...message } = draft;
	return [draft.phone, ...furtherPhones].map((phone, index) =>
		world.journal.add({
			...message,
			phone,
			id: index === 0 ? smsId : `${smsId}#${index + 1}`,
			groupId: furtherPhones.length > 0 ? smsId : undefined,
			provider: 'esms',
			requestId: options.requestId || undefined,
			campaign: options.campaign || undefined,
			callbackUrl: options.callbackUrl || undefined,
			sendAt: options.sendAt,
			state: options.sendAt !== undefined && options.sendAt > world.now() ? 'scheduled' : 'accepted',
		}),
	);
}

/** 124 for a RequestId seen within the window; SendStatus occurs in the SMS sample only (esms.md 2). */
function duplicateOf(world: World, key: string, options: SendOptions, channel: Message['channel']): Reply | undefined {
	const { requestIdWindowMs, sandboxConsumesRequestId } = world.settings.esms;
	if (options.requestId === '' || (options.sandbox && !sandboxConsumesRequestId)) return undefined;
	const earlier = world.account.requestIds.find(key, world.now(), requestIdWindowMs);
	if (!earlier) return undefined;
	const message = earlier.messageId === undefined ? undefined : world.journal.get(earlier.messageId);
	// The member is the status of the earlier message; without one there is nothing to report.
	return sendError('124', channel === 'sms' && message ? { sendStatus: String(sendStatusOf(message)) } : {});
}

/** A sandbox request is validated, not stored, not charged, not delivered (esms.md 13). */
function sandboxAnswer(world: World, key: string, options: SendOptions): Reply {
	const { sandboxAnswer: form, sandboxConsumesRequestId } = world.settings.esms;
	if (options.requestId && sandboxConsumesRequestId) world.account.requestIds.remember(key, world.now());
	return { ...sendAccepted(form === 'withSmsid' ? newSmsId() : undefined), note: 'sandbox' };
}
