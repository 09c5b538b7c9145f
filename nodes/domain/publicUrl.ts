/** Names that no server on the internet has: a single word, and those that are reserved for networks of one's own (RFC 6761, 6762, 8375). */
const PRIVATE_NAME = /^(?:[^.]+|.*\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|home\.arpa|test|invalid|onion))$/i;

/** IPv4: this machine, networks of one's own, those behind a provider or a VPN (100.64 to 100.127), link-local, groups, and what is reserved. */
const PRIVATE_IPV4 = /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|22[4-9]|2[34]\d|25[0-5])\./;

/** What the internet uses of IPv6 (RFC 4291, 2.4). Beyond it are loopback, link-local (fe80), unique local (fc00, fd00) and groups. */
const PUBLIC_IPV6 = /^\[[23][\da-f]{3}:/;

/** An IPv4 address as one of IPv6, in the form of `URL`. */
const MAPPED_IPV4 = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/;

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** No server takes a longer address, and the parser would sort a million marks for seconds. */
const LONGEST = 8192;

/** @returns the parts of an address, undefined where it is none */
export function parseUrl(text: string): URL | undefined {
	return text.length <= LONGEST && URL.canParse(text) ? new URL(text) : undefined;
}

/** @returns why nobody on the internet can call a URL; undefined where somebody may */
export function unreachableFault(url: string): string | undefined {
	// Parsed as a caller does: `127.1` is 127.0.0.1, and what stands before an @ is no host.
	const { protocol, hostname } = parseUrl(url) ?? { protocol: '', hostname: '' };
	if (!/^https?:$/.test(protocol)) return 'it is not a URL';
	const host = hostname.replace(/\.$/, '');
	return isPrivate(host) ? `${host} cannot be reached from the internet` : undefined;
}

/**
 * Tells whether a provider on the internet can call a URL. eSMS asks for https since February 2026 (esms.md 12.1).
 *
 * @returns what is wrong with the URL, undefined where nothing is
 */
export function publicUrlFault(url: string): string | undefined {
	return unreachableFault(url) ?? (isHttps(url) ? undefined : 'it does not start with https://');
}

/** @returns whether what is sent to the URL is encrypted */
export function isHttps(url: string): boolean {
	return /^https:/i.test(url);
}

/** @returns the URL as a message may show it: a password has no place in one */
export function withoutPassword(url: string): string {
	const parsed = parseUrl(url);
	const [from, to] = [url.indexOf('//'), url.lastIndexOf('@')];
	// An @ further behind is no sign of one.
	if (from < 0 || to < from || (parsed && parsed.username + parsed.password === '')) return url;
	return `${url.slice(0, from)}//***${url.slice(to)}`;
}

function isPrivate(host: string): boolean {
	if (!host.startsWith('[')) return IPV4.test(host) ? PRIVATE_IPV4.test(host) : PRIVATE_NAME.test(host);
	const [, high, low] = MAPPED_IPV4.exec(host) ?? [];
	if (high === undefined || low === undefined) return !PUBLIC_IPV6.test(host);
	const [first, second] = [parseInt(high, 16), parseInt(low, 16)];
	return PRIVATE_IPV4.test([first >> 8, first & 255, second >> 8, second & 255].join('.'));
}
