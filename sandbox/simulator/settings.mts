import { defaultAccountSettings, type AccountSettings } from './accountSettings.mjs';
import { defaultCallbackSettings, type CallbackSettings } from './callbackSettings.mjs';
import { defaultRecordSettings, type CaresoftRecordSettings } from './caresoft/recordSettings.mjs';
import { defaultMessageSettings, type MessageSettings } from './messageSettings.mjs';
import type { PhoneForm } from './phones.mjs';
import { defaultSendingSettings, type SendingSettings } from './sendingSettings.mjs';
import { defaultZaloSettings, type ZaloSettings } from './zaloOa/settings.mjs';

/** Retry of a callback or webhook. */
export interface RetrySettings {
	/** Calls in all, the first one included (whether eSMS counts the first is not documented). */
	times: number;
	intervalMs: number;
	timeoutMs: number;
	/** Waits before each repeat, where they are not all `intervalMs`. */
	ladderMs?: readonly number[];
	/** 'timeout': again only when no answer came at all; 'non200': also after another status. */
	retryOn: 'timeout' | 'non200';
}

export interface EsmsSettings extends MessageSettings, AccountSettings, SendingSettings {
	apiKey: string;
	secretKey: string;
	userId: number;
	/** Balance at the start, VND. */
	balance: number;
	znsPrice: number;
	smsPrice: number;
	/** Forms of a phone number that are taken (esms.md 1.7: not documented). */
	phoneForms: PhoneForm[];
	/** 'exact': the path must end as documented; what eSMS does otherwise is open. */
	trailingSlash: 'exact' | 'either';
	/** Both codes fit an OA that is not the account's. */
	unknownOaCode: '204' | '799';
	/** A template that is not ENABLE: refused at once, or accepted and then refused by Zalo with -131. */
	templateNotEnabled: 'zalo' | '789' | '790';
	/** Values in TempData that are not strings: not documented. */
	tempDataNonString: 'refuse' | 'accept';
	/** Keys in TempData that the template does not have: not documented. */
	tempDataExtraKeys: 'ignore' | 'refuse';
	/** Code for a malformed SendDate or an overlong campaignid or RequestId; 110 is documented for bulk only. */
	invalidFieldCode: string;
	/** RequestId over 50 characters: not documented. */
	overlongRequestId: 'refuse' | 'truncate' | 'accept';
	requestIdWindowMs: number;
	/** Not documented whether a RequestId is remembered per account or per endpoint. */
	requestIdScope: 'account' | 'endpoint';
	/** Not documented whether a refused request uses up its RequestId. */
	failedRequestBlocks: boolean;
	/** Not documented what a sandbox request answers. */
	sandboxAnswer: 'withSmsid' | 'withoutSmsid';
	/** Not documented whether a sandbox request uses up its RequestId. */
	sandboxConsumesRequestId: boolean;
	/** OAs that may use SendingMode 3; every other one gets 802. */
	exceedQuotaOas: string[];
	/** Time zone of SendDate, From, To and the time in error_info (not documented; Vietnam is the natural reading). */
	sendDateOffsetHours: number;
	/** HTTP status of `{"error": "Invalid request"}`: not documented. */
	invalidRequestStatus: number;
	/** Status calls answer 105 (or 854) for this long after a send; how long they lag behind the outcome is `retrieval.finalLagMs`. */
	statusLagMs: number;
	/** Status calls know a message for this long (documented: 7 days). */
	statusWindowMs: number;
	/** Not documented whether GetSendStatus and GetSmsReceiverStatus_get cover messages through Zalo. */
	sendStatusCoversZns: boolean;
	/** Add the text that follows the JSON in the ErrorInfo sample of GetCallback. */
	storedCallbackGarbage: boolean;
	/** `Error` of GetZnsTemplateInfo for a wrong key and for an unknown template: not documented. */
	templateInfoErrors: { authorize: number; unknown: number };
	callback: CallbackSettings;
}

/** The CareSoft webhook (caresoft.md 10). */
export interface WebhookSettings {
	/** Where to post; empty: nobody registered a webhook. */
	url: string;
	secret: string;
	/** The page says upper case; an older copy does not mention the case; without a secret the header is assumed absent. */
	signature: 'uppercase' | 'lowercase' | 'none';
	/** Time between acceptance and the event with the outcome. */
	delayMs: number;
	repeat: number;
	order: 'asSent' | 'reversed';
	/** Not documented whether a failed ZNS produces an event. */
	failureEvents: boolean;
	/** Where in the body the invented delivery object goes (see caresoft/inventedDelivery.mts). */
	deliveryPath: string[];
	retry: RetrySettings;
}

export interface CaresoftSettings extends CaresoftRecordSettings {
	domain: string;
	token: string;
	/** Not documented whether the domain is case sensitive. */
	domainCaseSensitive: boolean;
	/** 'page': status/ticketId string; 'live': code/ticket_id number (caresoft.md 7.1). */
	znsDialect: 'page' | 'live';
	/** HTTP status of a refused send: not documented. */
	errorStatus: number;
	/** template_id and ticket_id are Int; whether a numeric string passes is not documented. */
	stringIds: 'refuse' | 'accept';
	/** A ticket_id the simulator did not give out. */
	unknownTicket: 'accept' | 'refuse';
	limits: {
		perSecond: number;
		perHour: number;
		/** More 429 answers in a row than this lock the tenant out. */
		lockoutAfter: number;
		lockoutMs: number;
		/** 'documented': the unquoted keys of the page, which are not JSON. */
		body429: 'json' | 'documented';
		/** Not documented; a stock Laravel throttle sends it. */
		retryAfterHeader: boolean;
	};
	webhook: WebhookSettings;
}

export interface SimulatorSettings {
	esms: EsmsSettings;
	caresoft: CaresoftSettings;
	zalo: ZaloSettings;
	recipients: {
		/** Delay of the report of the late recipient 0904000003. */
		lateMs: number;
	};
	/** How long every answer takes at least, beside what a recipient's script adds. */
	latencyMs: number;
	/** Oldest entries are dropped beyond these counts. */
	keep: { messages: number; requests: number; callbacks: number };
}

export type DeepPartial<T> = T extends readonly unknown[]
	? T
	: T extends object
		? { [K in keyof T]?: DeepPartial<T[K]> }
		: T;

const HOUR = 3_600_000;

/** Settings of a fast, well-behaved provider. */
export function defaultSettings(): SimulatorSettings {
	return {
		esms: {
			apiKey: 'SIMULATOR-API-KEY',
			secretKey: 'SIMULATOR-SECRET-KEY',
			userId: 9999,
			balance: 100_000_000,
			znsPrice: 330,
			smsPrice: 850,
			phoneForms: ['0', '84'],
			trailingSlash: 'exact',
			unknownOaCode: '799',
			templateNotEnabled: 'zalo',
			tempDataNonString: 'refuse',
			tempDataExtraKeys: 'ignore',
			invalidFieldCode: '110',
			overlongRequestId: 'refuse',
			requestIdWindowMs: 24 * HOUR,
			requestIdScope: 'account',
			failedRequestBlocks: false,
			sandboxAnswer: 'withSmsid',
			sandboxConsumesRequestId: false,
			exceedQuotaOas: [],
			sendDateOffsetHours: 7,
			invalidRequestStatus: 200,
			statusLagMs: 0,
			statusWindowMs: 7 * 24 * HOUR,
			sendStatusCoversZns: true,
			storedCallbackGarbage: false,
			templateInfoErrors: { authorize: 101, unknown: 789 },
			...defaultMessageSettings(),
			...defaultAccountSettings(),
			...defaultSendingSettings(),
			callback: defaultCallbackSettings(),
		},
		caresoft: {
			domain: 'simshop',
			token: 'SIMULATOR-API-TOKEN',
			domainCaseSensitive: true,
			znsDialect: 'page',
			errorStatus: 400,
			stringIds: 'refuse',
			unknownTicket: 'accept',
			...defaultRecordSettings(),
			limits: {
				perSecond: 15,
				perHour: 54_000,
				lockoutAfter: 20,
				lockoutMs: 15 * 60_000,
				body429: 'json',
				retryAfterHeader: false,
			},
			webhook: {
				url: '',
				secret: 'SIMULATOR-WEBHOOK-SECRET',
				signature: 'uppercase',
				delayMs: 20,
				repeat: 1,
				order: 'asSent',
				failureEvents: true,
				deliveryPath: ['ticket', 'ticket_comment', 'zns_delivery'],
				retry: { times: 1, intervalMs: 50, timeoutMs: 2_000, retryOn: 'timeout' },
			},
		},
		zalo: defaultZaloSettings(),
		recipients: { lateMs: 1_000 },
		latencyMs: 0,
		keep: { messages: 50_000, requests: 20_000, callbacks: 50_000 },
	};
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays `patch` over `target` in place; arrays are replaced, unknown names and other types are refused. */
export function mergeSettings(target: object, patch: object, at = 'settings'): void {
	const into = target as Record<string, unknown>;
	for (const [name, value] of Object.entries(patch)) {
		if (value === undefined) continue;
		if (!Object.hasOwn(into, name)) throw new Error(`There is no setting ${at}.${name}`);
		const current = into[name];
		if (isPlainObject(current)) {
			if (!isPlainObject(value)) throw new Error(`The setting ${at}.${name} is a group`);
			mergeSettings(current, value, `${at}.${name}`);
		} else if (typeof current !== typeof value || Array.isArray(current) !== Array.isArray(value)) {
			throw new Error(`The setting ${at}.${name} must be of the same type as ${JSON.stringify(current)}`);
		} else {
			into[name] = Array.isArray(value) ? [...(value as unknown[])] : value;
		}
	}
}

/** The settings with every credential masked, for the page and the control interface. */
export function maskedSettings(settings: SimulatorSettings): SimulatorSettings {
	const copy = structuredClone(settings);
	copy.esms.apiKey = '***';
	copy.esms.secretKey = '***';
	copy.esms.shortCode.privateKey = '***';
	copy.caresoft.token = '***';
	copy.caresoft.webhook.secret = '***';
	copy.zalo.appSecret = '***';
	copy.zalo.tokens.accessToken = '***';
	copy.zalo.tokens.refreshToken = '***';
	copy.zalo.tokens.codeVerifier = '***';
	copy.zalo.webhook.oaSecretKey = '***';
	return copy;
}
