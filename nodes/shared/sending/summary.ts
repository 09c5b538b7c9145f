import type { Subject } from '../errors';
import type { SendResult } from './types';

const DONE: Record<Subject, string> = { message: 'Sent', change: 'Done' };

/** What is said of an item that was not tried. */
export const NOT_DONE: Record<Subject, string> = { message: 'Not sent', change: 'Not done' };

/** What makes a summary true for its run. */
interface SummaryTerms {
	subject?: Subject;
	/** Whether what a send met leaves open if the message went out. */
	isUnclear(error: unknown): boolean;
	/** What running again does to those that went out; '' where that is not known. */
	again?: string;
}

/** Says which items went out and which did not, so that nobody sends them twice; nothing where the error of the only item says it all. */
export function summarize(results: SendResult[], { subject = 'message', isUnclear, again = '' }: SummaryTerms): string {
	const indexes = (is: (result: SendResult) => boolean) => results.flatMap((result, index) => (is(result) ? [index] : []));
	const groups: Array<[word: string, indexes: number[]]> = [
		[DONE[subject], indexes((result) => 'receipt' in result)],
		['Refused', indexes((result) => 'error' in result && !isUnclear(result.error))],
		['Unclear', indexes((result) => 'error' in result && isUnclear(result.error))],
		[NOT_DONE[subject], indexes((result) => 'notSent' in result)],
	];
	if (results.length < 2 && results.some((result) => 'error' in result)) return '';
	const parts = groups.flatMap(([word, members]) => (members.length > 0 ? [`${word}: ${items(members)}.`] : []));
	if (results.length > 1) parts.push('Items are counted from 0.');
	if (results.some((result) => 'receipt' in result) && again !== '') parts.push(again);
	return parts.join(' ');
}

/** @returns item indexes as ranges, e.g. `items 0-4, 7` */
function items(indexes: number[]): string {
	const ranges: Array<[number, number]> = [];
	for (const index of indexes) {
		const last = ranges.at(-1);
		if (last && last[1] === index - 1) last[1] = index;
		else ranges.push([index, index]);
	}
	const text = ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
	return `${indexes.length === 1 ? 'item' : 'items'} ${text}`;
}
