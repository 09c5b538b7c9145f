import type { PhoneForm } from '../phones.mjs';
import type { ZaloFault } from './faults.mjs';
import { defaultListSettings, type ZaloListSettings } from './listSettings.mjs';
import { defaultSendSettings, type ZaloSendSettings } from './sendSettings.mjs';
import { defaultTokenSettings, type ZaloTokenSettings } from './tokenSettings.mjs';
import { defaultWebhookSettings, type ZaloWebhookSettings } from './webhookSettings.mjs';

/** How answers are written (zalo.md 1.3). */
export interface ZaloAnswerSettings {
	/** HTTP status of an application error: 200 as far as is known. */
	errorStatus: number;
	/** `data` of an error: all three were seen. */
	errorData: 'absent' | 'null' | 'empty';
	/** `error` is a number in every sample; a numeric string is to be borne. */
	error: 'number' | 'string';
	/** OA host: -216 or -220 for a dead token, and their texts contradict each other (zalo.md 9.3). */
	openapiTokenCode: number;
	/** `sending_mode` of a receipt: a live answer had null. */
	sendingMode: 'told' | 'null';
	/** `quota` of a receipt: a live answer had "0". */
	quota: 'told' | 'zero';
	/** What the endpoints that were ended on 2026-03-01 answer: not documented (zalo.md 0.1). */
	deadEndpointCode: number;
}

/** What an OA may send (zalo.md 5). Time zone and hour of the reset are not stated. */
export interface ZaloLimitSettings {
	/** Messages by phone a day; beyond it -144. */
	oaDaily: number;
	/** Messages a day of one template, 0 for no limit; beyond it -147. */
	templateDaily: number;
	/** `remain` of the quota that an answer by user ID names (zalo.md 7). */
	uidRemaining: number;
	/** Calls a minute to the OA host; beyond it -32 (zalo.md 1.5). */
	perMinute: number;
	/** HTTP status of -32: not documented, 200 expected. */
	perMinuteStatus: number;
	/** Templates that are not sent from 22:00 to 06:00 (-133): those flagged, all, or none, for the rule may be gone. */
	night: 'flagged' | 'all' | 'never';
	/** An OTP at night where all templates rest: neither exempted nor forbidden in writing. */
	nightOtp: 'exempt' | 'refused';
	/** Promotion by user ID at night (-234): documented for the promotion message that it replaced. */
	nightUidPromotion: 'refused' | 'sent';
	/** Hours between UTC and the day that all this goes by. */
	dayOffsetHours: number;
}

/** When and what comes of a message. */
export interface ZaloDeliverySettings {
	/** Time between acceptance and arrival on the phone. */
	delayMs: number;
	/** A message that arrives later than the `timeout` of its template: not documented (zalo.md 3.4). */
	afterTimeout: 'dropped' | 'delivered';
	/** `/message/status` says -1 for this long after a send, 0 for no time. */
	statusMissingMs: number;
	/** `/message/status` says 0 for this long after the delivery. */
	statusLagMs: number;
	/** How long a message stays queryable: not documented. */
	statusWindowMs: number;
	/** A message ID that nobody knows: status -1, or -107 as an error. */
	statusUnknown: '-1' | '-107';
	/** `message` and `delivery_time` of the states 0 and -1: not documented. */
	statusFields: 'told' | 'empty' | 'absent';
	/** Whether `/message/status` knows messages by user ID: not documented. */
	statusOfUid: 'unknown' | 'known';
}

/** A customer's app and Zalo Official Account. What zalo.md leaves open or contradicts is a switch; of two readings the start takes the stricter one. */
export interface ZaloSettings {
	appId: string;
	appSecret: string;
	oaId: string;
	oaName: string;
	/** `appsecret_proof`: 'ifGiven' refuses a wrong one; whether ZNS looks at it at all is not documented. */
	proof: 'ignored' | 'ifGiven' | 'required';
	/** MIRROR documents 84… and +84… only (zalo.md 3.1). */
	phoneForms: PhoneForm[];
	tokens: ZaloTokenSettings;
	answers: ZaloAnswerSettings;
	send: ZaloSendSettings;
	limits: ZaloLimitSettings;
	delivery: ZaloDeliverySettings;
	lists: ZaloListSettings;
	webhook: ZaloWebhookSettings;
	/** What goes wrong with the next calls, the first that fits counts; replaced as a whole. */
	faults: ZaloFault[];
}

const DAY = 24 * 3_600_000;

export function defaultZaloSettings(): ZaloSettings {
	return {
		appId: '2074138120372622546',
		appSecret: 'SIMULATOR-APP-SECRET',
		oaId: '2893352839501541173',
		oaName: 'Simshop',
		proof: 'ifGiven',
		phoneForms: ['84', '+84'],
		tokens: defaultTokenSettings(),
		answers: {
			errorStatus: 200,
			errorData: 'absent',
			error: 'number',
			openapiTokenCode: -216,
			sendingMode: 'told',
			quota: 'told',
			deadEndpointCode: -240,
		},
		send: defaultSendSettings(),
		limits: {
			oaDaily: 500_000,
			templateDaily: 0,
			uidRemaining: 4_821,
			perMinute: 4_000,
			perMinuteStatus: 200,
			night: 'flagged',
			nightOtp: 'exempt',
			nightUidPromotion: 'refused',
			dayOffsetHours: 7,
		},
		delivery: {
			delayMs: 20,
			afterTimeout: 'dropped',
			statusMissingMs: 0,
			statusLagMs: 0,
			statusWindowMs: 7 * DAY,
			statusUnknown: '-1',
			statusFields: 'told',
			statusOfUid: 'unknown',
		},
		lists: defaultListSettings(),
		webhook: defaultWebhookSettings(),
		faults: [],
	};
}
