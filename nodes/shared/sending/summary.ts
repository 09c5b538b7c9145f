import type { Subject } from '../errors';
import type { SendResult } from './types';

const DONE: Record<Subject, string> = { message: 'Sent', change: 'Done' };

/** What is said of an item that was not tried. */
export const NOT_DONE: Record<Subject, string> = { message: 'Not sent', change: 'Not done' };

/** Says which items went out and which did not, so that nobody sends them twice. */
export function summarize(results: SendResult[], subject: Subject = 'message'): string {
	const indexes = (key: string) => results.flatMap((result, index) => (key in result ? [index] : []));
	const sent = indexes('receipt');
	const notSent = indexes('notSent');
	const parts = [];
	if (sent.length > 0) parts.push(`${DONE[subject]}: ${items(sent)}.`);
	if (notSent.length > 0) parts.push(`${NOT_DONE[subject]}: ${items(notSent)}.`);
	const failed = indexes('error');
	if (failed.length > 1) parts.push(`Refused or unclear: ${items(failed)}.`);
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
