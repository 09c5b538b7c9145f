import { refuse } from '../../../domain/checked';
import { parseUrl, unreachableFault, withoutPassword } from '../../../domain/publicUrl';
import { quote } from '../../../domain/text';
import { webUrlFault } from '../../../domain/zalo/rules';
import type { Kind } from './kind';
import { filledText } from './customerText';

/** An address of the web. */
export const webUrl: Kind<string> = (given, timezone) => {
	const read = filledText(given, timezone);
	const fault = read.ok ? webUrlFault(read.value) : undefined;
	return read.ok && fault !== undefined ? notAUrl(read.value, fault) : read;
};

/**
 * @param live whether a service on the internet calls it; what stands in for one may be in the same network
 * @returns a reader of addresses that are called from outside
 */
export function calledUrl(live: boolean): Kind<string> {
	return (given, timezone) => {
		const read = webUrl(given, timezone);
		if (!read.ok) return read;
		if (!parseUrl(read.value)) return notAUrl(read.value, 'is not a URL that can be read: check its host and its port');
		const fault = live ? unreachableFault(read.value) : undefined;
		if (fault === undefined) return read;
		return {
			...refuse(`is ${quote(withoutPassword(read.value))}, but ${fault}`),
			advice: 'Set N8N_WEBHOOK_URL of your n8n (WEBHOOK_URL in older versions) to its public https address, then copy the production URL of the trigger again.',
		};
	};
}

function notAUrl(text: string, fault: string): { ok: false; fault: string } {
	return refuse(`${quote(withoutPassword(text))} ${fault}`);
}
