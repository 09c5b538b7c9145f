import { sleep, type IWebhookFunctions } from 'n8n-workflow';
import { eventIdOf, type DeliveryReport } from '../domain/deliveryReport';
import { requestKeyOf } from '../domain/requestId';
import { providers } from '../providers';
import type { EsmsClient } from '../providers/esms/client';
import { getReport } from '../providers/esms/status';
import { clientOf } from '../shared/run/connect';
import { nameOf } from '../shared/webhooks/nameOf';
import { rejectWith } from '../shared/webhooks/rejection';
import type { Received, TriggerReport } from './received';

/** Status calls can lag behind the callback (esms.md 1.11). */
const SECOND_TRY_MS = 2_000;

/** Types that no status call is documented for, only the stored callbacks (esms.md 10.5). */
const WITHOUT_STATUS_CALL = new Set(['26', '27']);

/** What a callback may add where eSMS leaves it open; never what became of the message. */
const CLAIMABLE = ['deliveredAt', 'oaId', 'recipient', 'requestId', 'templateId', 'zaloMessageId'] as const;

/** What the user wants of it. */
export interface ConfirmTerms {
	includeIntermediate: boolean;
	ifUnaskable: 'emit' | 'refuse';
}

/**
 * Asks eSMS whether a callback is true: anyone who knows the URL can call it (esms.md 12.1).
 *
 * @param claim what the callback says
 * @returns the report as eSMS gives it, or what to do where it gives none
 */
export async function confirm(context: IWebhookFunctions, claim: TriggerReport, terms: ConfirmTerms): Promise<Received> {
	let told: DeliveryReport | undefined;
	try {
		const client = await clientOf(context, providers.esms);
		told = await ask(client, claim);
		if (!told || isAheadOf(claim, told)) {
			await sleep(SECOND_TRY_MS);
			told = await ask(client, claim);
		}
	} catch (error) {
		context.logger.warn(`ZNS Delivery Trigger could not ask eSMS: ${nameOf(error)}`);
		return unconfirmed(terms, claim);
	}
	if (!told) return hasStatusCall(claim) ? rejectWith(404, 'eSMS does not know this message') : unconfirmed(terms, claim);
	// It may be a lie, or true and ahead of the status calls: eSMS is not known to call again.
	if (isAheadOf(claim, told)) return unconfirmed(terms, claim);
	if (told.outcome === 'pending' && !terms.includeIntermediate) {
		return { ignored: 'eSMS says that this message is on its way' };
	}
	return { report: merged(claim, told) };
}

async function ask(client: EsmsClient, { messageId, channel, oaId }: TriggerReport): Promise<DeliveryReport | undefined> {
	const message = {
		messageId: messageId ?? '',
		// GetSendStatus asks for no type (esms.md 10.2), so it is the call for what names none.
		channel: channel === 'unknown' ? ('sms' as const) : channel,
	};
	const told = getReport(client, { ...message, officialAccountId: oaId ?? undefined }, new Date());
	if (channel !== 'zns' || oaId === null) return await told;
	// The stored callbacks are on another host, and take 20 calls a second where the status of ZNS takes 100 (esms.md 1.8).
	return await told.catch(async () => await getReport(client, message, new Date()));
}

/** Whether a callback says how it ended where eSMS does not say so yet. */
function isAheadOf(claim: TriggerReport, told: DeliveryReport): boolean {
	return claim.final && !told.final;
}

/** Whether "not found" means that there is no such message. */
function hasStatusCall({ channel, raw }: TriggerReport): boolean {
	return ['sms', 'viber', 'zns'].includes(channel) && !WITHOUT_STATUS_CALL.has(typeIdIn(raw));
}

function typeIdIn(raw: unknown): string {
	const [, value] = Object.entries(raw as object).find(([name]) => name.toLowerCase() === 'typeid') ?? [];
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' ? first.trim() : '';
}

function unconfirmed({ ifUnaskable }: ConfirmTerms, claim: TriggerReport): Received {
	if (ifUnaskable === 'refuse') return rejectWith(503, 'eSMS cannot confirm this callback now');
	// An event of its own: a claim must not make the confirmed report look like a repeat.
	return { report: { ...claim, eventId: eventIdOf('unconfirmed', claim.eventId), confirmed: false } };
}

function merged(claim: TriggerReport, told: DeliveryReport): TriggerReport {
	const possible = CLAIMABLE.filter((field) => field !== 'deliveredAt' || told.outcome === 'delivered');
	const claimed = possible.filter((field) => told[field] === null && claim[field] !== null);
	const report = { ...told, ...Object.fromEntries(claimed.map((field) => [field, claim[field]])) };
	return {
		...report,
		channel: claim.channel === 'unknown' ? claim.channel : told.channel,
		requestKey: requestKeyOf(report.requestId),
		confirmed: true,
		claimed,
		receivedAt: claim.receivedAt,
		raw: claim.raw,
	};
}
