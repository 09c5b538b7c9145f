import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { readCallback } from '../../providers/esms/callback';
import { callbackFields } from '../webhooks/callbackFields';
import { completed, readWaitingItem, resultItem } from './item';
import { readRouted } from './fields';
import { toOutputs } from './outputs';

/**
 * Takes the callback of eSMS for a run that waits. It lets the run go on only for the final report on the
 * very message; for everything else it answers and the run keeps waiting. It never throws: a throw would
 * end the run (n8n.md 4.5).
 */
export async function resumeWithDelivery(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return resume(this);
	} catch (error) {
		this.logger.warn(`A delivery callback could not be read: ${error instanceof Error ? error.name : 'unknown reason'}`);
		return keepWaiting('The callback could not be read');
	}
}

function resume(context: IWebhookFunctions): IWebhookResponseData {
	// The token that let this call in also lets in the next one of this run: it must not stand in the item.
	const fields = Object.entries(callbackFields(context)).filter(([name]) => name !== 'signature');
	const report = readCallback(Object.fromEntries(fields), new Date());
	if (!report.ok) return keepWaiting(`This is not a delivery callback of eSMS: ${report.fault}`);

	const item = readWaitingItem(context.evaluateExpression('{{ $json }}', 0));
	if (!item || item.delivery.messageId !== report.value.messageId) return keepWaiting('This callback is about another message');
	if (!report.value.final) return keepWaiting('Intermediate state noted');

	const delivery = completed(report.value, item.delivery as IDataObject);
	const routed = readRouted(context);
	return {
		webhookResponse: { message: 'Delivery noted' },
		workflowData: toOutputs(resultItem(item as IDataObject, delivery), report.value.outcome, routed),
	};
}

function keepWaiting(message: string): IWebhookResponseData {
	return { webhookResponse: { message } };
}
