import type { INodeExecutionData } from 'n8n-workflow';
import type { SendReceipt } from '../../domain/sendReceipt';
import { createDesk } from '../delivery/desk';
import { createInquiry } from '../delivery/inquire';
import type { Run } from '../run/run';
import { inMinutes, type Waiting } from './fields';
import { pendingReport, withFiles, withReport } from './item';
import { lookAgain } from './lookAgain';
import { OUTPUT_NAMES, toOutputs } from './outputs';
import { resumeUrl, withoutToken } from './resumeUrl';
import { checkReportField, noticing, type SendAll, type WatchedMessage } from './terms';
import { lostId, whyNoId } from './whyNoId';

/**
 * Sends the one item and parks the run at once, until the provider calls back or the time is over: that survives a
 * restart of n8n.
 *
 * @returns the items of each output, where there is nothing to wait for; else what waits
 */
export async function sendAndPark<Client>(run: Run<Client>, sendAll: SendAll<Client>, waiting: Waiting): Promise<INodeExecutionData[][]> {
	const { context } = run;
	const { minutes, routed, reportField } = waiting;
	const callbackUrl = resumeUrl(context);
	let answerLost = false;
	let asked: WatchedMessage['asked'];
	const [sent] = await sendAll(run, {
		waits: { resumeUrl: run.previewOnly ? withoutToken(callbackUrl) : callbackUrl },
		watch: (item, message) => {
			checkReportField(item, waiting);
			asked = message.asked;
			return noticing(message, () => (answerLost = true));
		},
	});
	const [input] = context.getInputData();
	if (!sent || run.previewOnly) return toOutputs(sent ? [{ item: sent, outcome: 'unknown' }] : [], routed);
	if ('error' in sent.json) return toOutputs([{ item: withFiles(sent, input), outcome: 'unknown' }], routed);

	const receipt = sent.json as unknown as SendReceipt;
	const { messageId } = receipt;
	const item = (noResult: string) => withReport(input?.json ?? {}, reportField, pendingReport(receipt, asked), noResult);
	// With its ID lost, the callback proves itself: only this run was given its URL.
	const lost = messageId === null ? lostId(run, receipt, answerLost) : undefined;
	if (messageId === null && lost === undefined) {
		const json = item(whyNoId(run, receipt, answerLost));
		return toOutputs([{ item: withFiles({ json, pairedItem: { item: 0 } }, input), outcome: 'unknown' }], routed);
	}

	// What waits or times out is the input of the node: it gets a new json, the old one belongs to the node before (n8n.md 4.5).
	if (input) input.json = item(`${lost === undefined ? 'No final report' : `${lost}. No report`} came within ${inMinutes(minutes)}`);
	if (routed) linkEveryOutput(run);
	await context.putExecutionToWait(new Date(Date.now() + minutes * 60_000));
	if (messageId !== null && run.provider.inquiry) {
		const message = { ...asked, messageId };
		void lookAgain(context, callbackUrl, createDesk(createInquiry(run)), message);
	}
	// A list of its own: with an error output n8n empties the list it gets, and this one is what waits.
	return [[...context.getInputData()]];
}

/**
 * On resume n8n numbers the outputs as inputs of the parked node, which has one: without as many sources, fields of
 * earlier nodes would be empty behind all outputs but the first (n8n.md 12).
 */
function linkEveryOutput<Client>({ context }: Run<Client>): void {
	const sources = context.getExecuteData().source?.main;
	const [source] = sources ?? [];
	if (sources?.length === 1 && source) while (sources.length < OUTPUT_NAMES.length) sources.push(source);
}
