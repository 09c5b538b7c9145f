import type { IWebhookFunctions } from 'n8n-workflow';
import { isExplained, joinReports, type DeliveryReport } from '../../domain/deliveryReport';
import type { Provider } from '../../providers/provider';
import { createInquiry } from '../delivery/inquire';
import { clientOf } from '../run/connect';
import { within } from '../within';

/** The provider waits for its answer meanwhile. */
const PATIENCE_MS = 2_000;

/**
 * Asks once for the reason of a failure that came without one: whether an SMS would help depends on it.
 *
 * @returns the report, with the reason where the provider tells it in time. Never throws.
 */
export async function withReason(context: IWebhookFunctions, provider: Provider, report: DeliveryReport): Promise<DeliveryReport> {
	if (isExplained(report) || report.messageId === null || report.channel === 'unknown' || !provider.inquiry) return report;
	const { messageId, channel, oaId } = report;
	try {
		const client = await clientOf(context, provider);
		const inquire = createInquiry({ provider, read: async (call) => await call(client) });
		const message = { messageId, channel, officialAccountIds: oaId === null ? [] : [oaId] };
		const told = await within(PATIENCE_MS, inquire([message]));
		const asked = told?.get(messageId)?.report;
		// What was told stays true; only the reason is new.
		return asked?.outcome === report.outcome && asked.failure?.code != null ? { ...joinReports(report, asked), eventId: report.eventId, raw: report.raw } : report;
	} catch {
		return report;
	}
}
