import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a stand-in for Zalo does; each test sets what it is about. */
interface Behaviour {
	/** Milliseconds until the token endpoint answers; the refresh token is spent at once. */
	tokenDelay: number;
	/** Whether the answer of the token endpoint is cut off, after the refresh token was spent. */
	losesTokens: boolean;
	/** What `expires_in` says, in seconds. */
	expiresIn: string;
	/** What the token endpoint makes of its answer. */
	tokenAnswer: (answer: object) => object;
	/** Called after each refresh with the new pair, before it is answered. */
	onRefresh: (pair: { accessToken: string; refreshToken: string }) => Promise<void>;
	/** Called where a refresh token is refused, before that is answered. */
	onRefused: () => Promise<void>;
	/** Says no to a message in words of its own; undefined takes it. */
	refuses: (token: string) => object | undefined;
	/** Whether a call gets no answer, after it was carried out. */
	loses: (path: string) => boolean;
	/** After how many sends the access token dies; each new one lives as long as it is told here. */
	sendsPerToken: number;
}

/** A request that came in. */
interface Seen {
	method: string;
	path: string;
	token: string | undefined;
	body: string;
}

/** A stand-in for the three hosts of Zalo that rotates tokens strictly (zalo.md 1.4). */
export interface ZaloStandIn {
	url: string;
	behaviour: Behaviour;
	seen: Seen[];
	/** Tracking IDs of the messages that were taken, in their order. */
	sent: string[];
	/** Refresh tokens that were spent. */
	spent: string[];
	/** Tokens that are good now. */
	pair: { accessToken: string; refreshToken: string };
	/** Lets the access token die. */
	killToken(): void;
	/** @returns requests to a path */
	callsOf(path: string): Seen[];
	close(): Promise<void>;
}

const ALIVE: Behaviour = { tokenDelay: 0, losesTokens: false, expiresIn: '90000', tokenAnswer: (answer) => answer, onRefresh: async () => {}, onRefused: async () => {}, refuses: () => undefined, loses: () => false, sendsPerToken: Infinity };

/** Starts it on a port of its own; `<url>` is the Base URL of the credential. */
export async function startZalo(): Promise<ZaloStandIn> {
	let serial = 1;
	let isAlive = true;
	let sends = 0;
	const zalo: ZaloStandIn = {
		url: '',
		behaviour: { ...ALIVE },
		seen: [],
		sent: [],
		spent: [],
		pair: { accessToken: 'ACCESS-TOKEN-1', refreshToken: 'REFRESH-TOKEN-1' },
		killToken: () => void (isAlive = false),
		callsOf: (path) => zalo.seen.filter((call) => call.path === path),
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	const server = createServer((request, response) => {
		void handle(request, response).catch(() => request.socket.destroy());
	});

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks).toString('utf8');
		const path = new URL(request.url ?? '', 'http://x').pathname;
		const token = request.headers.access_token as string | undefined;
		zalo.seen.push({ method: request.method ?? '', path, token, body });
		const answer = (content: unknown) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
		if (path === '/oauth/v4/oa/access_token') return await refresh(request, body, answer);
		if (!isAlive || token !== zalo.pair.accessToken) return answer({ error: -124, message: 'Access token invalid' });
		const refusal = path === '/business/message/template' ? zalo.behaviour.refuses(token) : undefined;
		if (refusal) return answer(refusal);
		if (path === '/business/message/template') {
			zalo.sent.push((JSON.parse(body) as { tracking_id: string }).tracking_id);
			if (++sends >= zalo.behaviour.sendsPerToken) isAlive = false;
		}
		if (zalo.behaviour.loses(path)) return void request.socket.destroy();
		answer({ error: 0, message: 'Success', data: { msg_id: `m${zalo.sent.length}`, sent_time: '1626926349402', sending_mode: '1', quota: { dailyQuota: '500', remainingQuota: '499' } } });
	}

	async function refresh(request: IncomingMessage, body: string, answer: (content: unknown) => void): Promise<void> {
		const form = new URLSearchParams(body);
		const given = form.get('refresh_token') ?? '';
		if (request.headers.secret_key !== 'APP-SECRET' || form.get('app_id') !== '2074138120372622546') return answer({ error: -14002, error_name: 'Invalid appId' });
		if (given !== zalo.pair.refreshToken) {
			await zalo.behaviour.onRefused();
			return answer({ error: -14014, error_name: 'Invalid refresh token', error_reason: `${given} was used` });
		}
		zalo.spent.push(given);
		serial++;
		zalo.pair = { accessToken: `ACCESS-TOKEN-${serial}`, refreshToken: `REFRESH-TOKEN-${serial}` };
		isAlive = true;
		sends = 0;
		await pause(zalo.behaviour.tokenDelay);
		await zalo.behaviour.onRefresh(zalo.pair);
		if (zalo.behaviour.losesTokens) return void request.socket.destroy();
		answer(zalo.behaviour.tokenAnswer({ access_token: zalo.pair.accessToken, refresh_token: zalo.pair.refreshToken, expires_in: zalo.behaviour.expiresIn }));
	}

	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	zalo.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return zalo;
}

async function pause(milliseconds: number): Promise<void> {
	if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
