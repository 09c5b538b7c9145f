import type { INodeProperties } from 'n8n-workflow';
import { REQUESTS_PER_SECOND } from '../../providers/caresoft/endpoints';
import { includeInputOption } from '../fields/includeInput';
import { inside, type Item } from '../fields/item';
import { requestsPerSecondOption } from '../fields/requestsPerSecond';
import { simplifyField } from '../fields/simplify';
import { SEND_ON_RETRY } from '../sending/onRepeat';

/** Whether the Retry of n8n may send what CareSoft cannot tell from a repeat. */
export const sendOnRetryField: INodeProperties = {
	displayName: SEND_ON_RETRY,
	name: 'sendOnRetry',
	type: 'boolean',
	default: false,
	description: 'Whether to send when an execution is retried. CareSoft does not recognize repeats: who got the message in the first run gets it again.',
};

/** Options of every operation that sends through CareSoft. */
export const caresoftOptionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [includeInputOption.option, { ...requestsPerSecondOption, default: REQUESTS_PER_SECOND }, sendOnRetryField, simplifyField],
};

/** @returns whether an item may be sent again by a retry of the execution */
export function readSendOnRetry(item: Item): boolean {
	return item.isOn(inside('options', sendOnRetryField));
}

/** @returns whether the receipt of an item leaves the answer of CareSoft out */
export function readSimplify(item: Item): boolean {
	return item.isOn(inside('options', simplifyField), true);
}
