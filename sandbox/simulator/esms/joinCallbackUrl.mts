import type { CallbackSettings } from '../callbackSettings.mjs';

/**
 * Appends the query to a CallbackUrl as the samples show, `{url}?SMSID=…`;
 * what eSMS does with a URL that has a query already is open (esms.md 1.6).
 */
export function joinCallbackUrl(callbackUrl: string, query: string, join: CallbackSettings['join']): string {
	const [base = ''] = callbackUrl.split('#');
	const mark = base.indexOf('?');
	if (mark === -1) return `${base}?${query}`;
	const path = base.slice(0, mark);
	switch (join) {
		case 'question':
			return `${base}?${query}`;
		case 'ampersand':
			return `${base}&${query}`;
		case 'questionAmpersand':
			return `${base}?&${query}`;
		case 'encodedQuestion':
			return `${base}%3F${query}`;
		case 'encodedQuery':
			return `${base}${encodeURIComponent(`?${query}`)}`;
		case 'ownLast':
			return `${path}?${query}&${base.slice(mark + 1)}`;
		case 'dropQuery':
			return `${path}?${query}`;
	}
}
