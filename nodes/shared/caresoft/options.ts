import type { INodeProperties } from 'n8n-workflow';
import { REQUESTS_PER_SECOND } from '../../providers/caresoft/endpoints';
import { includeInputOption } from '../fields/includeInput';
import { inside, type Item } from '../fields/item';
import { requestsPerSecondOption } from '../fields/requestsPerSecond';
import { sendOnRetry } from '../sending/sendOnRetry';
import { simplifyField } from '../fields/simplify';

export const sendOnRetryField = sendOnRetry('CareSoft');

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
