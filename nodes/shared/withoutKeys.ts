import { escapeXml } from '../domain/xml';
import type { Transport } from '../providers/transport';

/** Shorter ones cannot be told from ordinary words; no provider issues such. */
const SHORTEST_KEY = 6;
const MASK = '***';

/**
 * Takes the keys of the account out of every answer. eSMS wants them in the body, the query or the path
 * (esms.md 1.2), and an error page or a proxy may repeat the request: items and execution records must not hold them.
 *
 * @param keys as the credential holds them; more may be added while calls are made
 */
export function withoutKeys(transport: Transport, keys: readonly string[]): Transport {
	let known = 0;
	let spellings: string[] = [];
	return async (request) => {
		const answer = await transport(request);
		if (known !== keys.length) {
			known = keys.length;
			spellings = keys.map((key) => key.trim()).filter((key) => key.length >= SHORTEST_KEY).flatMap(spellingsOf);
		}
		return { ...answer, body: spellings.reduce((body, spelling) => body.replaceAll(spelling, MASK), answer.body) };
	};
}

/** @returns the key as it may stand in a URL, in JSON, in a page and plainly */
function spellingsOf(key: string): string[] {
	return [...new Set([key, encodeURIComponent(key), JSON.stringify(key).slice(1, -1), escapeXml(key)])];
}
