/** What eSMS is told to text back to the sender of a message. */
export interface InboundReply {
	messageId: string;
	/** The number as eSMS wrote it. */
	sender: string;
	/** Empty for no text; whether eSMS then sends nothing is not documented. */
	text: string;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Everything but tab, line feed and what is neither a control character nor forbidden in XML. */
const UNPRINTABLE = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** @returns the answer to a message to a short code, as well-formed XML (esms.md 12.6) */
export function clientResponse({ messageId, sender, text }: InboundReply): string {
	const elements = { Message: text.normalize('NFC'), Smsid: messageId, Receiver: sender };
	const inner = Object.entries(elements).map(([name, value]) => `<${name}>${escape(value)}</${name}>`);
	return `<ClientResponse>${inner.join('')}</ClientResponse>`;
}

function escape(text: string): string {
	return text.replace(UNPRINTABLE, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
