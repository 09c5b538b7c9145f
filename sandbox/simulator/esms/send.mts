import type { Incoming, Reply } from '../http/reply.mjs';
import { recipientOf } from '../records.mjs';
import { recipientScript } from '../recipients.mjs';
import { answerAsScripted } from '../scripted.mjs';
import type { World } from '../world.mjs';
import { newSmsId, requestKey, take, type Draft } from './accept.mjs';
import { invalidRequest, sendAccepted, sendError, type Envelope } from './answers.mjs';
import { readBody, text, type Body } from './body.mjs';
import type { SendOptions } from './sendOptions.mjs';

/** A valid request that may go to `send`, or the answer that refuses it. */
export type ReadSend = { options: SendOptions; draft: Draft } | { refusal: Reply };

/** Answers a request that passed validation: the recipient's script, then the steps of a real send. */
export async function send(world: World, endpoint: string, options: SendOptions, draft: Draft): Promise<Reply> {
	const recipient = recipientOf(draft);
	const envelope = draft.channel === 'voice' ? 'voice' : 'message';
	return await answerAsScripted(world, recipientScript(recipient), {
		phone: recipient,
		refuse: (code) => sendError(String(code), code === 146 ? { smsId: newSmsId() } : {}, envelope),
		invalidRequest: () => invalidRequest(world.settings.esms.invalidRequestStatus),
		accept: async () => await accept(world, endpoint, options, draft, envelope),
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
	envelope: Envelope = 'message',
): Promise<Reply> {
	const body = readBody(request);
	if (!world.account.ownsKeys(text(body, 'ApiKey'), text(body, 'SecretKey'))) return sendError('101', {}, envelope);
	const reply = await answer(request.path, body, world);
	rememberRefused(world, request.path, text(body, 'RequestId'), reply.code);
	return reply;
}

/** Remembers the RequestId of a refused request, where the settings say so. */
export function rememberRefused(world: World, endpoint: string, requestId: string, code: string): void {
	if (requestId === '' || code === '' || code === '100' || code === '124') return;
	if (!world.settings.esms.failedRequestBlocks) return;
	world.account.requestIds.remember(requestKey(world, endpoint, requestId), world.now());
}

async function accept(world: World, endpoint: string, options: SendOptions, draft: Draft, envelope: Envelope): Promise<Reply> {
	const taken = take(world, endpoint, options, draft);
	if (taken.code === '103') return sendError('103', {}, envelope);
	if (taken.code === '124') return sendError('124', taken.sendStatus === undefined ? {} : { sendStatus: taken.sendStatus }, envelope);
	if (taken.sandbox) return { ...sendAccepted(taken.smsId, envelope), note: 'sandbox' };
	if (world.settings.esms.callback.beforeAnswer) await taken.delivered;
	return { ...sendAccepted(taken.smsId, envelope), messageId: taken.smsId };
}
