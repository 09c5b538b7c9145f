import { request } from 'undici';

export interface ServerEvent {
	event: string;
	data: unknown;
}

/** Reads server-sent events one by one. */
export function readEvents(url: string): { next: () => Promise<ServerEvent | undefined>; stop: () => void } {
	const stop = new AbortController();
	const events = stream(url, stop.signal);
	return {
		next: async () => (await events.next()).value ?? undefined,
		stop: () => stop.abort(),
	};
}

async function* stream(url: string, signal: AbortSignal): AsyncGenerator<ServerEvent, undefined> {
	const { body } = await request(url, { signal });
	// An aborted body reports an error nobody waits for any more.
	body.on('error', () => undefined);
	let pending = '';
	for await (const chunk of body as AsyncIterable<Buffer>) {
		pending += chunk.toString('utf8');
		for (let end = pending.indexOf('\n\n'); end !== -1; end = pending.indexOf('\n\n')) {
			const [event = '', data = ''] = pending.slice(0, end).split('\n');
			pending = pending.slice(end + 2);
			yield { event: event.slice('event: '.length), data: JSON.parse(data.slice('data: '.length)) as unknown };
		}
	}
	return undefined;
}
