import { toNfc } from '../../domain/text';
import { escapeXml } from '../../domain/xml';

/** What eSMS is told to text back to the sender of a message. */
export interface InboundReply {
	messageId: string;
	/** The number as eSMS wrote it. */
	sender: string;
	/** Empty for no text; whether eSMS then sends nothing is not documented. */
	text: string;
}

/** Control characters that XML allows, but no phone shows. */
const CONTROLS = /[\r\u007F-\u009F]/g;

/** @returns the answer to a message to a short code, as well-formed XML (esms.md 12.6) */
export function clientResponse({ messageId, sender, text }: InboundReply): string {
	const elements = { Message: toNfc(text), Smsid: messageId, Receiver: sender };
	const inner = Object.entries(elements).map(([name, value]) => `<${name}>${escapeXml(value.replace(CONTROLS, ''))}</${name}>`);
	return `<ClientResponse>${inner.join('')}</ClientResponse>`;
}
