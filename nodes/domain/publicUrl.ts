/** Hosts that only the machine itself or its own network can reach. */
const PRIVATE_HOST =
	/^(?:localhost|.*\.(?:local|localhost|internal|lan)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|0\.0\.0\.0|\[.*\]|[^.]+)$/i;

/**
 * Tells whether a provider on the internet can call a URL. eSMS asks for https since February 2026 (esms.md 12.1).
 *
 * @returns what is wrong with the URL, undefined where nothing is
 */
export function publicUrlFault(url: string): string | undefined {
	const [, protocol = '', host = ''] = /^(https?):\/\/(\[[^\]]*\]|[^/:?#]+)/i.exec(url) ?? [];
	if (host === '') return 'it is not a URL';
	if (PRIVATE_HOST.test(host)) return `${host} cannot be reached from the internet`;
	return protocol.toLowerCase() === 'https' ? undefined : 'it does not start with https://';
}
