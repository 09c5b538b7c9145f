import type { INodeProperties } from 'n8n-workflow';
import { zalo } from '../../providers/zalo';
import { includeInputOption } from '../fields/includeInput';
import { inside, type Item } from '../fields/item';
import { choice } from '../fields/kinds/choice';
import { flag } from '../fields/kinds/flag';
import { filledText } from '../fields/kinds/customerText';
import { requestsPerSecondOption } from '../fields/requestsPerSecond';
import { simplifyField } from '../fields/simplify';
import { sendOnRetry } from '../sending/sendOnRetry';

const developmentField: INodeProperties = {
	displayName: 'Development Mode',
	name: 'development',
	type: 'boolean',
	default: false,
	description: 'Whether the message may go to administrators of the app or of the Official Account only, paid from a wallet of its own; the template need not be approved yet. Not by Zalo user ID. An expression must give true or false.',
};

const requestKeyField: INodeProperties = {
	displayName: 'Request Key',
	name: 'requestKey',
	type: 'string',
	default: '',
	placeholder: 'e.g. {{ $json.orderCode }}_paid',
	description: 'Key of yours that comes back with the delivery report as requestKey. Letters, digits and underscores, at most 24 and no phone number, stay readable. It does not keep Zalo from sending twice.',
	displayOptions: { show: { '/sendTo': ['hashedPhone', 'phone'] } },
};

const sendingModeField: INodeProperties = {
	displayName: 'Sending Mode',
	name: 'sendingMode',
	type: 'options',
	options: [
		{ name: 'Beyond Quota', value: '3', description: 'Only for Official Accounts that Zalo has allowed to, with a template of tag 3 (promotion)' },
		{ name: 'Normal', value: '1' },
	],
	default: '1',
	description: 'Messages by Zalo user ID always go the normal way',
};

const sendOnRetryField = sendOnRetry(zalo.label);

/** @param more options of one operation only */
export function zaloOptionsField(more: INodeProperties[] = []): INodeProperties {
	const own = [developmentField, requestKeyField, { ...requestsPerSecondOption, default: zalo.requestsPerSecond }, sendOnRetryField, sendingModeField, simplifyField, includeInputOption.option];
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [...own, ...more].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

const option = (field: INodeProperties) => inside('options', field);

/** What the options of an item say of its message. */
export interface ZaloOptions {
	development: boolean;
	/** The user's own key. */
	requestKey: string | undefined;
	sendingMode: '1' | '3' | undefined;
	simplify: boolean;
}

/** @throws Refusal that names the option and what is wrong with it */
export function readZaloOptions(item: Item): ZaloOptions {
	return {
		development: item.decisive(option(developmentField), flag) ?? false,
		requestKey: item.optional(option(requestKeyField), filledText),
		sendingMode: item.optional(option(sendingModeField), choice(['1', '3'])),
		simplify: item.isOn(option(simplifyField), true),
	};
}

/** @returns whether an item may be sent again by a retry of the execution */
export function readSendOnRetry(item: Item): boolean {
	return item.isOn(option(sendOnRetryField));
}
