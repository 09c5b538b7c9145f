import type { World } from './world.mjs';
import { isJson, type Json } from './zalo/shape.mjs';
import type { ZaloEvent } from './zaloOa/events.mjs';
import { sendEvent, zaloRemote } from './zaloOa/remote.mjs';
import type { PostOptions } from './zaloOa/webhook.mjs';

type Answer = (world: World, body: Json) => object | Promise<object>;

/** The control interface of the Official Account. The tokens are shown to whoever asks: that is what they are here for. */
const ROUTES: ReadonlyMap<string, Answer> = new Map<string, Answer>([
	['GET /_sim/zalo/tokens', (world) => ({ ...zaloRemote(world).tokens(), counters: zaloRemote(world).counters() })],
	['POST /_sim/zalo/tokens', (world) => zaloRemote(world).handOut()],
	['POST /_sim/zalo/code', (world) => ({ code: zaloRemote(world).authorizationCode() })],
	['POST /_sim/zalo/expire', (world) => done(zaloRemote(world).expire())],
	['POST /_sim/zalo/revoke', (world) => done(zaloRemote(world).revoke())],
	['POST /_sim/zalo/webhook', async (world, { url }) => await zaloRemote(world).registerWebhook(text(url, 'url'))],
	['POST /_sim/zalo/event', async (world, body) => await sendEvent(world, readEvent(body), readOptions(body.options))],
]);

/** The answer to a call of this interface, undefined when there is none such; throws what is wrong with the body. */
export async function answerZaloControl(route: string, body: string, world: World): Promise<object | undefined> {
	const answer = ROUTES.get(route);
	if (!answer) return undefined;
	const given: unknown = body === '' ? {} : JSON.parse(body);
	if (!isJson(given)) throw new Error('The body is a JSON object');
	return await answer(world, given);
}

/** Either `raw`, byte for byte, or `event` with `messageId`, `chat` and `own`. */
function readEvent({ raw, event, messageId, chat, own }: Json): ZaloEvent | string {
	if (raw !== undefined) return text(raw, 'raw');
	if (own !== undefined && !isJson(own)) throw new Error('own must be an object');
	return {
		event: text(event, 'event'),
		...(messageId === undefined ? {} : { messageId: text(messageId, 'messageId') }),
		...(own === undefined ? {} : { own }),
		chat: chat === true,
	};
}

function readOptions(options: unknown): PostOptions {
	if (options === undefined) return {};
	if (!isJson(options)) throw new Error('options must be an object');
	return options;
}

function text(value: unknown, name: string): string {
	if (typeof value !== 'string') throw new Error(`${name} must be a string`);
	return value;
}

function done(_nothing: void): object {
	return {};
}
