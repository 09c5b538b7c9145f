import { requestErrorPage, type Incoming, type Reply } from '../http/reply.mjs';
import type { MessageSettings } from '../messageSettings.mjs';

const CONTENT_TYPES: Readonly<Record<MessageSettings['transactionContentType'], readonly string[]>> = {
	both: ['text/plain', 'application/json'],
	textPlain: ['text/plain'],
	json: ['application/json'],
};

/** The content type of a request in lower case, without its parameters. */
export function mediaType({ headers }: Incoming): string {
	const [type = ''] = (headers['content-type'] ?? '').split(';');
	return type.trim().toLowerCase();
}

/** What a WCF operation shows that cannot take the type of a body, or undefined for one it takes (esms.md 1.3). */
export function contentTypeRefusal(request: Incoming, taken: MessageSettings['transactionContentType']): Reply | undefined {
	const type = mediaType(request);
	if (CONTENT_TYPES[taken].includes(type)) return undefined;
	return { ...requestErrorPage(), note: `content type ${type} is not taken` };
}
