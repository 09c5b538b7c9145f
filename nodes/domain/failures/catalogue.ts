import { FAILURE_CLASSES, failureOf, type Failure, type FailureRow } from '../failure';
import { maskNumbers } from '../mask';
import { cut } from '../text';
import { ESMS_CODES } from './esmsCodes';
import { OFFICIAL_ACCOUNT_CODES, ZNS_CODES } from './zaloCodes';
import { DIRECT_ADVICE, DIRECT_CLASS_ADVICE } from './zaloDirect';

/** Characters that are shown of what a provider wrote beside a code that nobody knows. */
const LONGEST_TEXT = 200;

/** `1001` is eSMS's own addition: the user was not online within the allowed time (esms.md 10.5). */
const NOT_ONLINE: Failure = failureOf('1001', 'The recipient was not online within the allowed time', 'unreachable');

const esms = index(ESMS_CODES);
const zns = index(ZNS_CODES).set(NOT_ONLINE.code as string, NOT_ONLINE);
const officialAccount = index(OFFICIAL_ACCOUNT_CODES);

/** Every failure that is known by its code, by where the code comes from. */
export const CATALOGUE = {
	esms: [...esms.values()],
	zns: [...zns.values()],
	officialAccount: [...officialAccount.values()],
} as const;

/**
 * Explains a code of an eSMS answer (esms.md 14).
 *
 * @param code the code as text, e.g. `103`
 * @param text what eSMS wrote beside it; shown where the code is not in the table
 */
export function esmsFailure(code: string, text?: string): Failure {
	return esms.get(code) ?? unknownCode('eSMS', code, text);
}

/**
 * Explains a code of Zalo (zalo.md 9.2, 9.3). The same number can differ between Zalo's hosts (zalo.md 9.4).
 *
 * @param code the code as text, e.g. `-118`
 * @param text what Zalo wrote beside it; shown where the code is not in the table
 * @param host `zns` for template messages, `officialAccount` for messages by Zalo user ID
 */
export function zaloFailure(code: string, text?: string, host: 'zns' | 'officialAccount' = 'zns'): Failure {
	const [first, second] = host === 'zns' ? [zns, officialAccount] : [officialAccount, zns];
	return first.get(code) ?? second.get(code) ?? unknownCode('Zalo', code, text);
}

/** Explains a code that Zalo itself answered, to an application of the user's own: as zaloFailure, with advice for that. */
export function directZaloFailure(code: string, text?: string, host: 'zns' | 'officialAccount' = 'zns'): Failure {
	const failure = zaloFailure(code, text, host);
	const { action } = FAILURE_CLASSES[failure.class];
	const ofClass = failure.recommendedAction === action ? DIRECT_CLASS_ADVICE[failure.class] : undefined;
	return { ...failure, recommendedAction: DIRECT_ADVICE.get(code) ?? ofClass ?? failure.recommendedAction };
}

function unknownCode(who: string, code: string, text?: string): Failure {
	return failureOf(code, `${who} answered code ${code}${text ? `: ${maskNumbers(cut(text, LONGEST_TEXT))}` : ''}`, 'unknown');
}

function index(rows: readonly FailureRow[]): Map<string, Failure> {
	return new Map(rows.map(([code, ...rest]) => [code, failureOf(code, ...rest)]));
}
