import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { goodAnswerTo } from './goodAnswers.mjs';

/** One request as it arrived. */
export interface Arrival {
	path: string;
	/** Milliseconds on a clock that nobody sets. */
	at: number;
	body: string;
}

/** A provider that notes when requests arrive. */
export interface Watched {
	url: string;
	arrivals: Arrival[];
	close(): Promise<void>;
}

/** Does something else than to give a good answer; what it returns says whether it did. */
export type Instead = (arrival: Arrival, n: number, exchange: { request: IncomingMessage; response: ServerResponse }) => boolean | Promise<boolean>;

/** Starts a provider that gives good answers, unless something else is done. */
export async function startWatched(instead: Instead = () => false): Promise<Watched> {
	const arrivals: Arrival[] = [];
	const server = createServer((request, response) => {
		const at = performance.now();
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
			const arrival = { path: (request.url ?? '').split('?')[0] ?? '', at, body: Buffer.concat(chunks).toString('utf8') };
			const n = arrivals.push(arrival);
			void (async () => {
				if (await instead(arrival, n, { request, response })) return;
				response.writeHead(200, { 'content-type': 'application/json' }).end(goodAnswerTo(request.url ?? ''));
			})();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		arrivals,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** @returns the most arrivals that any second held; a millisecond is left to the clocks */
export function busiestSecond(arrivals: Arrival[], spanMs = 999): number {
	const times = arrivals.map(({ at }) => at).sort((a, b) => a - b);
	return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));
}
