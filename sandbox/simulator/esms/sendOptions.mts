import type { EsmsSettings } from '../settings.mjs';
import { looseText, text, type Body } from './body.mjs';

/** The optional fields every send call shares (esms.md 1.6). */
export interface SendOptions {
	requestId: string;
	campaign: string;
	callbackUrl: string;
	sandbox: boolean;
	/** Epoch ms of a SendDate. */
	sendAt: number | undefined;
	sendingMode: string;
}

const REQUEST_ID_MAX = 50;
const CAMPAIGN_MAX = 254;
const HOUR = 3_600_000;

/** Reads the optional fields, or returns the code they are refused with. */
export function readSendOptions(body: Body, settings: EsmsSettings): SendOptions | { code: string } {
	const sendDate = text(body, 'SendDate');
	const sendAt = sendDate === '' ? undefined : parseSendDate(sendDate, settings.sendDateOffsetHours);
	const campaign = text(body, 'campaignid');
	let requestId = text(body, 'RequestId');
	const invalid = { code: settings.invalidFieldCode };
	if (sendDate !== '' && sendAt === undefined) return invalid;
	if (Array.from(campaign).length > CAMPAIGN_MAX) return invalid;
	if (requestId.length > REQUEST_ID_MAX) {
		if (settings.overlongRequestId === 'refuse') return invalid;
		if (settings.overlongRequestId === 'truncate') requestId = requestId.slice(0, REQUEST_ID_MAX);
	}
	return {
		requestId,
		campaign,
		callbackUrl: text(body, 'CallbackUrl'),
		sandbox: looseText(body, 'Sandbox') === '1',
		sendAt,
		sendingMode: text(body, 'SendingMode'),
	};
}

/** `2025-12-31 08:30:00` (esms.md 1.6) as epoch ms, undefined for any other form or an impossible date. */
export function parseSendDate(sendDate: string, offsetHours: number): number | undefined {
	const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(sendDate);
	if (!match) return undefined;
	const asUtc = `${match[1] ?? ''}T${match[2] ?? ''}.000Z`;
	const time = Date.parse(asUtc);
	// Date.parse rolls 31 April over into May; the round trip shows it.
	if (Number.isNaN(time) || new Date(time).toISOString() !== asUtc) return undefined;
	return time - offsetHours * HOUR;
}
