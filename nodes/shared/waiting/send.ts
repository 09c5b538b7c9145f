import { N8N_NODES_API_VERSION, NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { DeliveryReport } from '../../domain/deliveryReport';
import type { SendReceipt } from '../../domain/sendReceipt';
import { mayBeSent } from '../errors';
import { isPreviewOnly } from '../fields/previewOnly';
import { sendItems } from '../sending/sendItems';
import type { PreparedSend, SendPlan } from '../sending/types';
import { readWaiting, type Waiting } from './fields';
import { completed, pendingReport, resultItem } from './item';
import { lookAgain } from './lookAgain';
import { placed, toOutputs } from './outputs';
import { resumeUrl, withoutToken } from './resumeUrl';

/** A sending operation whose messages eSMS can be asked about. */
export interface WaitableSendPlan extends SendPlan {
	/** Whether messages go to the real eSMS, which must reach this n8n from the internet. */
	live: boolean;
	/** Asks what became of a message; undefined where eSMS knows nothing yet. */
	askReport(messageId: string): Promise<DeliveryReport | undefined>;
}

/**
 * Sends all items, and waits for the delivery of the one item where the user wants that.
 *
 * @returns the items of each output
 */
export async function send(context: IExecuteFunctions, plan: WaitableSendPlan): Promise<INodeExecutionData[][]> {
	const waiting = readWaiting(context);
	return waiting ? await sendAndWait(context, plan, waiting) : [await sendItems(context, plan)];
}

async function sendAndWait(
	context: IExecuteFunctions,
	plan: WaitableSendPlan,
	waiting: Waiting,
): Promise<INodeExecutionData[][]> {
	checkWaiting(context, waiting);
	const callbackUrl = resumeUrl(context, plan.live);
	let answerLost = false;
	const prepare = async (itemIndex: number, url: string): Promise<PreparedSend> =>
		noticing(await plan.prepare(itemIndex, url), () => (answerLost = true));
	const sendWith = async (url: string) => await sendItems(context, { ...plan, prepare: async (itemIndex) => await prepare(itemIndex, url) });
	if (isPreviewOnly(context)) {
		const [preview] = await sendWith(withoutToken(callbackUrl));
		return placed(preview ?? { json: {} }, 'unknown', waiting.routed);
	}
	const [sent] = await sendWith(callbackUrl);
	if (!sent || 'error' in sent.json) return toOutputs(sent?.json ?? {}, 'unknown', waiting.routed);

	const receipt = sent.json as unknown as SendReceipt;
	const [input] = context.getInputData();
	const fields = input?.json ?? {};
	const pending = pendingReport(receipt);
	if (receipt.messageId === null) {
		return toOutputs(resultItem(fields, pending, whyNoId(receipt, answerLost)), 'unknown', waiting.routed);
	}

	// A callback that came before the run is parked would be lost (n8n answers it with 409), so eSMS is asked first.
	const report = await askQuietly(plan, receipt.messageId);
	if (report?.final) return toOutputs(resultItem(fields, completed(report, pending)), report.outcome, waiting.routed);

	const noResult = `No final report came within ${waiting.minutes} minutes`;
	park(input, resultItem(fields, pending, noResult));
	await context.putExecutionToWait(new Date(Date.now() + waiting.minutes * 60_000));
	void lookAgain(context, callbackUrl, async () => await askQuietly(plan, receipt.messageId as string));
	// A list of its own: with an error output n8n empties the list it gets, and this one is what waits.
	return [[...context.getInputData()]];
}

/** @returns the same message, which tells when the answer to one of its requests is lost */
function noticing(message: PreparedSend, onLostAnswer: () => void): PreparedSend {
	const send = async () =>
		await message.send().catch((error: unknown) => {
			if (mayBeSent(error)) onLostAnswer();
			throw error;
		});
	return { ...message, send };
}

/** @returns why there is no result for a message whose ID is not known */
function whyNoId({ status }: SendReceipt, answerLost: boolean): string {
	if (status !== 'duplicate') return 'eSMS took the message without giving its ID, so its report cannot be told from others';
	// A duplicate carries no ID (esms.md 1.6), even where this very run sent the first one.
	if (answerLost) return 'eSMS has this message, most likely from the first try of this run, whose answer with the ID was lost, so its report cannot be told from others';
	return 'eSMS has had this message before (duplicate request ID): its report goes to the run that sent it, as long as that one waits';
}

/** What waits or times out is the input of the node: it gets a new json, the old one belongs to the node before (n8n.md 4.5). */
function park(input: INodeExecutionData | undefined, json: IDataObject): void {
	if (input) input.json = json;
}

function checkWaiting(context: IExecuteFunctions, { routed }: Waiting): void {
	const count = context.getInputData().length;
	if (count !== 1) {
		throw new NodeOperationError(context.getNode(), `Waiting works with one item at a time, but ${count} came in`, {
			description: "Put this node into a Loop Over Items with batch size 1, or set 'After Sending' to 'Continue'. Nothing was sent.",
		});
	}
	// Exported since n8n 2.39, the first version that resumes by another output than the first (n8n.md 11).
	if (routed && N8N_NODES_API_VERSION === undefined) {
		throw new NodeOperationError(context.getNode(), 'This version of n8n cannot route results to outputs of their own', {
			description: "Set 'Route Results' to 'Single Output', or update n8n to 2.39 or later. Nothing was sent.",
		});
	}
}

/** The message is out: a status call that does not work must not end the run. */
async function askQuietly(plan: WaitableSendPlan, messageId: string): Promise<DeliveryReport | undefined> {
	try {
		return await plan.askReport(messageId);
	} catch {
		return undefined;
	}
}
