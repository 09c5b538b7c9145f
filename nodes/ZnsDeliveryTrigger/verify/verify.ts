import get from 'lodash/get';
import type { IWebhookFunctions } from 'n8n-workflow';
import { eventIdOf, isExplained, type DeliveryReport } from '../../domain/deliveryReport';
import { requestKeyOf } from '../../domain/requestId';
import { secondLegIsUnderWay, withSecondLeg } from '../../domain/secondLeg';
import type { Provider } from '../../providers/provider';
import { follow } from '../../shared/delivery/follow';
import type { Told } from '../../shared/delivery/inquire';
import { failureIn } from '../../shared/errors';
import { nameOf } from '../../shared/webhooks/nameOf';
import type { Claimed, Received, TriggerReport } from '../received';
import { atDesk } from './desk';

/** Milliseconds before each time the provider is asked: its status can lag behind its callback (esms.md 1.11). */
const WAITS = [0, 700, 1_300, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000] as const;

const PATIENCE_MS = 15 * 60_000;

/** The editor listens for two minutes (n8n.md 3.5). */
const PATIENCE_OF_TEST_MS = 90_000;

/** How often an end that lacks its reason or its recipient is asked about before it is taken as it is. */
const MOST_ENDS = 3;
/** Whoever falls back needs the recipient: of a failed message of Zalo the stored callback, which has it, is waited for a minute. */
const MOST_FAILED_ENDS = 8;

/** What a callback may add where the provider does not say it; never what became of the message. */
const CLAIMABLE = ['channel', 'deliveredAt', 'oaId', 'price', 'recipient', 'requestId', 'requestKey', 'templateId', 'zaloMessageId'] as const;

/** What the user wants of it. */
export interface VerifyTerms {
	includeIntermediate: boolean;
	/** Where a report leaves that the provider cannot be asked about. */
	ifUnaskable: 'claimed' | 'other';
}

/**
 * Asks the provider about the message of a callback: anyone who knows the URL can call it (esms.md 12.1). It takes as long
 * as it takes, so the caller has to be answered meanwhile.
 *
 * @param claim what the callback says
 * @returns the report as the provider gives it, or the claim, marked as such, and why it is no more than that
 */
export async function verify<Client>(context: IWebhookFunctions, provider: Provider<Client>, claim: TriggerReport, terms: VerifyTerms): Promise<Received> {
	const { messageId } = claim;
	const { label } = provider;
	if (messageId === null) return unconfirmed(claim, 'The callback names no message', true);
	const until = Date.now() + (context.getMode() === 'manual' ? PATIENCE_OF_TEST_MS : PATIENCE_MS);
	const told = await atDesk(context, provider, async (desk): Promise<Told> => {
		const officialAccountIds = await desk.accountsFor(claim.oaId);
		return await follow(desk.ask, { messageId, claimedChannel: claim.channel, officialAccountIds }, { waits: WAITS, until, isEnough: enoughFor(claim) });
	});
	if (!told) return unconfirmed(claim, `Too many callbacks came at once to ask ${label} about this one`, true);
	const { report, error } = told;
	if (!report && error !== undefined) {
		context.logger.warn(`ZNS Delivery Trigger could not ask ${label}: ${nameOf(error)}`);
		return unconfirmed(claim, `${label} could not be asked: ${failureIn(error, provider).title}`, terms.ifUnaskable === 'other');
	}
	if (!report) return unconfirmed(claim, `${label} does not know this message`, true);
	// Whether both legs of a message may have one ID is not documented (esms.md 4.1); what is told of the first is none of the SMS.
	if (claim.channel === 'sms' && report.channel === 'zns' && report.failure !== null) return unconfirmed(claim, `${label} tells of the ZNS alone, which an SMS may have followed`, true);
	// It may be a lie, or true and ahead of the status calls.
	if (claim.outcome !== 'pending' && !report.final && report.unknownBecause === undefined) return unconfirmed(claim, `${label} does not say how it ended`, true);
	if (report.outcome === 'pending' && !terms.includeIntermediate) return { ignored: `${label} says that this message is on its way` };
	return { report: merged(claim, report) };
}

/** What is on its way is enough for a callback that says no more; an end is best with its reason and its recipient. */
function enoughFor(claim: TriggerReport): (report: DeliveryReport) => boolean {
	let ends = 0;
	return (report) => {
		if (!report.final) return claim.outcome === 'pending' || report.unknownBecause !== undefined;
		ends++;
		const isOfZalo = report.channel === 'zns' || report.channel === 'zalo';
		// Only a stored callback tells the Official Account: where it is there, nothing more will come.
		const isWhole = report.recipient !== null || report.oaId !== null;
		return (isExplained(report) && isWhole) || ends >= (report.outcome === 'failed' && isOfZalo ? MOST_FAILED_ENDS : MOST_ENDS);
	};
}

/** What only the caller says stands apart: nobody falls back to a recipient who was made up. */
function merged(claim: TriggerReport, told: DeliveryReport): TriggerReport {
	const { failure } = told;
	const report = { ...told, failure: failure !== null && claimsSecondLeg(claim, told) ? withSecondLeg(failure) : failure, requestKey: requestKeyOf(told.requestId) };
	return { ...report, confirmed: true, claimed: claimedBeside(report, claim), receivedAt: claim.receivedAt, raw: claim.raw };
}

/** Only stored callbacks tell the URL that was called; without one the call itself says whether an SMS follows by itself. */
function claimsSecondLeg({ raw }: TriggerReport, told: DeliveryReport): boolean {
	const url: unknown = get(told.raw, 'CallbackUrl');
	const isTold = typeof url === 'string' && url !== '';
	return !isTold && secondLegIsUnderWay({ channel: told.channel, query: raw as Record<string, unknown> });
}

function unconfirmed(claim: TriggerReport, unconfirmedBecause: string, other: boolean): Received {
	const nothing = { recipient: null, requestId: null, requestKey: null, zaloMessageId: null, oaId: null, templateId: null, price: null, deliveredAt: null };
	const report: TriggerReport = {
		...claim,
		...nothing,
		// An event of its own: a claim must not make the confirmed report look like a repeat.
		eventId: eventIdOf('unconfirmed', claim.eventId),
		confirmed: false,
		unconfirmedBecause,
		claimed: claimedBeside({ ...claim, ...nothing }, claim),
	};
	return { report, other };
}

/** @returns what the caller says of that which the report leaves open */
function claimedBeside(report: TriggerReport, claim: TriggerReport): Claimed {
	const isOpen = (field: (typeof CLAIMABLE)[number]) => (field === 'channel' ? report.channel === 'unknown' : report[field] === null);
	const fields = CLAIMABLE.filter((field) => isOpen(field) && claim[field] !== null && claim[field] !== 'unknown' && (field !== 'deliveredAt' || report.outcome === 'delivered'));
	return Object.fromEntries(fields.map((field) => [field, claim[field]]));
}
