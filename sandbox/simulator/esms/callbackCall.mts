import type { CallbackSettings } from '../callbackSettings.mjs';
import type { OutboundCall } from '../outbound.mjs';
import { callbackQuery, type Parameter } from './callbackQuery.mjs';
import { joinCallbackUrl } from './joinCallbackUrl.mjs';

/** What is a number in other answers of eSMS: in GetCallback (esms.md 10.7), and in the status of a call (9). */
const NUMBERS = new Set([
	'SendFailed', 'SendStatus', 'SendSuccess', 'TotalPrice', 'TotalReceiver', 'TotalSent', 'TypeId', 'telcoid',
	'CallDuration', 'Price', 'SentResult',
]);

/** The call that brings parameters to a CallbackUrl: in its query as documented, or in a body as the settings say. */
export function callbackCall(
	callbackUrl: string,
	parameters: readonly Parameter[],
	{ join, method }: Pick<CallbackSettings, 'join' | 'method'>,
): Pick<OutboundCall, 'method' | 'url' | 'headers' | 'body'> {
	if (method === 'GET') return { method, url: joinCallbackUrl(callbackUrl, callbackQuery(parameters), join) };
	const members = parameters.map(([name, value]) => [name, method === 'POST numbers' ? asNumber(name, value) : value]);
	return {
		method: 'POST',
		url: callbackUrl,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(Object.fromEntries(members)),
	};
}

/** A counter that is empty stays so. */
function asNumber(name: string, value: string): string | number {
	return NUMBERS.has(name) && value !== '' ? Number(value) : value;
}
