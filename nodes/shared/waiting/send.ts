import { N8N_NODES_API_VERSION, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import type { DeliveryReport } from '../../domain/deliveryReport';
import type { SendReceipt } from '../../domain/sendReceipt';
import type { Item } from '../fields/item';
import { mayBeSent } from '../neverLeft';
import { Refusal } from '../refusal';
import type { Run } from '../run/run';
import { sendItems } from '../sending/sendItems';
import type { Message } from '../sending/types';
import { readWaiting, type Waiting } from './fields';
import { completed, pendingReport, resultItem } from './item';
import { lookAgain } from './lookAgain';
import { placed, toOutputs } from './outputs';
import { resumeUrl, withoutToken } from './resumeUrl';

/**
 * Reads and checks the message of one item.
 *
 * @param callbackUrl where the provider reports to, where the run waits for the report
 */
export type PrepareMessage = (item: Item, callbackUrl?: string) => Message | Promise<Message>;

/**
 * Sends all items, and waits for the delivery of the one item where the user wants that.
 *
 * @returns the items of each output
 */
export async function send<Client>(run: Run<Client>, prepare: PrepareMessage): Promise<INodeExecutionData[][]> {
	const waiting = readWaiting(run.context);
	return waiting ? await sendAndWait(run, prepare, waiting) : [await sendItems(run, prepare)];
}

async function sendAndWait<Client>(run: Run<Client>, prepare: PrepareMessage, waiting: Waiting): Promise<INodeExecutionData[][]> {
	const { context } = run;
	checkWaiting(context, waiting);
	const callbackUrl = resumeUrl(run);
	let answerLost = false;
	let asked: Message['asked'];
	const sendWith = async (url: string) =>
		await sendItems(run, async (item) => {
			const message = await prepare(item, url);
			asked = message.asked;
			return noticing(message, () => (answerLost = true));
		});
	if (run.previewOnly) {
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
		return toOutputs(resultItem(fields, pending, whyNoId(run, receipt, answerLost)), 'unknown', waiting.routed);
	}

	// A callback that came before the run is parked would be lost (n8n answers it with 409), so the provider is asked first.
	const ask = async () => await askQuietly(run, receipt.messageId as string, asked);
	const report = await ask();
	if (report?.final) return toOutputs(resultItem(fields, completed(report, pending)), report.outcome, waiting.routed);

	const noResult = `No final report came within ${waiting.minutes} minutes`;
	park(input, resultItem(fields, pending, noResult));
	await context.putExecutionToWait(new Date(Date.now() + waiting.minutes * 60_000));
	void lookAgain(context, callbackUrl, ask);
	// A list of its own: with an error output n8n empties the list it gets, and this one is what waits.
	return [[...context.getInputData()]];
}

/** @returns the same message, which tells when the answer to one of its requests is lost */
function noticing(message: Message, onLostAnswer: () => void): Message {
	const sendAndNotice = async () =>
		await message.send().catch((error: unknown) => {
			if (mayBeSent(error)) onLostAnswer();
			throw error;
		});
	return { ...message, send: sendAndNotice };
}

/** @returns why there is no result for a message whose ID is not known */
function whyNoId({ provider: { label } }: Run, { status }: SendReceipt, answerLost: boolean): string {
	if (status !== 'duplicate') return `${label} took the message without giving its ID, so its report cannot be told from others`;
	// A duplicate carries no ID (esms.md 1.6), even where this very run sent the first one.
	if (answerLost) return `${label} has this message, most likely from the first try of this run, whose answer with the ID was lost, so its report cannot be told from others`;
	return `${label} has had this message before (duplicate request ID): its report goes to the run that sent it, as long as that one waits`;
}

/** What waits or times out is the input of the node: it gets a new json, the old one belongs to the node before (n8n.md 4.5). */
function park(input: INodeExecutionData | undefined, json: IDataObject): void {
	if (input) input.json = json;
}

function checkWaiting(context: IExecuteFunctions, { routed }: Waiting): void {
	const refuse = (message: string, advice: string) => new Refusal(context.getNode(), message, { advice: `${advice} Nothing was sent.` });
	const count = context.getInputData().length;
	if (count !== 1) {
		throw refuse(
			`Waiting works with one item at a time, but ${count} came in`,
			"Put this node into a Loop Over Items with batch size 1, or set 'After Sending' to 'Continue'.",
		);
	}
	// Exported since n8n 2.39, the first version that resumes by another output than the first (n8n.md 11).
	if (routed && N8N_NODES_API_VERSION === undefined) {
		throw refuse('This version of n8n cannot route results to outputs of their own', "Set 'Route Results' to 'Single Output', or update n8n to 2.39 or later.");
	}
}

/** The message is out: a status call that does not work must not end the run. */
async function askQuietly<Client>({ provider, read }: Run<Client>, messageId: string, asked: Message['asked']): Promise<DeliveryReport | undefined> {
	if (!provider.report || !asked) return undefined;
	try {
		return await read(async (client) => await provider.report?.(client, { ...asked, messageId }, new Date()));
	} catch {
		return undefined;
	}
}
