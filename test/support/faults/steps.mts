import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { pause } from '../stage.mjs';
import type { Answer, Exchange, Step } from './door.mjs';

/** An answer that is not the one of the simulator; what is left out stays as it was. */
type Spoiled = Partial<Omit<Answer, 'text'>> & { text?: string | Buffer };

const HTML = '<!DOCTYPE html><html><head><title>Error</title></head><body>The server encountered an error</body></html>';
const HUGE_BYTES = 50_000_000;
const MB = Buffer.alloc(1_000_000, ' ');

/** Whether the provider carries the request out before something happens to the answer. */
export type Taken = 'taken' | 'lost';

const write = ({ response }: Exchange, { status = 200, headers = {}, text = '' }: Spoiled): void => {
	response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(text);
};

/** Answers in place of the provider, which may have carried the request out. */
export function answers(taken: Taken, answer: Spoiled): Step {
	return async (exchange) => {
		if (taken === 'taken') await exchange.forward();
		else exchange.request.resume();
		write(exchange, answer);
	};
}

/** A page of a gateway. */
export const page = (taken: Taken, status: number, headers: Record<string, string> = {}): Step => answers(taken, { status, headers, text: HTML });

/** Lets the provider carry the request out and changes its answer. */
export function spoils(spoil: (answer: Answer) => Spoiled): Step {
	return async (exchange) => {
		const answer = await exchange.forward();
		write(exchange, { ...answer, ...spoil(answer) });
	};
}

/** Changes the JSON of the answer, e.g. the type of a member. */
export const spoilsJson = (spoil: (json: Record<string, unknown>) => object): Step =>
	spoils(({ text }) => ({ text: JSON.stringify(spoil(JSON.parse(text) as Record<string, unknown>)) }));

/** Does something to the connection in place of an answer. */
export function cuts(taken: Taken, cut: (socket: Socket) => void): Step {
	return async ({ request, forward }) => {
		if (taken === 'taken') await forward();
		cut(request.socket);
	};
}

export const reset = (socket: Socket): void => void socket.resetAndDestroy();

/** Begins a good answer, and resets the connection in the middle of it. */
export const breaksOff: Step = async ({ request, response, forward }) => {
	const { status, headers, text } = await forward();
	response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(text)) }).write(text.slice(0, 10));
	// The first half must be there before the end of the connection is.
	await pause(50);
	request.socket.resetAndDestroy();
};

/** Never answers. */
export const silent = (taken: Taken): Step => async ({ request, forward }) => {
	if (taken === 'taken') await forward();
	else request.resume();
};

/** Carries the request out only when the caller has given up. */
export const late = (ms: number): Step => async (exchange) => {
	await exchange.receive();
	await pause(ms);
	write(exchange, await exchange.forward());
};

/** Begins an answer that goes on for ever, byte by byte. */
export const drips: Step = async ({ response, forward }) => {
	const { status, headers, text } = await forward();
	response.writeHead(status, headers).write(text.slice(0, 10));
	void (async () => {
		while (!response.destroyed) {
			response.write(' ');
			await pause(50);
		}
	})();
};

/** Writes MB by MB until it is enough or the caller has gone; tells of each. */
export const pours = (taken: Taken, first: (text: string) => string, onBytes: (bytes: number) => void = () => {}, enough = HUGE_BYTES): Step => async ({ request, response, forward }) => {
	const text = taken === 'taken' ? (await forward()).text : (request.resume(), '');
	response.writeHead(200, { 'content-type': 'application/json' }).write(first(text));
	for (let bytes = 0; bytes < enough && !response.destroyed; bytes += MB.length) {
		onBytes(MB.length);
		if (!response.write(MB) && !response.destroyed) await drained(response);
	}
	response.end();
};

async function drained(response: Exchange['response']): Promise<void> {
	await new Promise<void>((resolve) => {
		const done = () => {
			response.off('drain', done).off('close', done);
			resolve();
		};
		response.on('drain', done).on('close', done);
	});
}

/** A few KB that unpack to 50 MB. */
export const packedHuge: Step = answers('lost', { headers: { 'content-encoding': 'gzip' }, text: gzipSync(Buffer.alloc(HUGE_BYTES, ' ')) });

/** Bytes that are no HTTP. */
export const noHttp = (socket: Socket): void => void socket.end('SSH-2.0-OpenSSH_9.2\r\n');
