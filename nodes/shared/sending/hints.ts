import countBy from 'lodash/countBy';
import get from 'lodash/get';
import { isExpression } from '../fields/written';
import { failureIn, type Subject } from '../errors';
import type { Run } from '../run/run';
import type { SendResult } from './types';

/** What hints need to know of a receipt; that of a change has other fields. */
interface Told {
	status?: unknown;
	requestId?: unknown;
	sendStatus?: unknown;
}

/** Where the user says how repeats are recognised, and what counts where nothing is said. */
const REQUEST_ID_BY = 'options.requestIdBy';
const BY_CONTENT = 'content';

const DUPLICATE = 'duplicate';

/** @returns how repeats are recognised, as it is set for all items; undefined where an expression decides */
function repeatsBy({ context }: Run): string | undefined {
	const node = context.getNode();
	return isExpression(node, REQUEST_ID_BY) ? undefined : String(get(node.parameters, REQUEST_ID_BY) ?? BY_CONTENT);
}

const receiptsOf = (results: readonly SendResult[]): Told[] => results.flatMap((result) => ('receipt' in result ? [result.receipt as Told] : []));

/** @returns whether what a send met leaves open if the message went out */
export function isUnclear({ provider }: Run, error: unknown, subject?: Subject): boolean {
	return failureIn(error, provider, subject).class === 'uncertain';
}

/** @returns what running again does to the messages that went out, as a sentence; '' where they would go out again, or nobody knows */
export function whenRunAgain(run: Run, results: readonly SendResult[]): string {
	const receipts = receiptsOf(results);
	const by = repeatsBy(run);
	const known = run.provider.recognisesRepeats && (by === BY_CONTENT || by === 'key') && receipts.every(({ requestId }) => typeof requestId === 'string');
	return known ? 'Running again within 24 hours does not send what was sent a second time.' : '';
}

/** Says beside the output what a green tick hides: failures among many items, messages that did not go out now, the sandbox. */
export function hintAtResults(run: Run, results: readonly SendResult[], subject?: Subject): void {
	const messages = [...failuresIn(run, results, subject), ...repeatsIn(run, results), ...sandboxIn(run, results)];
	for (const message of messages) run.context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
}

/** In a list of thousands a few failure items are easily overlooked. */
function failuresIn(run: Run, results: readonly SendResult[], subject?: Subject): string[] {
	const all = results.length;
	const failed = results.filter((result) => !('receipt' in result));
	if (failed.length === 0 || all === 1) return [];
	const unclear = failed.filter((result) => 'error' in result && isUnclear(run, result.error, subject)).length;
	const refused = failed.length - unclear;
	return [
		...(refused > 0 ? [`${refused} of ${all} items did not go through. The 'error' field of each says why.`] : []),
		...(unclear > 0 ? [`Of ${unclear} of ${all} items it is not known whether they went through. The 'message' field of each says what to do.`] : []),
	];
}

/** Who tries a node twice sees a green tick the second time, too. */
function repeatsIn(run: Run, results: readonly SendResult[]): string[] {
	const all = results.length;
	const { label } = run.provider;
	const receipts = receiptsOf(results);
	const taken = new Set(receipts.filter(({ status, requestId }) => status !== DUPLICATE && typeof requestId === 'string').map(({ requestId }) => requestId));
	const duplicates = receipts.filter(({ status }) => status === DUPLICATE);
	const ofThisRun = duplicates.filter(({ requestId }) => taken.has(requestId)).length;
	const before = duplicates.filter(({ requestId }) => !taken.has(requestId));
	const hints: string[] = [];
	if (ofThisRun > 0) {
		const key = repeatsBy(run) === 'key' ? " To send each of them, give each its own 'Request Key'." : '';
		hints.push(`${ofThisRun} of ${all} items are the same message as another item of this run, with the same request ID, so it went out once.${key}`);
	}
	if (before.length > 0) {
		const had = `${label} already has the messages of ${before.length} of ${all} items, by their request IDs of the last 24 hours. Nothing was sent for them now.`;
		hints.push([had, ...wordsOfFirst(run, before), ...howToSendAgain(run)].join(' '));
	}
	return hints;
}

/** What the provider says of the messages that had the request IDs first. */
function wordsOfFirst({ provider }: Run, duplicates: readonly Told[]): string[] {
	const { label, statusWords } = provider;
	const told = duplicates.flatMap(({ sendStatus }) => (typeof sendStatus === 'string' ? [sendStatus] : []));
	const words = Object.entries(countBy(told)).map(([status, count]) => `${statusWords?.get(status) ?? `status ${status}`} (${count})`);
	const untold = duplicates.length - told.length;
	return [
		...(told.length > 0 ? [`${label} says of the first messages: ${words.join(', ')}.`] : []),
		...(untold > 0 ? [`${told.length > 0 ? `Of ${untold} it says nothing: if` : 'If'} the first request was refused, e.g. because of an empty wallet, they may never have gone out.`] : []),
	];
}

/** Only what would change something. */
function howToSendAgain(run: Run): string[] {
	switch (repeatsBy(run)) {
		case BY_CONTENT:
			return ["To send again while you test, set the option 'Request ID' to 'Once per Execution': then every item goes out again, also to those who have the message."];
		case 'key':
			return ["To send again, give another 'Request Key'."];
		default:
			return [];
	}
}

/** A receipt of the sandbox looks like any other. */
function sandboxIn({ provider }: Run, results: readonly SendResult[]): string[] {
	const checked = receiptsOf(results).filter(({ status }) => status === 'sandbox').length;
	if (checked === 0) return [];
	const which = checked === results.length ? '' : ` for ${checked} of ${results.length} items`;
	return [`'Sandbox' is on${which}: ${provider.label} only checked the messages, nothing was sent${which === '' ? '' : ' for these'}.`];
}
