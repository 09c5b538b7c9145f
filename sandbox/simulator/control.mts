import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Change } from './changeFeed.mjs';
import { readShortCodeText } from './controlShortCode.mjs';
import { answerZaloControl } from './controlZalo.mjs';
import { textShortCode, type ShortCodeText } from './esms/shortCode.mjs';
import { RECIPIENT_RULES } from './recipients.mjs';
import { maskedSettings, type DeepPartial, type SimulatorSettings } from './settings.mjs';
import type { World } from './world.mjs';
import { ZALO_REASONS } from './zalo/failures.mjs';

/** How much of the past the page starts with. */
const PAGE_MESSAGES = 200;
const PAGE_REQUESTS = 40;

type ReadBody = (request: IncomingMessage) => Promise<string>;

/** The interface for tests in another process and for the page. */
export async function answerControl(
	path: string,
	request: IncomingMessage,
	response: ServerResponse,
	world: World,
	readBody: ReadBody,
): Promise<void> {
	const route = `${request.method ?? 'GET'} ${path}`;
	switch (route) {
		case 'GET /_sim/state':
			return sendJson(response, 200, state(world));
		case 'POST /_sim/reset':
			world.reset();
			return sendJson(response, 200, {});
		case 'PATCH /_sim/settings':
			return patchSettings(await readBody(request), response, world);
		case 'POST /_sim/short-code':
			return await sendShortCode(await readBody(request), response, world);
		case 'GET /_sim/events':
			return streamEvents(request, response, world);
		default:
			return await sendZaloControl(route, await readBody(request), response, world);
	}
}

function state(world: World): object {
	return {
		messages: world.journal.all(),
		requests: world.requests.all(),
		callbacks: world.callbacks.all(),
		otpCodes: world.account.otpCodes.all(),
		settings: maskedSettings(world.settings),
		balance: world.account.balance,
	};
}

function patchSettings(body: string, response: ServerResponse, world: World): void {
	try {
		const patch: unknown = JSON.parse(body);
		if (typeof patch !== 'object' || patch === null) throw new Error('The settings are a JSON object');
		world.configure(patch as DeepPartial<SimulatorSettings>);
		sendJson(response, 200, maskedSettings(world.settings));
	} catch (error) {
		sendJson(response, 400, { error: messageOf(error) });
	}
}

/** Texts a short code and answers every call made for it, with what the partner answered. */
async function sendShortCode(body: string, response: ServerResponse, world: World): Promise<void> {
	let text: ShortCodeText;
	try {
		text = readShortCodeText(body);
	} catch (error) {
		return sendJson(response, 400, { error: messageOf(error) });
	}
	sendJson(response, 200, await textShortCode(world, text));
}

async function sendZaloControl(route: string, body: string, response: ServerResponse, world: World): Promise<void> {
	try {
		const answer = await answerZaloControl(route, body, world);
		sendJson(response, answer ? 200 : 404, answer ?? { error: 'Nothing here' });
	} catch (error) {
		sendJson(response, 400, { error: messageOf(error) });
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** Server-sent events: first the recent past, then every change. */
function streamEvents(request: IncomingMessage, response: ServerResponse, world: World): void {
	response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
	const send = (event: string, data: unknown) => {
		response.write(`event: ${event}\ndata: ${JSON.stringify(data, withoutCallbackUrl)}\n\n`);
	};
	send('start', {
		recipients: RECIPIENT_RULES.map(({ numbers, what }) => ({ numbers, what })),
		reasons: ZALO_REASONS,
		messages: world.journal.last(PAGE_MESSAGES),
		requests: world.requests.last(PAGE_REQUESTS),
		webhooks: webhookUrls(world),
	});
	const unsubscribe = world.feed.subscribe((changes: Change[]) => {
		if (changes.some(({ kind }) => kind === 'settings' || kind === 'reset')) send('webhooks', webhookUrls(world));
		// Settings hold credentials and callbacks are not shown on the page.
		send('changes', changes.filter(({ kind }) => kind !== 'settings' && kind !== 'callback'));
	});
	request.on('close', unsubscribe);
}

function webhookUrls({ settings: { zalo, caresoft } }: World): object {
	return { zalo: zalo.webhook.url, caresoft: caresoft.webhook.url };
}

/** A CallbackUrl (of a message, or in its payload) may carry the token of a waiting workflow; the page has no use for it. */
function withoutCallbackUrl(name: string, value: unknown): unknown {
	return name === 'callbackUrl' || name === 'CallbackUrl' ? undefined : value;
}

function sendJson(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
