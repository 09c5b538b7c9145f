import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { hashPhone } from '../domain/phone';
import type { Recipient } from '../domain/sendReceipt';
import type { ZnsTarget } from '../providers/esms/send';
import { phoneField, readPhone } from '../shared/fields/recipient';
import { readOptionalText } from '../shared/fields/text';
import { zaloUserIdField, readZaloUserId } from '../shared/fields/zaloUserId';

const SHA_256 = /^[0-9a-f]{64}$/i;

export const targetFields: INodeProperties[] = [
	{
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
	},
	{ ...phoneField, displayOptions: { show: { sendTo: ['phone', 'journey'] } } },
	{ ...zaloUserIdField, displayOptions: { show: { sendTo: ['zaloUserId'] } } },
	{
		displayName: 'Phone or Hash',
		name: 'hashedPhone',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 0901888484',
		description: 'A phone number, which the node hashes before it leaves, or a ready SHA-256 hash of the number in its 84 form',
		displayOptions: { show: { sendTo: ['hashedPhone'] } },
	},
	{
		displayName: 'Order ID',
		name: 'orderId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. DH001',
		description: 'ID that all messages of the journey share',
		displayOptions: { show: { sendTo: ['journey'] } },
	},
];

/** @returns whom the message of an item is for; throws NodeOperationError where that cannot be told */
export function readTarget(context: IExecuteFunctions, itemIndex: number): ZnsTarget {
	const by = context.getNodeParameter('sendTo', itemIndex, 'phone') as ZnsTarget['by'];
	switch (by) {
		case 'phone':
			return { by, phone: readPhone(context, itemIndex) };
		case 'zaloUserId':
			return { by, zaloUserId: readZaloUserId(context, itemIndex) };
		case 'hashedPhone': {
			const given = String(context.getNodeParameter('hashedPhone', itemIndex) ?? '').trim();
			const hashedPhone = SHA_256.test(given) ? given.toLowerCase() : hashPhone(readPhone(context, itemIndex, 'hashedPhone', 'Phone or Hash'));
			return { by, hashedPhone };
		}
		case 'journey': {
			const orderId = readOptionalText(context, itemIndex, 'orderId');
			if (orderId !== '') return { by, phone: readPhone(context, itemIndex), orderId };
			throw new NodeOperationError(context.getNode(), 'Order ID is empty', {
				itemIndex,
				description: "Every message of a journey needs the ID of its order in 'Order ID'.",
			});
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
