import type { IWebhookFunctions } from 'n8n-workflow';
import { rejectWith } from '../shared/webhooks/rejection';
import { confirm } from './confirm';
import { isWanted } from './filters';
import type { Received } from './received';
import { ignoredRepeats } from './repeats';
import * as caresoft from './sources/caresoft';
import * as esms from './sources/esms';

const REPEATED: Received = { ignored: 'Repeated callback' };

const sources: Record<string, (context: IWebhookFunctions) => Promise<Received>> = {
	caresoft: caresoft.receive,
	esms: esms.receive,
};

/** Takes a call through all steps of the trigger: read, confirm, filter, know repeats. */
export async function receive(context: IWebhookFunctions): Promise<Received> {
	const claim = (await sources[String(context.getNodeParameter('source'))]?.(context)) ?? rejectWith(404, 'This source is not known');
	if (!('report' in claim)) return claim;
	const repeats = ignoredRepeats(context);
	// What was emitted before need not be asked for again.
	if (repeats?.isKnown(claim.report.eventId)) return REPEATED;

	const received = mustConfirm(context) ? await confirm(context, claim.report) : claim;
	if (!('report' in received)) return received;
	if (!isWanted(context, received.report)) return { ignored: 'Left out by a filter' };
	// While eSMS was asked, the same report may have come by another call.
	return repeats?.note(received.report.eventId) === false ? REPEATED : received;
}

/** CareSoft signs what it sends. */
function mustConfirm(context: IWebhookFunctions): boolean {
	return context.getNodeParameter('source') === 'esms' && context.getNodeParameter('confirmWithEsms', false) === true;
}
