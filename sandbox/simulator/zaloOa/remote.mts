import type { CallbackTry } from '../records.mjs';
import type { World } from '../world.mjs';
import { eventBody, type ZaloEvent } from './events.mjs';
import { keepFeedback } from './keepFeedback.mjs';
import type { TokenCounters, TokenPair } from './tokens.mjs';
import { postEvent, registerWebhook, type PostOptions } from './webhook.mjs';

/** What a test does with the Official Account besides calling it. */
export interface ZaloRemote {
	/** The pair that was issued last. */
	tokens(): TokenPair;
	/** A fresh pair, as after a new consent; pairs that live go on living. */
	handOut(): TokenPair;
	/** An authorization code, good for 10 minutes and one exchange. */
	authorizationCode(): string;
	/** Ends every access token now; refresh tokens stay good. */
	expire(): void;
	/** Ends every token now, as when the consent is withdrawn. */
	revoke(): void;
	counters(): TokenCounters;
	/** Every token and code that was ever handed out, which nobody may show. */
	secrets(): string[];
	/** Saves the URL of the webhook as the console does, with its empty probe. */
	registerWebhook(url: string): Promise<CallbackTry[]>;
	/** Lets the events that are held back set out, each at a random moment within this time, and holds none any more. */
	releaseEvents(withinMs: number): void;
}

export function zaloRemote(world: World): ZaloRemote {
	return {
		tokens: () => ({ ...world.zalo.tokens.newest }),
		handOut: () => ({ ...world.zalo.tokens.handOut() }),
		authorizationCode: () => world.zalo.tokens.newCode(),
		expire: () => world.zalo.tokens.expire(),
		revoke: () => world.zalo.tokens.revoke(),
		counters: () => ({ ...world.zalo.tokens.counters }),
		secrets: () => world.zalo.tokens.secrets(),
		registerWebhook: async (url) => await registerWebhook(world, url),
		releaseEvents: (withinMs) => {
			world.configure({ zalo: { webhook: { held: false } } });
			world.zalo.releaseEvents(withinMs);
		},
	};
}

/** Posts an event: one of the documented forms, or a string byte for byte. */
export async function sendEvent(world: World, event: ZaloEvent | string, options: PostOptions = {}): Promise<CallbackTry[]> {
	if (typeof event === 'string') return await postEvent(world, event, options);
	const body = eventBody(world, event);
	keepFeedback(world, body, event.messageId);
	return await postEvent(world, body, { messageId: event.messageId, ...options });
}
