import type { INodeProperties } from 'n8n-workflow';
import type { Recipient } from '../domain/sendReceipt';
import type { ZnsTarget } from '../providers/esms/send';
import type { Item } from '../shared/fields/item';
import { filledText } from '../shared/fields/kinds/customerText';
import { phoneField } from '../shared/fields/recipient';
import { readTarget, recipientOf, sendToField, targetFields } from './target';

const esmsSendToField = sendToField([
	{
		name: 'Phone Number, in a Journey',
		value: 'journey',
		description: 'One of several messages about the same order, on a template that Zalo approved for journeys',
	},
]);

const orderIdField: INodeProperties = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. DH001',
	description: 'ID that all messages of the journey share',
	displayOptions: { show: { sendTo: ['journey'] } },
};

export const esmsTargetFields: INodeProperties[] = [esmsSendToField, ...targetFields(['phone', 'journey']), orderIdField];

/** @returns whom the message of an item is for; throws Refusal where that cannot be told */
export function readEsmsTarget(item: Item): ZnsTarget {
	const by = item.choice(esmsSendToField, ['phone', 'zaloUserId', 'hashedPhone', 'journey']);
	if (by !== 'journey') return readTarget(item, by);
	const orderId = item.optional(orderIdField, filledText);
	if (orderId !== undefined) return { by, phone: item.phone(phoneField), orderId };
	throw item.refuse('Order ID is empty', "Every message of a journey needs the ID of its order in 'Order ID'.");
}

/** @returns the recipient as receipts name it */
export function esmsRecipientOf(target: ZnsTarget): Recipient {
	return target.by === 'journey' ? { phone: target.phone } : recipientOf(target);
}
