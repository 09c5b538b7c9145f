import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import { sendOptionsField } from '../../../shared/fields/sendOptions';
import { itemFault, readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { plainPicture } from '../../../shared/preview/text';
import { waitingFields } from '../../../shared/waiting/fields';
import { sendTypeEights } from '../../typeEight';

export const sendOtp: Operation = {
	option: {
		name: 'Send One-Time Password',
		value: 'sendOtp',
		action: 'Send one-time password by call',
		description: 'Call each recipient and read out a one-time password that your workflow has made',
	},
	fields: [
		phoneField,
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 686868',
			description: 'Digits of the one-time password. Give them as text: a number loses its leading zeros.',
		},
		...waitingFields,
		previewOnlyField,
		sendOptionsField(),
	],
	calls: [PATHS.sendSms],
	execute,
};

/** Has one one-time password read out per item (esms.md 7.4). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await sendTypeEights(this, (code) => plainPicture('Call that reads out a one-time password', [code]), (itemIndex) => {
		const content = readText(this, itemIndex, 'code', 'Code');
		// The code itself has no place in an error.
		if (!/^\d+$/.test(content)) throw itemFault(this, itemIndex, 'Code must have digits only', "Correct the value of 'Code' for this item.");
		return { content };
	});
}
