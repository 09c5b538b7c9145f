import { htmlReply, noAnswer, type Reply } from './http/reply.mjs';
import type { RecipientScript } from './recipients.mjs';
import type { World } from './world.mjs';

/** A provider's own bodies for what a scripted recipient may ask for. */
export interface SendSteps {
	/** The recipient, for the log. */
	phone?: string;
	refuse: (code: number) => Reply;
	invalidRequest: () => Reply;
	/** Takes the message for sending and builds the receipt. */
	accept: () => Reply | Promise<Reply>;
	/** Whether an answer can be lost; that of a message that was really taken, where nothing else is said. */
	loses?: (accepted: Reply) => boolean;
}

/** Answers a valid send request the way its recipient is scripted. */
export async function answerAsScripted(world: World, script: RecipientScript, steps: SendSteps): Promise<Reply> {
	const { generation } = world.tasks;
	if (script.delayMs) await world.tasks.sleep(script.delayMs).catch(() => undefined);
	// The simulator was reset meanwhile: the message belongs to a life that is over.
	if (generation !== world.tasks.generation) return noAnswer('close', 'reset');
	const reply = (await answerBefore(script, steps)) ?? (await answerAfter(script, steps));
	return { ...reply, phone: steps.phone ?? reply.phone };
}

/** Answers of a request that sends nothing. */
function answerBefore(script: RecipientScript, steps: SendSteps): Reply | undefined {
	if (script.httpStatus) return { ...htmlReply(script.httpStatus, `Status ${script.httpStatus}`), note: 'nothing sent' };
	if (script.refusal) return steps.refuse(script.refusal);
	switch (script.answer) {
		case 'closeBefore':
			return noAnswer('close', 'connection closed, nothing sent');
		case 'html':
			return { ...htmlReply(200, 'Service is under maintenance'), note: 'HTML instead of JSON, nothing sent' };
		case 'invalidRequest':
			return { ...steps.invalidRequest(), note: 'nothing sent' };
		case 'empty':
			return { status: 200, contentType: 'application/json; charset=utf-8', body: '', code: '', note: 'empty body, nothing sent' };
		default:
			return undefined;
	}
}

/** Answers of a request that was taken. */
async function answerAfter(script: RecipientScript, steps: SendSteps): Promise<Reply> {
	const accepted = await steps.accept();
	// Only a message that was really taken can lose its answer; a refusal (124, 103) comes through.
	const { loses = ({ messageId }: Reply) => Boolean(messageId) } = steps;
	if (!loses(accepted)) return accepted;
	const { phone, messageId } = accepted;
	switch (script.answer) {
		case 'closeAfter':
			return { ...noAnswer('close', 'sent, connection closed without an answer'), phone, messageId };
		case 'hang':
			return { ...noAnswer('hang', 'sent, never answered'), phone, messageId };
		case 'truncated':
			return { ...accepted, body: accepted.body.slice(0, Math.floor(accepted.body.length / 2)), note: 'sent, answer cut in half' };
		default:
			return accepted;
	}
}
