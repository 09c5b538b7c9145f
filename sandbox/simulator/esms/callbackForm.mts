import { telcoId } from '../phones.mjs';
import type { Message } from '../records.mjs';
import type { CallbackSettings } from '../settings.mjs';

/** Percent-encodes as the samples do: braces stay as they are, the apostrophe does not (esms.md 12.2). */
function encode(value: string): string {
	return encodeURIComponent(value).replaceAll('%7B', '{').replaceAll('%7D', '}').replaceAll("'", '%27');
}

/** The query of the delivery callback of a message at a state, in the order of the samples (esms.md 12.2, 12.3). */
export function callbackQuery(message: Message, sendStatus: number, settings: CallbackSettings): string {
	const final = sendStatus === 5;
	const failed = final && message.state === 'failed';
	const common: Array<[string, string]> = [
		['SMSID', message.id],
		['SendFailed', failed ? '1' : '0'],
		['SendStatus', String(sendStatus)],
		['SendSuccess', final && !failed ? '1' : '0'],
		['TotalPrice', (final ? message.price : 0).toFixed(4)],
		['TotalReceiver', '1'],
		['TotalSent', String(totalSent(message, final))],
		['RequestId', settings.requestId === 'echo' ? (message.requestId ?? '') : ''],
		['TypeId', String(message.typeId ?? '')],
		['telcoid', String(telcoId(message.phone))],
		['phonenumber', message.phone],
	];
	const own: Array<[string, string]> =
		message.channel === 'sms'
			? [['switchsmsid', '']]
			: [
					['partnerids', final ? (message.zaloMessageId ?? '') : ''],
					['error_info', final ? errorInfo(message, settings) : ''],
					['oaid', message.oaId ?? ''],
					['tempid', message.templateId ?? ''],
				];
	return [...common, ...own].map(([name, value]) => `${name}=${encode(value)}`).join('&');
}

/** The samples count a failed SMS as sent and a failed ZNS as not sent. */
function totalSent(message: Message, final: boolean): number {
	if (!final) return 0;
	return message.channel === 'zns' && message.state === 'failed' ? 0 : 1;
}

/** Zalo's answer: a failed ZNS by phone carries a JSON string literal that contains JSON (esms.md 12.4). */
export function errorInfo(message: Message, settings: CallbackSettings): string {
	if (message.failure) {
		return JSON.stringify(JSON.stringify({ error: message.failure.code, message: message.failure.message }));
	}
	// The content is that of the delivered sample by UID; by phone there is none.
	const delivered = JSON.stringify({
		error: 0,
		message: 'Success',
		data: {
			delivery_time: settings.deliveryTime === 'null' ? null : String(message.events.at(-1)?.at ?? ''),
			message: "The message was delivered to the user's phone",
			status: 1,
		},
	});
	return settings.deliveredErrorInfo === 'literal' ? JSON.stringify(delivered) : delivered;
}

/** Appends the query to a CallbackUrl; what eSMS does with a URL that has a query already is open (esms.md 1.6). */
export function joinCallbackUrl(callbackUrl: string, query: string, join: CallbackSettings['join']): string {
	const [base = ''] = callbackUrl.split('#');
	switch (join) {
		case 'ampersand':
			return `${base}${base.includes('?') ? '&' : '?'}${query}`;
		case 'dropQuery':
			return `${base.split('?')[0] ?? ''}?${query}`;
		default:
			return `${base}?${query}`;
	}
}
