import type { ZaloWebhookSettings } from './webhookSettings.mjs';

/** The same JSON in one of several spellings; what is signed are its bytes. */
export function writeBody(value: object, form: ZaloWebhookSettings['body']): string {
	if (form === 'spaced') return JSON.stringify(value, null, 1);
	const text = JSON.stringify(value);
	return form === 'compact' ? text : text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
