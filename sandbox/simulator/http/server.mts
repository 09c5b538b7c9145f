import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerCaresoft } from '../caresoft/routes.mjs';
import { answerControl } from '../control.mjs';
import { credentialHelp } from '../credentialHelp.mjs';
import { answerEsms, loggedEsmsPath } from '../esms/routes.mjs';
import { pageHtml } from '../page/page.mjs';
import type { Provider } from '../records.mjs';
import type { World } from '../world.mjs';
import { answerOauth } from '../zaloOa/oauth.mjs';
import { answerBusiness, answerOpenapi } from '../zaloOa/routes.mjs';
import type { Incoming, Reply } from './reply.mjs';

const BODY_MAX = 5_000_000;

interface ProviderRoute {
	provider: Provider;
	prefix: string;
	answer: (request: Incoming, world: World) => Promise<Reply>;
	/** The path as the log may keep it. */
	loggedPath: (path: string) => string;
}

const PROVIDERS: readonly ProviderRoute[] = [
	{ provider: 'esms', prefix: '/esms', answer: answerEsms, loggedPath: loggedEsmsPath },
	{ provider: 'caresoft', prefix: '/caresoft', answer: answerCaresoft, loggedPath: (path) => path },
	// Zalo's three hosts.
	{ provider: 'zalo', prefix: '/business', answer: answerBusiness, loggedPath: (path) => path },
	{ provider: 'zalo', prefix: '/openapi', answer: answerOpenapi, loggedPath: (path) => path },
	{ provider: 'zalo', prefix: '/oauth', answer: answerOauth, loggedPath: (path) => path },
];

/** The HTTP server that stands in for all providers, with the control interface and the page beside them. */
export function createSimulatorServer(world: World): Server {
	const server = createServer((request, response) => {
		handle(request, response, world).catch((error: unknown) => {
			// A client that went away is its own business; anything else is a fault of the simulator.
			if (request.destroyed || response.destroyed) return;
			console.error('simulator failed', error);
			if (!response.headersSent) response.writeHead(500);
			response.end();
		});
	});
	// Longer than clients keep idle sockets, so that no request meets a socket that is being closed.
	server.keepAliveTimeout = 65_000;
	return server;
}

async function handle(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
	const [path = '/', search = ''] = splitOnce(request.url ?? '/', '?');
	const route = PROVIDERS.find(({ prefix }) => path.startsWith(`${prefix}/`));
	if (route) return await handleProvider(route, path, search, request, response, world);
	if (path.startsWith('/_sim/')) return await answerControl(path, request, response, world, readText);
	if (path === '/' && request.method === 'GET') {
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(pageHtml(credentialHelp(world.settings, `http://${request.headers.host ?? 'localhost'}`)));
		return;
	}
	response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Nothing here');
}

async function handleProvider(
	route: ProviderRoute,
	fullPath: string,
	search: string,
	request: IncomingMessage,
	response: ServerResponse,
	world: World,
): Promise<void> {
	const at = world.now();
	const method = request.method ?? 'GET';
	const path = fullPath.slice(route.prefix.length);
	const body = method === 'GET' ? '' : await readText(request);
	const incoming: Incoming = { method, path, query: new URLSearchParams(search), headers: request.headers, body };
	if (world.settings.latencyMs > 0) await world.tasks.sleep(world.settings.latencyMs);
	const reply = await route.answer(incoming, world);
	world.logRequest({
		at,
		provider: route.provider,
		method,
		path: withoutKeys(route.prefix + route.loggedPath(path), world),
		status: reply.status,
		code: reply.code,
		phone: reply.phone,
		messageId: reply.messageId,
		note: reply.note,
		durationMs: world.now() - at,
	});
	write(reply, request, response);
}

/** A client that puts a key into a path it does not belong in must not find it in the log either. */
function withoutKeys(path: string, { settings: { esms, caresoft, zalo }, zalo: app }: World): string {
	let safe = path;
	for (const key of [esms.apiKey, esms.secretKey, caresoft.token, zalo.appSecret, zalo.webhook.oaSecretKey, ...app.tokens.secrets()]) {
		if (key !== '' && safe.includes(key)) safe = safe.replaceAll(key, '***');
	}
	return safe;
}

function write(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
	if (reply.end === 'hang') return;
	if (reply.end === 'close') {
		request.socket.destroy();
		return;
	}
	response.writeHead(reply.status, { 'Content-Type': reply.contentType, ...reply.headers });
	response.end(reply.body);
}

async function readText(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > BODY_MAX) throw new Error('request body too large');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function splitOnce(text: string, separator: string): [string, string] {
	const index = text.indexOf(separator);
	return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
