/** A body as it comes in. */
interface BodyStream extends AsyncIterable<Uint8Array> {
	destroy(error?: Error): unknown;
}

/** The text of an answer. */
export interface AnswerBody {
	text: string;
	/** Whether there was more than may be read; the text is the beginning then. */
	tooLong: boolean;
}

/**
 * Reads the body of an answer within bounds: n8n's own reading takes bodies of any length, and waits without end
 * for one that comes drop by drop.
 *
 * @param maxBytes what is read at most; the rest is not fetched
 * @param maxMs how long it may take, in milliseconds
 * @throws Error with the code of Node.js where the body breaks off, and `ETIMEDOUT` where it takes too long
 */
export async function readBody(body: unknown, maxBytes: number, maxMs: number): Promise<AnswerBody> {
	if (!isStream(body)) return { text: typeof body === 'string' ? body : JSON.stringify(body ?? ''), tooLong: false };

	const late = AbortSignal.timeout(maxMs);
	const giveUp = () => body.destroy(Object.assign(new Error('The answer did not end'), { code: 'ETIMEDOUT' }));
	late.addEventListener('abort', giveUp);
	try {
		return await readStream(body, maxBytes);
	} finally {
		late.removeEventListener('abort', giveUp);
	}
}

function isStream(body: unknown): body is BodyStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body && 'destroy' in body;
}

async function readStream(stream: BodyStream, maxBytes: number): Promise<AnswerBody> {
	const decoder = new TextDecoder();
	let bytes = 0;
	let text = '';
	for await (const chunk of stream) {
		bytes += chunk.length;
		text += decoder.decode(chunk, { stream: true });
		// Leaving the loop closes the connection.
		if (bytes > maxBytes) return { text, tooLong: true };
	}
	return { text: text + decoder.decode(), tooLong: false };
}
