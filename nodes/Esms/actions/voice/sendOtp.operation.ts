import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendOptionsField } from '../../../shared/esms/options';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { plainPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { waitingFields, waitingOptions } from '../../../shared/waiting/fields';
import { sendTypeEights } from '../../typeEight';

const codeField: INodeProperties = {
	displayName: 'Code',
	name: 'code',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 686868',
	description: 'Digits of the one-time password. Give them as text: a number loses its leading zeros.',
};

export const sendOtp: Operation<EsmsClient> = {
	option: {
		name: 'Send One-Time Password',
		value: 'sendOtp',
		action: 'Send one-time password by call',
		description: 'Call each recipient and read out a one-time password that your workflow has made',
	},
	fields: [
		phoneField,
		codeField,
		...waitingFields,
		previewOnlyField,
		sendOptionsField(waitingOptions),
	],
	calls: [PATHS.sendSms],
	execute,
};

/** Has one one-time password read out per item (esms.md 7.4). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await sendTypeEights(run, (code) => plainPicture('Call that reads out a one-time password', [code]), (item) => {
		const content = item.text(codeField);
		// The code itself has no place in an error.
		if (!/^\d+$/.test(content)) throw item.refuse('Code must have digits only', "Correct the value of 'Code' for this item.");
		return { content };
	});
}
