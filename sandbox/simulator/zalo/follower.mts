import type { FollowerSettings } from '../messageSettings.mjs';
import { checkConsultation } from './consultation.mjs';
import { BrokenRule, isJson, object, oneOf, string, type Json } from './shape.mjs';
import { checkTransaction, TRANSACTION_TYPES } from './transaction.mjs';

/** What a follower message says, once its payload has passed. */
export interface FollowerMessage {
	zaloUserId: string;
	/** A consultation text has a call and fields of its own (esms.md 5.1). */
	kind: 'text' | 'consultation' | 'transaction';
	/** The payload as it came; a consultation text has none. */
	payload?: Json;
	/** The kind of message, for people. */
	name: string;
	/** Everything the recipient reads, as lines. */
	text: string;
}

/** Reads `Payload` of a transaction or consultation message, or names the rule it breaks (esms.md 5.2 to 6.6). */
export function readFollowerPayload(payload: unknown, settings: FollowerSettings): FollowerMessage | { broken: string } {
	try {
		return read(object(payload, 'Payload'), settings);
	} catch (error) {
		if (error instanceof BrokenRule) return { broken: error.message };
		throw error;
	}
}

function read(payload: Json, settings: FollowerSettings): FollowerMessage {
	const zaloUserId = string(object(payload.recipient, 'recipient').user_id, 'recipient.user_id');
	const message = object(payload.message, 'message');
	const attachment = object(message.attachment, 'message.attachment');
	oneOf(attachment.type, ['template'], 'message.attachment.type');
	const template = object(attachment.payload, 'message.attachment.payload');
	return {
		zaloUserId,
		payload,
		...checkTemplate(message, template, settings),
		text: readableLines(message, template).join('\n'),
	};
}

/** Checks the inner payload and returns the kind of message with a name for people. */
function checkTemplate(message: Json, template: Json, settings: FollowerSettings): Pick<FollowerMessage, 'kind' | 'name'> {
	const { template_type: type, language } = template;
	if (typeof type !== 'string' || !type.startsWith('transaction_')) {
		return { kind: 'consultation', name: checkConsultation(message, template, settings) };
	}
	checkTransaction(message, template, settings);
	return { kind: 'transaction', name: TRANSACTION_TYPES[type]?.[language === 'EN' ? 'EN' : 'VI'] ?? type };
}

function readableLines(message: Json, template: Json): string[] {
	const elements = Array.isArray(template.elements) ? template.elements.filter(isJson) : [];
	return [message.text, ...elements.flatMap(elementLines)].filter((line) => typeof line === 'string').map(breakLines);
}

function elementLines(element: Json): unknown[] {
	const { content } = element;
	if (!Array.isArray(content)) return [content, element.title, element.subtitle];
	return content.filter(isJson).map(({ key, value }) => `${String(key)}: ${String(value)}`);
}

/** `<br>` is the one piece of markup a text may hold (esms.md 6.4). */
function breakLines(text: string): string {
	return text.replace(/<br\s*\/?>/gi, '\n');
}
