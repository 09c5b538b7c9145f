import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';
import { toVietnamSendDate } from '../../domain/sendDate';
import { itemFault } from './text';

/**
 * Reads a date of the past or the future.
 *
 * @returns `yyyy-MM-dd HH:mm:ss` in Vietnam time, as eSMS takes it
 * @throws NodeOperationError where the value is no date
 */
export function readVietnamTime(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string {
	// Any time is later than the first one, so dates that are over are no fault here.
	const date = toVietnamSendDate(context.getNodeParameter(name, itemIndex, ''), context.getTimezone(), DateTime.fromMillis(0));
	if (date.ok) return date.value;
	throw itemFault(context, itemIndex, date.fault.replace('Send Date', displayName), `Correct the value of '${displayName}' for this item.`);
}

/**
 * Reads the dates between which is asked for.
 *
 * @returns both as `yyyy-MM-dd HH:mm:ss` in Vietnam time
 * @throws NodeOperationError where one is no date, or the first is later than the second
 */
export function readPeriod(context: IExecuteFunctions, itemIndex: number): { from: string; to: string } {
	const from = readVietnamTime(context, itemIndex, 'from', 'From');
	const to = readVietnamTime(context, itemIndex, 'to', 'To');
	if (from > to) throw itemFault(context, itemIndex, 'From is later than To', "Correct 'From' and 'To' for this item.");
	return { from, to };
}
