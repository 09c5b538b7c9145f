import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer as createRawServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Certificate } from './certificates.mjs';
import { setName, type NameState } from './names.mjs';

/** An answer of the simulator. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	text: string;
}

/** One request at the door, and what can be done with it. */
export interface Exchange {
	request: IncomingMessage;
	response: ServerResponse;
	/** Reads the request to its end. */
	receive: () => Promise<Buffer>;
	/** Hands the request to the simulator, which carries it out. */
	forward: () => Promise<Answer>;
}

/** What happens to a request in place of a good answer. */
export type Step = (exchange: Exchange) => void | Promise<void>;

/** What can be wrong with a provider. */
export type Trouble =
	| { at: 'answer'; step: Step }
	| { at: 'port' }
	| { at: 'name'; state: NameState }
	| { at: 'connection'; meets: (socket: Socket) => void; secure?: boolean }
	| { at: 'certificate'; certificate: Certificate }
	/** The answer is no TLS any more. */
	| { at: 'tls' };

/** Stands before the simulator as the address of a provider, and makes trouble when it is told to. */
export interface Door {
	url: string;
	/** Sends that arrived as requests. */
	arrived: () => number;
	/** Turns the trouble on or off for the next connections. */
	setTrouble: (on: boolean) => Promise<void>;
	/** Resolves when no request is under way. */
	settled: () => Promise<void>;
	close: () => void;
}

let count = 0;

/**
 * @param target URL of the simulator
 * @param isSend whether a path sends; only such requests meet trouble with their answer, and are counted
 * @param good certificate that is trusted, for what is wrong with TLS
 */
export async function openDoor(target: string, isSend: (path: string) => boolean, trouble: Trouble, good: Certificate): Promise<Door> {
	const secure = trouble.at === 'certificate' || trouble.at === 'tls' || (trouble.at === 'connection' && trouble.secure === true);
	const host = trouble.at === 'name' ? `provider-${++count}.test` : '127.0.0.1';
	const sockets = new Set<Socket>();
	const pending = new Set<Promise<void>>();
	let arrived = 0;
	let troubled = false;
	let answering = false;

	const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		response.on('error', () => {});
		let body: Promise<Buffer> | undefined;
		const receive = async () => await (body ??= bodyOf(request));
		const exchange: Exchange = { request, response, receive, forward: async () => await forwardTo(target, request, await receive()) };
		const sends = isSend(request.url ?? '');
		if (sends) arrived++;
		if (sends && troubled && trouble.at === 'answer') return await trouble.step(exchange);
		const answer = await exchange.forward();
		answering = sends;
		response.writeHead(answer.status, answer.headers).end(answer.text);
	};
	const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
		const handled = handle(request, response).catch(() => {
			request.socket.destroy();
		});
		pending.add(handled);
		void handled.finally(() => pending.delete(handled));
	};
	const plain = createServer(onRequest);
	const tls = createTlsServer(good, onRequest).on('tlsClientError', () => {});
	/** Takes the bytes of a connection apart from its TLS. */
	const inner = createRawServer((socket) => tls.emit('connection', socket));

	const front = createRawServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => {}).on('close', () => sockets.delete(socket));
		if (troubled && trouble.at === 'connection') trouble.meets(socket);
		else if (trouble.at === 'tls') pipeThrough(socket, inner, (data) => (troubled && answering ? Buffer.from('no TLS at all, no TLS at all') : data));
		else (secure ? tls : plain).emit('connection', socket);
	});
	await listen(inner, 0);
	await listenApart(front);
	const { port } = front.address() as AddressInfo;
	if (trouble.at === 'name') setName(host, 'here');

	return {
		url: `${secure ? 'https' : 'http'}://${host}:${port}`,
		arrived: () => arrived,
		setTrouble: async (on) => {
			if (on === troubled) return;
			troubled = on;
			if (trouble.at === 'port' && on) front.close();
			if (trouble.at === 'port' && !on) await listen(front, port);
			if (trouble.at === 'name') setName(host, on ? trouble.state : 'here');
			if (trouble.at === 'certificate') tls.setSecureContext(on ? trouble.certificate : good);
		},
		settled: async () => {
			while (pending.size > 0) await Promise.all(pending);
		},
		close: () => {
			front.close();
			inner.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

async function forwardTo(target: string, request: IncomingMessage, body: Buffer): Promise<Answer> {
	const { authorization, access_token, 'content-type': type = 'application/json' } = request.headers as Record<string, string | undefined>;
	const method = request.method ?? 'GET';
	const answered = await fetch(`${target}${request.url ?? ''}`, {
		method,
		headers: { 'content-type': type, ...(authorization && { authorization }), ...(access_token && { access_token }) },
		...(method !== 'GET' && { body }),
	});
	return { status: answered.status, headers: { 'content-type': answered.headers.get('content-type') ?? '' }, text: await answered.text() };
}

/** Below the ports that systems hand out by themselves: while this one is closed, no other server of the tests is given it. */
async function listenApart(server: Server): Promise<void> {
	for (;;) {
		const port = 15_000 + Math.floor(Math.random() * 15_000);
		const taken = new Promise<boolean>((resolve) => server.once('error', () => resolve(true)).once('listening', () => resolve(false)));
		server.listen(port, '127.0.0.1');
		if (!(await taken)) return;
	}
}

async function listen(server: Server, port: number): Promise<void> {
	await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
}

function pipeThrough(socket: Socket, inner: Server, change: (data: Buffer) => Buffer): void {
	const { port } = inner.address() as AddressInfo;
	const behind = connect(port, '127.0.0.1').on('error', () => {});
	socket.pipe(behind);
	behind.on('data', (data: Buffer) => socket.write(change(data))).on('end', () => socket.end());
}
