import type { EsmsSettings } from '../settings.mjs';
import { looseText, text, type Body } from './body.mjs';
import { parseLocalTime } from './localTime.mjs';

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

/** Reads the optional fields, or returns the code they are refused with; Viber has its own name for the sandbox. */
export function readSendOptions(
	body: Body,
	settings: EsmsSettings,
	sandboxName: 'Sandbox' | 'IsSandBox' = 'Sandbox',
): SendOptions | { code: string } {
	const sendDate = text(body, 'SendDate');
	const sendAt = sendDate === '' ? undefined : parseLocalTime(sendDate, settings.sendDateOffsetHours);
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
		sandbox: looseText(body, sandboxName) === '1',
		sendAt,
		sendingMode: text(body, 'SendingMode'),
	};
}
