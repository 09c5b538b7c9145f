import { withoutSecrets } from '../domain/withoutSecrets';
import type { Transport } from '../providers/transport';

/**
 * Takes the keys of the account out of every answer. eSMS wants them in the body, the query or the path
 * (esms.md 1.2), and an error page or a proxy may repeat the request: items and execution records must not hold them.
 *
 * @param keys as the credential holds them; more may be added while calls are made
 */
export function withoutKeys(transport: Transport, keys: readonly string[]): Transport {
	return async (request) => {
		const answer = await transport(request);
		return { ...answer, body: withoutSecrets(answer.body, keys) };
	};
}
