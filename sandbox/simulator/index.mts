import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { postWebhook } from './caresoft/webhook.mjs';
import type { OtpCode } from './esms/otp/codes.mjs';
import { textShortCode, type ShortCodeText } from './esms/shortCode.mjs';
import { createSimulatorServer } from './http/server.mjs';
import type { CallbackTry, LoggedRequest, Message } from './records.mjs';
import type { DeepPartial, SimulatorSettings, WebhookSettings } from './settings.mjs';
import { World, type Clock } from './world.mjs';
import type { ZaloEvent } from './zaloOa/events.mjs';
import { sendEvent, zaloRemote, type ZaloRemote } from './zaloOa/remote.mjs';
import type { PostOptions } from './zaloOa/webhook.mjs';

export type { CallbackTry, Channel, LoggedRequest, Message, MessageEvent, MessageState, Provider } from './records.mjs';
export type { CallbackJoin, CallbackSettings } from './callbackSettings.mjs';
export type { CaresoftSettings, DeepPartial, EsmsSettings, SimulatorSettings, WebhookSettings } from './settings.mjs';
export type { AccountSettings, EstimateSettings, ListSettings, RegistrationSettings, ShortCodeSettings } from './accountSettings.mjs';
export type { OtpCode } from './esms/otp/codes.mjs';
export type { ShortCodeParameter, ShortCodeText } from './esms/shortCode.mjs';
export type {
	FollowerSettings, HashPhoneSettings, JourneySettings, RetrievalSettings, UidSettings, ViberSettings,
} from './messageSettings.mjs';
export type {
	AdvertisingSettings, BulkSettings, FixedNumberSettings, MultiChannelSettings, OtpSettings, SendingSettings, VoiceSettings,
} from './sendingSettings.mjs';
export type { ZaloSettings } from './zaloOa/settings.mjs';
export type { ZaloEvent } from './zaloOa/events.mjs';
export type { ZaloFault } from './zaloOa/faults.mjs';
export type { ZaloRemote } from './zaloOa/remote.mjs';
export type { PostOptions } from './zaloOa/webhook.mjs';
export type { TokenCounters, TokenPair } from './zaloOa/tokens.mjs';
export { RECIPIENT_RULES } from './recipients.mjs';
export { credentialHelp, inLines } from './credentialHelp.mjs';

export interface ListenOptions {
	/** 0 takes any free port. */
	port?: number;
	host?: string;
	/** The time as the simulator sees it; tests replace it instead of waiting. */
	clock?: Clock;
}

/** A running stand-in for eSMS, CareSoft and Zalo. */
export interface Simulator {
	url: string;
	/** Base URL in place of https://rest.esms.vn and https://status-sms.esms.vn. */
	esmsUrl: string;
	/** Base URL in place of https://api.caresoft.vn. */
	caresoftUrl: string;
	/** Base URL in place of Zalo's three hosts, which are `/business`, `/openapi` and `/oauth` under it. */
	zaloUrl: string;
	/** Tokens, webhook and events of the Official Account. */
	readonly zalo: ZaloRemote;
	readonly settings: SimulatorSettings;
	/** What is left of the eSMS balance, VND. */
	readonly balance: number;
	messages(): Message[];
	requests(): LoggedRequest[];
	callbacks(): CallbackTry[];
	/** The codes eSMS generated and still remembers, oldest first; no answer ever holds one. */
	otpCodes(): OtpCode[];
	/** Changes settings; an unknown name throws. */
	configure(patch: DeepPartial<SimulatorSettings>): void;
	/** Forgets everything and returns to the settings of the start. */
	reset(): void;
	/** Posts any body as a CareSoft webhook, signed; a string goes out byte for byte. */
	deliverWebhook(event: object | string, settings?: Partial<WebhookSettings>): Promise<CallbackTry[]>;
	/** Posts an event of Zalo, signed: one of the documented forms, or a string byte for byte. */
	zaloEvent(event: ZaloEvent | string, options?: PostOptions): Promise<CallbackTry[]>;
	/** Texts a short code: calls its URL as eSMS does; every try holds what was answered. */
	textShortCode(text: ShortCodeText): Promise<CallbackTry[]>;
	/** Sends the messages that wait for their SendDate now. */
	releaseScheduled(): void;
	/** Lets the reports that are held back set out, each at a random moment within this time, and holds none any more. */
	releaseReports(withinMs: number): void;
	/** Resolves when all callbacks and webhooks that are due are through. */
	whenIdle(): Promise<void>;
	close(): Promise<void>;
}

/** Starts the simulator. Rejects with a clear message when it cannot listen. */
export async function startSimulator(
	settings: DeepPartial<SimulatorSettings> = {},
	{ port = 0, host = '127.0.0.1', clock = Date.now }: ListenOptions = {},
): Promise<Simulator> {
	const world = new World(settings, clock);
	const server = createSimulatorServer(world);
	await listen(server, port, host);
	const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
	return {
		url,
		esmsUrl: `${url}/esms`,
		caresoftUrl: `${url}/caresoft`,
		zaloUrl: url,
		zalo: zaloRemote(world),
		get settings() {
			return world.settings;
		},
		get balance() {
			return world.account.balance;
		},
		messages: () => world.journal.all(),
		requests: () => world.requests.all(),
		callbacks: () => world.callbacks.all(),
		otpCodes: () => world.account.otpCodes.all(),
		configure: (patch) => world.configure(patch),
		reset: () => world.reset(),
		deliverWebhook: async (event, patch = {}) =>
			await postWebhook(world, event, { ...world.settings.caresoft.webhook, ...patch }),
		zaloEvent: async (event, options) => await sendEvent(world, event, options),
		textShortCode: async (text) => await textShortCode(world, text),
		releaseScheduled: () => {
			for (const release of [...world.account.scheduled.values()]) release();
		},
		releaseReports: (withinMs) => {
			world.configure({ esms: { callback: { held: false } } });
			for (const release of world.account.heldReports) void world.tasks.after(Math.random() * withinMs, async () => release());
			world.account.heldReports.clear();
		},
		whenIdle: async () => await world.tasks.idle(),
		close: async () => {
			world.tasks.cancelAll();
			world.feed.close();
			await closeServer(server);
			await world.outbound.close();
		},
	};
}

async function listen(server: Server, port: number, host: string): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			const why = error.code === 'EADDRINUSE' ? 'the port is already in use' : error.message;
			reject(new Error(`The simulator cannot listen on ${host}:${port}: ${why}`, { cause: error }));
		});
		server.listen(port, host, resolve);
	});
}

async function closeServer(server: Server): Promise<void> {
	await new Promise<void>((resolve) => {
		server.close(() => resolve());
		// Keep-alive sockets, open event streams and recipients that never get an answer would hold it forever.
		server.closeAllConnections();
	});
}
