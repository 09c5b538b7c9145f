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

/** The options of a call that documents none of the optional fields. */
export const NO_OPTIONS: SendOptions = {
	requestId: '', campaign: '', callbackUrl: '', sandbox: false, sendAt: undefined, sendingMode: '',
};

/** What a call has in another form: Viber's name for the sandbox, the date of a voice call. */
export interface OptionForms {
	sandboxName?: 'Sandbox' | 'IsSandBox';
	parseDate?: typeof parseLocalTime;
}

/** Reads the optional fields, or returns the code they are refused with. */
export function readSendOptions(
	body: Body,
	settings: EsmsSettings,
	{ sandboxName = 'Sandbox', parseDate = parseLocalTime }: OptionForms = {},
): SendOptions | { code: string } {
	const sendDate = text(body, 'SendDate');
	const sendAt = sendDate === '' ? undefined : parseDate(sendDate, settings.sendDateOffsetHours);
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
