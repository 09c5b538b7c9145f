import type { CallbackSettings } from '../callbackSettings.mjs';

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
