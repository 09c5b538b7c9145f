import type { IBinaryKeyData, IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { z } from 'zod';
import type { DeliveryReport } from '../../domain/deliveryReport';
import { providers } from '../../providers';
import type { Provider } from '../../providers/provider';
import { callbackFields } from '../webhooks/callbackFields';
import { readResumed } from './fields';
import { completed, readPending, withReport, type PendingReport } from './item';
import { ASKED_REPORT, lookAfterCall } from './lookAgain';
import { toOutputs } from './outputs';
import { withReason } from './withReason';

/**
 * Takes the callback of the provider for a run that waits. It lets the run go on only for the final report on the
 * very message; for everything else it answers and the run keeps waiting. It never throws: a throw would
 * end the run (n8n.md 4.5).
 */
export async function resumeWithDelivery(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await resume(this);
	} catch (error) {
		this.logger.warn(`A delivery callback could not be read: ${error instanceof Error ? error.name : 'unknown reason'}`);
		return keepWaiting('The callback could not be read');
	}
}

async function resume(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { routed, reportField } = readResumed(context);
	const input: unknown = context.evaluateExpression('{{ $json }}', 0);
	const pending = readPending(input, reportField);
	const provider = Object.values<Provider>(providers).find(({ name }) => name === pending?.provider);
	if (!pending || !provider?.readCallback) return keepWaiting('No message is waited for here');

	const told = readTold(context, provider);
	const { channel } = pending;
	const look = async (messageId: string | null, oaId = pending.oaId): Promise<void> => {
		if (messageId !== null) await lookAfterCall(context, provider, { messageId, officialAccountIds: oaId ? [oaId] : [], ...(channel !== 'unknown' && { channel }) });
	};
	if ('fault' in told) {
		// Whoever has the token is the provider: there is something to ask about.
		await look(pending.messageId);
		return keepWaiting(`This is not a delivery callback of ${provider.label}: ${told.fault}`);
	}
	// A call that leaves it out is about the Official Account that sent the message; some calls know messages by it alone (esms.md 10.7).
	const claim = { ...told.report, oaId: told.report.oaId ?? pending.oaId ?? null };
	const { messageId, oaId, outcome, final } = claim;
	if (!isAbout(claim, pending)) return keepWaiting('This callback is about another message');
	if (outcome === 'unknown') await look(messageId, oaId);
	if (!final) return keepWaiting('Intermediate state noted');

	const report = await withReason(context, provider, claim);
	const json = withReport(input as IDataObject, reportField, completed(report, pending as IDataObject));
	const binary = context.evaluateExpression('{{ $input.item.binary }}', 0) as unknown as IBinaryKeyData | undefined;
	return {
		webhookResponse: { message: 'Delivery noted' },
		workflowData: toOutputs([{ item: { json, ...(binary && { binary }), pairedItem: { item: 0 } }, outcome: report.outcome }], routed),
	};
}

/** Our own report is told by the same token as the callback: who knows it may end the wait. */
const askedSchema = z.object({ [ASKED_REPORT]: z.object({ messageId: z.string(), outcome: z.enum(['delivered', 'failed', 'rejected']) }).passthrough() });

function readTold(context: IWebhookFunctions, provider: Provider): { report: DeliveryReport } | { fault: string } {
	const asked = askedSchema.safeParse(context.getBodyData());
	if (asked.success) return { report: asked.data[ASKED_REPORT] as unknown as DeliveryReport };
	// The token that let this call in also lets in the next one of this run: it must not stand in the item.
	const fields = Object.entries(callbackFields(context)).filter(([name]) => name !== 'signature');
	const read = provider.readCallback?.(Object.fromEntries(fields), new Date());
	return read?.ok ? { report: read.value } : { fault: read?.fault ?? 'it cannot be read' };
}

/** A run can wait for one message after the other, with the same token: what the callback names must not be another one's. */
function isAbout({ messageId, requestId, recipient }: DeliveryReport, pending: PendingReport): boolean {
	if (pending.messageId !== null) return messageId === pending.messageId;
	const known: Record<string, unknown> = { requestId: pending.requestId, ...pending.recipient };
	return Object.entries({ requestId, ...recipient }).every(([name, told]) => told === null || (known[name] ?? told) === told);
}

function keepWaiting(message: string): IWebhookResponseData {
	return { webhookResponse: { message } };
}
