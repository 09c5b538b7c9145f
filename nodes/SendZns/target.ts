import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { hashPhone } from '../domain/phone';
import type { Recipient } from '../domain/sendReceipt';
import { trimmed } from '../domain/text';
import type { Item } from '../shared/fields/item';
import { zaloUserId } from '../shared/fields/kinds/id';
import { phoneField } from '../shared/fields/recipient';
import { zaloUserIdField } from '../shared/fields/zaloUserId';

/** Whom a ZNS is for; the phone number as `parsePhone` gives it, the hash in lower case. */
export type Target = { by: 'phone'; phone: string } | { by: 'zaloUserId'; zaloUserId: string } | { by: 'hashedPhone'; hashedPhone: string };

const SHA_256 = /^[0-9a-f]{64}$/;

/** Hexadecimal digits with a letter among them, more than anybody writes into a phone number. */
const OTHER_HASH = /^(?=\d*[a-f])(?:[0-9a-f]{20,63}|[0-9a-f]{65,})$/;

const options: INodePropertyOptions[] = [
	{ name: 'Hashed Phone Number', value: 'hashedPhone', description: 'The provider never sees the number in clear' },
	{ name: 'Phone Number', value: 'phone' },
	{ name: 'Zalo User ID', value: 'zaloUserId', description: 'A customer whom the Official Account knows on Zalo' },
];

/** @param more ways that only one provider has */
export function sendToField(more: INodePropertyOptions[] = []): INodeProperties {
	return {
		displayName: 'Send To',
		name: 'sendTo',
		type: 'options',
		noDataExpression: true,
		options: [...options, ...more].sort((a, b) => a.name.localeCompare(b.name)),
		default: 'phone',
	};
}

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

/** @param byPhone the ways that need a phone number */
export function targetFields(byPhone: string[] = ['phone']): INodeProperties[] {
	return [
		{ ...phoneField, displayOptions: { show: { sendTo: byPhone } } },
		{ ...zaloUserIdField, displayOptions: { show: { sendTo: ['zaloUserId'] } } },
		hashedPhoneField,
	];
}

/** @returns whom the message of an item is for; throws Refusal where that cannot be told */
export function readTarget(item: Item, by: Target['by']): Target {
	switch (by) {
		case 'phone':
			return { by, phone: item.phone(phoneField) };
		case 'zaloUserId':
			return { by, zaloUserId: item.required(zaloUserIdField, zaloUserId) };
		case 'hashedPhone': {
			const given = item.raw(hashedPhoneField);
			const ready = typeof given === 'string' ? trimmed(given).toLowerCase() : '';
			if (OTHER_HASH.test(ready)) {
				const advice = 'Give the SHA-256 hash of the number in its 84 form, or the number itself, which the node hashes.';
				throw item.refuse(`${hashedPhoneField.displayName} is not a SHA-256 hash: it has ${ready.length} hexadecimal digits instead of 64`, advice, 'bad_phone');
			}
			return { by, hashedPhone: SHA_256.test(ready) ? ready : hashPhone(item.phone(hashedPhoneField)) };
		}
	}
}

/** @returns the recipient as receipts name it */
export function recipientOf(target: Target): Recipient {
	switch (target.by) {
		case 'phone':
			return { phone: target.phone };
		case 'zaloUserId':
			return { zaloUserId: target.zaloUserId };
		case 'hashedPhone':
			return { hashedPhone: target.hashedPhone };
	}
}
