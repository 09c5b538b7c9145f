import type { Failure } from './failure';
import { parseUrl } from './publicUrl';
import type { Channel } from './sendReceipt';

/**
 * Stands before the request ID of a ZNS that the provider itself follows with an SMS (esms.md 4.1). The documented
 * parameters of its report do not tell it from a ZNS of its own (esms.md 12.3), and a second SMS would be paid for.
 */
export const FIRST_LEG = 'znssms';

/** Last part of the address of the trigger that takes delivery reports. */
export const REPORT_PATH = 'zns-delivery';

/** What the address carries, because the request ID is empty in every sample of a callback (esms.md 12.3). */
const MARK = { name: 'secondLeg', value: 'sms' } as const;

const TRIGGER_PATH = new RegExp(`/${REPORT_PATH}/?$`);
/** A provider may hand an address back encoded. */
const MARKED_URL = new RegExp(`(?:[?&;]|%(?:25)*(?:3F|26))${MARK.name}(?:=|%(?:25)*3D)${MARK.value}(?![\\w-])`, 'i');
const MARKED_ID = new RegExp(`^${FIRST_LEG}[-.]`);

/** What can show that a report is about the first of two legs. */
export interface LegSigns {
	/** Of the report: an SMS is the last leg itself. */
	channel?: Channel;
	requestId?: string | null;
	/** Query of the callback, as the web server decoded it. */
	query?: Record<string, unknown>;
	/** Where the provider says that it reported to (esms.md 10.7). */
	callbackUrl?: string | null;
}

/**
 * Marks the address to which the first leg of a message is reported. Only the trigger of this package gets the mark:
 * it reads a query however the provider joins its own to it, which is not documented (esms.md 1.6).
 *
 * @returns the URL with whatever query it had, and the mark behind it; any other address as it is
 */
export function markFirstLeg(url: string): string {
	if (!TRIGGER_PATH.test(parseUrl(url)?.pathname ?? '') || MARKED_URL.test(url)) return url;
	const [base = '', ...fragment] = url.split('#');
	return [`${base}${base.includes('?') ? '&' : '?'}${MARK.name}=${MARK.value}`, ...fragment].join('#');
}

/** @returns whether the provider itself sends an SMS where the message of a report did not arrive (esms.md 4.1) */
export function secondLegIsUnderWay({ channel, requestId, query = {}, callbackUrl }: LegSigns): boolean {
	if (channel === 'sms') return false;
	return MARKED_ID.test(requestId ?? '') || MARKED_URL.test(callbackUrl ?? '') || Object.entries(query).some(isMark);
}

/** `…?a=1&secondLeg=sms?SMSID=1`: a second `?` leaves the first parameter of the provider in the value of ours. */
function isMark([key, value]: [string, unknown]): boolean {
	const values: unknown[] = [value].flat();
	return values.some((one) => typeof one === 'string' && MARKED_URL.test(`?${key}=${one}`));
}

const SEND_NONE = 'Send no SMS: the provider sends the one that stands behind this message by itself.';

/** @returns the failure of a first leg: the provider sends the SMS, so nobody else shall */
export function withSecondLeg(failure: Failure): Failure {
	return { ...failure, recommendedAction: SEND_NONE, fallbackAdvised: false };
}

/** @returns whether a failure was told to be that of a first leg */
export function isOfFirstLeg(failure: Failure | null): boolean {
	return failure?.recommendedAction === SEND_NONE;
}
