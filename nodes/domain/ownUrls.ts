/** A URL of n8n that starts or resumes a run: who knows it can do that, too. Its slashes may be escaped or encoded. */
const OWN_PATH = /(?:\/|%2F)(?:webhook|form)(?:-test|-waiting)?(?:\\?\/|%2F)/i;

/** What stands between the spaces, quotes and brackets of a text. */
const PIECE = /[^\s"'<>]+/g;

/** No answer nests deeper, and what does would overflow the stack. */
const DEEPEST = 100;

/** How providers name the URL that a message was sent with, in lower case. */
const URL_NAME = 'callbackurl';

/**
 * Cuts the URLs that a message was sent with out of what a provider hands back: they hold the token of a waiting run
 * or the address of a trigger.
 *
 * @param raw what the provider sent; it is left as it is
 * @returns the same, with no more of such a URL than its host
 */
export function withoutCallbackUrls(raw: unknown, depth = 0): unknown {
	if (typeof raw === 'string') return withoutOwnUrls(raw);
	if (typeof raw !== 'object' || raw === null) return raw;
	if (depth > DEEPEST) return '…';
	const members = Object.entries(raw);
	const cut = members.map(([name, value]): [string, unknown] => [name, isCallbackUrl(name, value) ? originOf(value) : withoutCallbackUrls(value, depth + 1)]);
	// What holds nothing to cut stays the same object.
	if (cut.every(([, value], at) => Object.is(value, members[at]?.[1]))) return raw;
	return Array.isArray(raw) ? cut.map(([, value]) => value) : Object.fromEntries(cut);
}

/** @returns the text with no more than its host of every URL in it that starts or resumes a run */
export function withoutOwnUrls(text: string): string {
	return text.replace(PIECE, (piece) => (OWN_PATH.test(piece) ? originOf(piece) : piece));
}

function isCallbackUrl(name: string, value: unknown): value is string {
	return name.toLowerCase() === URL_NAME && typeof value === 'string' && value !== '';
}

function originOf(url: string): string {
	const start = /https?:\/\//i.exec(url)?.index;
	const candidate = start === undefined ? '' : url.slice(start);
	return URL.canParse(candidate) ? `${new URL(candidate).origin}/…` : '…';
}
