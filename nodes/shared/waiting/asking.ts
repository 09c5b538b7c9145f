import type { INodeExecutionData } from 'n8n-workflow';
import { isExplained, type DeliveryReport, type Outcome } from '../../domain/deliveryReport';
import type { SendReceipt } from '../../domain/sendReceipt';
import { createDesk, type Ask } from '../delivery/desk';
import { follow } from '../delivery/follow';
import { createInquiry, type Told } from '../delivery/inquire';
import { failureIn } from '../errors';
import type { Run } from '../run/run';
import { RunStopped } from '../run/stop';
import { createProgress } from '../sending/progress';
import { inMinutes, type Waiting } from './fields';
import { completed, pendingReport, withFiles, withReport } from './item';
import { toOutputs, type Result } from './outputs';
import { checkReportField, noticing, type SendAll, type WatchedMessage } from './terms';
import { whyNoId } from './whyNoId';

/** Milliseconds between asking: most messages are through within seconds, and some take hours. */
const WAITS = [2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000] as const;

/**
 * Sends all items, and asks the provider what became of each message until all are known or the time is over. The run
 * stays active meanwhile: stopping it ends the wait, and a crash of n8n loses it.
 *
 * @returns the items of each output
 */
export async function sendAndAsk<Client>(run: Run<Client>, sendAll: SendAll<Client>, waiting: Waiting): Promise<INodeExecutionData[][]> {
	const { context, provider } = run;
	const asked = new Map<number, WatchedMessage['asked']>();
	const answerLost = new Set<number>();
	const sent = await sendAll(run, {
		waits: {},
		watch: (item, message) => {
			checkReportField(item, waiting);
			const refusal = message.asked && provider.inquiry?.refuses?.(message.asked);
			if (refusal !== undefined) throw item.refuse(refusal, provider.readCallback ? "Set the option 'Callback URL', or 'After Sending' to 'Continue'." : "Set 'After Sending' to 'Continue'.");
			asked.set(item.index, message.asked);
			return noticing(message, () => answerLost.add(item.index));
		},
	});
	if (run.previewOnly) return toOutputs(sent.map((item) => ({ item, outcome: 'unknown' })), waiting.routed);

	const until = Date.now() + waiting.minutes * 60_000;
	const ask = createDesk(createInquiry({ provider, read: run.readUntil(until) }));
	const say = createProgress(context, sent.length, 'are known');
	let known = 0;
	const results = await Promise.all(
		sent.map(async (item, index) => {
			const result = await resultOf(run, { item, index, asked: asked.get(index), answerLost: answerLost.has(index), ask, until, waiting });
			say(++known);
			return result;
		}),
	);
	const repeated = sent.filter(({ json }, index) => json.status === 'duplicate' && json.messageId === null && !answerLost.has(index)).length;
	// What came in may have a field of the name 'error'; a receipt has none.
	hintAtResults(run, results.filter((_, index) => !('error' in (sent[index]?.json ?? {}))), waiting, repeated);
	return toOutputs(results, waiting.routed);
}

/** One item that was sent, and how it is followed. */
interface Followed {
	item: INodeExecutionData;
	index: number;
	asked: WatchedMessage['asked'];
	answerLost: boolean;
	ask: Ask;
	until: number;
	waiting: Waiting;
}

async function resultOf<Client>(run: Run<Client>, { item, index, asked, answerLost, ask, until, waiting }: Followed): Promise<Result> {
	const input = run.context.getInputData()[index];
	if ('error' in item.json) return { item: withFiles(item, input), outcome: 'unknown' };
	const receipt = item.json as unknown as SendReceipt;
	const pending = pendingReport(receipt, asked);
	const { messageId } = receipt;
	const told: Told =
		messageId === null
			? {}
			: await follow(ask, { ...asked, messageId }, { waits: WAITS, until, isEnough: enough(), signal: run.context.getExecutionCancelSignal() });
	const { report } = told;
	const noResult = report?.final ? undefined : messageId === null ? whyNoId(run, receipt, answerLost) : whyNoResult(run, told, waiting, until);
	const json = withReport(input?.json ?? {}, waiting.reportField, report ? completed(report, pending) : pending, noResult);
	const outcome: Outcome = report?.final ? report.outcome : 'unknown';
	return { item: withFiles({ json, pairedItem: { item: index } }, input), outcome };
}

/** @returns whether nothing more need be known; a reason that is missing is waited for once more */
function enough(): (report: DeliveryReport) => boolean {
	let ends = 0;
	return (report) => isExplained(report) || (report.final && ++ends > 1);
}

function whyNoResult<Client>({ provider }: Run<Client>, { error }: Told, { minutes }: Waiting, until: number): string {
	// What another message met is why this one was not asked about.
	const reason = error === undefined ? '' : error instanceof RunStopped ? error.reason : failureIn(error, provider).title;
	if (Date.now() < until) return reason === '' ? 'The wait was ended' : `${provider.label} could not be asked any more: ${reason}`;
	return `No final report was there within ${inMinutes(minutes)}${reason === '' ? '' : `. The last time ${provider.label} was asked: ${reason}`}`;
}

/**
 * In a list of hundreds nobody counts the outputs.
 *
 * @param sent what became of the messages that were sent
 * @param repeated messages that were sent before: nobody waited for them
 */
function hintAtResults<Client>({ context }: Run<Client>, sent: readonly Result[], { minutes }: Waiting, repeated: number): void {
	if (sent.length <= 1) return;
	const count = (...outcomes: Outcome[]) => sent.filter(({ outcome }) => outcomes.includes(outcome)).length;
	const counts: Array<[what: string, count: number]> = [
		['Not delivered', count('failed', 'rejected')],
		[`No result within ${inMinutes(minutes)}`, count('pending', 'unknown') - repeated],
		['Sent before, so not waited for', repeated],
	];
	const others = counts.filter(([, many]) => many > 0).map(([what, many]) => ` ${what}: ${many}.`);
	context.addExecutionHints({ message: `Delivered: ${count('delivered')} of ${sent.length} messages.${others.join('')}`, location: 'outputPane' });
}
