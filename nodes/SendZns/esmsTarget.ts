import type { INodeProperties } from 'n8n-workflow';
import { hashPhone } from '../domain/phone';
import type { Recipient } from '../domain/sendReceipt';
import type { ZnsTarget } from '../providers/esms/send';
import type { Item } from '../shared/fields/item';
import { filledText } from '../shared/fields/kinds/customerText';
import { zaloUserId } from '../shared/fields/kinds/id';
import { phoneField } from '../shared/fields/recipient';
import { zaloUserIdField } from '../shared/fields/zaloUserId';

const SHA_256 = /^[0-9a-f]{64}$/i;

const sendToField: INodeProperties = {
	displayName: 'Send To',
	name: 'sendTo',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Hashed Phone Number', value: 'hashedPhone', description: 'The provider never sees the number in clear' },
		{ name: 'Phone Number', value: 'phone' },
		{
			name: 'Phone Number, in a Journey',
			value: 'journey',
			description: 'One of several messages about the same order, on a template that Zalo approved for journeys',
		},
		{ name: 'Zalo User ID', value: 'zaloUserId', description: 'A customer whom the Official Account knows on Zalo' },
	],
	default: 'phone',
};

const hashedPhoneField: INodeProperties = {
	displayName: 'Phone or Hash',
	name: 'hashedPhone',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0901888484',
	description: 'A phone number, which the node hashes before it leaves, or a ready SHA-256 hash of the number in its 84 form',
	displayOptions: { show: { sendTo: ['hashedPhone'] } },
};

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

export const targetFields: INodeProperties[] = [
	sendToField,
	{ ...phoneField, displayOptions: { show: { sendTo: ['phone', 'journey'] } } },
	{ ...zaloUserIdField, displayOptions: { show: { sendTo: ['zaloUserId'] } } },
	hashedPhoneField,
	orderIdField,
];

/** @returns whom the message of an item is for; throws Refusal where that cannot be told */
export function readTarget(item: Item): ZnsTarget {
	const by = item.choice(sendToField, ['phone', 'zaloUserId', 'hashedPhone', 'journey']);
	switch (by) {
		case 'phone':
			return { by, phone: item.phone(phoneField) };
		case 'zaloUserId':
			return { by, zaloUserId: item.required(zaloUserIdField, zaloUserId) };
		case 'hashedPhone': {
			const given = item.raw(hashedPhoneField);
			const ready = typeof given === 'string' ? given.trim().toLowerCase() : '';
			return { by, hashedPhone: SHA_256.test(ready) ? ready : hashPhone(item.phone(hashedPhoneField)) };
		}
		case 'journey': {
			const orderId = item.optional(orderIdField, filledText);
			if (orderId !== undefined) return { by, phone: item.phone(phoneField), orderId };
			throw item.refuse('Order ID is empty', "Every message of a journey needs the ID of its order in 'Order ID'.");
		}
	}
}

/** @returns the recipient as receipts name it */
export function recipientOf(target: ZnsTarget): Recipient {
	switch (target.by) {
		case 'phone':
		case 'journey':
			return { phone: target.phone };
		case 'zaloUserId':
			return { zaloUserId: target.zaloUserId };
		case 'hashedPhone':
			return { hashedPhone: target.hashedPhone };
	}
}
