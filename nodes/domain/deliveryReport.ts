import { createHash } from 'crypto';
import type { Failure } from './failure';
import { isOfFirstLeg, secondLegIsUnderWay, withSecondLeg } from './secondLeg';
import type { Channel, Recipient } from './sendReceipt';

/** `pending`: on its way; `unknown`: could not be told. Another report may follow both. */
export type Outcome = 'delivered' | 'failed' | 'rejected' | 'pending' | 'unknown';

/** What became of a message. IDs are text; times are ISO 8601. */
export interface DeliveryReport {
	/** The same for every repeat of the same event. */
	eventId: string;
	provider: string;
	channel: Channel;
	/** Null where the provider gives none. */
	messageId: string | null;
	/** The ticket that holds the message, where the provider works with tickets. */
	ticketId?: string;
	requestId: string | null;
	/** Null where the provider does not say, as for advertising SMS. */
	recipient: Recipient | null;
	outcome: Outcome;
	/** Why the outcome is unknown although the provider has said all that it will, in a sentence. */
	unknownBecause?: string;
	/** Whether this is the last word on the message. */
	final: boolean;
	/** Null unless the outcome is failed or rejected. */
	failure: Failure | null;
	zaloMessageId: string | null;
	oaId: string | null;
	templateId: string | null;
	price: { amount: number; currency: 'VND' } | null;
	deliveredAt: string | null;
	receivedAt: string;
	/** What the provider sent, untouched but for the callback URL, which is a secret of ours. */
	raw: unknown;
}

/** @returns whether no other report on the message is to be expected; an outcome that could not be told may still become clear */
export function isFinal(outcome: Outcome): boolean {
	return outcome === 'delivered' || outcome === 'failed' || outcome === 'rejected';
}

/** @returns whether nothing more can be learnt of a message: how it ended, and where it failed why */
export function isExplained({ final, outcome, failure }: DeliveryReport): boolean {
	return final && (outcome !== 'failed' || failure?.code != null);
}

/**
 * @param before what was told before
 * @param told what another call tells of the same message
 * @returns the stronger of both, with what only the other one says
 */
export function joinReports(before: DeliveryReport | undefined, told: DeliveryReport): DeliveryReport {
	if (!before) return told;
	const [strong, weak] = strengthOf(told) > strengthOf(before) ? [told, before] : [before, told];
	const said = Object.entries(strong).filter(([name, value]) => value !== null && value !== undefined && !(name === 'channel' && value === 'unknown'));
	const deliveredAt = strong.deliveredAt ?? (weak.outcome === strong.outcome ? weak.deliveredAt : null);
	const known = { ...weak };
	delete known.unknownBecause;
	const joined = { ...known, ...Object.fromEntries(said), failure: strong.failure, deliveredAt };
	// The call that knows the reason does not know that an SMS stands behind the message (esms.md 10.5).
	const isFirstLeg = joined.channel !== 'sms' && (isOfFirstLeg(weak.failure) || secondLegIsUnderWay(joined));
	return joined.failure && isFirstLeg ? { ...joined, failure: withSecondLeg(joined.failure) } : joined;
}

/** An end before what is on its way, and one with its reason before one without. */
function strengthOf(report: DeliveryReport): number {
	return report.final ? (isExplained(report) ? 3 : 2) : report.outcome === 'pending' ? 1 : 0;
}

/** @returns a stable ID of an event, made from all that tells it from other events */
export function eventIdOf(...parts: string[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
