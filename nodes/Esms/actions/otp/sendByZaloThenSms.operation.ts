import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendCodeByZaloThenSms } from '../../../providers/esms/otp';
import { esmsClient } from '../../../shared/clients';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { esmsSendOptions, readOptions } from '../../../shared/fields/sendOptions';
import { readChoice, readText } from '../../../shared/fields/text';
import { readOptionalWholeNumber } from '../../../shared/fields/wholeNumber';
import type { Operation } from '../../../shared/operations';
import { plainPicture } from '../../../shared/preview/text';
import { esmsReceipt } from '../../../shared/receipts';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';
import { codeOptionsField, lifetime } from './options';

const ACTIONS = ['createAndSend', 'createOnly'] as const;

export const sendByZaloThenSms: Operation = {
	option: {
		name: 'Send by Zalo, Then SMS',
		value: 'sendByZaloThenSms',
		action: 'Send one time password by zalo then SMS',
		description: 'Let eSMS make a code and send it by ZNS, or by SMS where Zalo does not reach the customer. Compare what the customer types with Check Code.',
	},
	fields: [
		phoneField,
		{
			displayName: 'Multi-Channel Template ID',
			name: 'multiChannelTemplateId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 22575',
			description: 'ID that eSMS issued for your pair of a ZNS template and an SMS template',
		},
		{
			displayName: 'Code',
			name: 'codeAction',
			type: 'options',
			options: [
				{ name: 'Create and Send', value: 'createAndSend' },
				{
					name: 'Create Only',
					value: 'createOnly',
					description: 'Nothing is sent. How eSMS hands over the code is not documented: switch the option Simplify off to see its whole answer.',
				},
			],
			default: 'createAndSend',
			description: 'What eSMS does with the code',
		},
		previewOnlyField,
		codeOptionsField(),
	],
	calls: [PATHS.sendCodeByZaloThenSms],
	execute,
};

/** Sends one code per item. The call has no request ID, so a repeat would send another code (esms.md 8.2). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend> => {
		const phone = readPhone(this, itemIndex);
		const code = {
			phone,
			multiChannelTemplateId: readText(this, itemIndex, 'multiChannelTemplateId', 'Multi-Channel Template ID'),
			send: readChoice(this, itemIndex, 'codeAction', 'Code', ACTIONS) === 'createAndSend',
			lifetime: readOptionalWholeNumber(this, itemIndex, lifetime),
		};
		const { simplify } = readOptions(this, itemIndex);
		return {
			repeatable: false,
			preview: { channel: 'zns', recipient: { phone }, picture: () => plainPicture(`One-time password by multi-channel template ${code.multiChannelTemplateId}`, ['eSMS makes the code and knows the texts.']) },
			send: async () => esmsReceipt('zns', { phone }, undefined, await sendCodeByZaloThenSms(client, code), simplify),
		};
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	return [await sendItems(this, { provider: 'esms', requestsPerSecond, prepare })];
}
