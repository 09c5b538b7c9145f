/** Hosts that only the machine itself or its own network can reach; an IPv6 address is one without a dot. */
const PRIVATE_HOST =
	/^(?:localhost|.*\.(?:local|localhost|internal|lan)|(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+|0\.0\.0\.0|[^.]+)$/i;

/**
 * Tells whether a provider on the internet can call a URL. eSMS asks for https since February 2026 (esms.md 12.1).
 *
 * @returns what is wrong with the URL, undefined where nothing is
 */
export function publicUrlFault(url: string): string | undefined {
	// Parsed as a caller does: `127.1` is 127.0.0.1, and what stands before an @ is no host.
	const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
	if (!/^https?:$/.test(protocol)) return 'it is not a URL';
	const host = hostname.replace(/\.$/, '');
	if (PRIVATE_HOST.test(host)) return `${host} cannot be reached from the internet`;
	return protocol === 'https:' ? undefined : 'it does not start with https://';
}
