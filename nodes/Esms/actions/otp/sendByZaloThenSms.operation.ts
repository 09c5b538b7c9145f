import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendCodeByZaloThenSms } from '../../../providers/esms/otp';
import { readOptions } from '../../../shared/esms/options';
import { esmsReceipt } from '../../../shared/esms/receipt';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { plainPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { codeOptionsField, readLifetime } from './options';

const ACTIONS = ['createAndSend', 'createOnly'] as const;

const templateIdField: INodeProperties = {
	displayName: 'Multi-Channel Template ID',
	name: 'multiChannelTemplateId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 22575',
	description: 'ID that eSMS issued for your pair of a ZNS template and an SMS template',
};

const actionField: INodeProperties = {
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
};

export const sendByZaloThenSms: Operation<EsmsClient> = {
	option: {
		name: 'Send by Zalo, Then SMS',
		value: 'sendByZaloThenSms',
		action: 'Send one-time password by Zalo then SMS',
		description: 'Let eSMS make a code and send it by ZNS, or by SMS where Zalo does not reach the customer. Compare what the customer types with Check Code.',
	},
	fields: [
		phoneField,
		templateIdField,
		actionField,
		previewOnlyField,
		codeOptionsField(),
	],
	calls: [PATHS.sendCodeByZaloThenSms],
	execute,
};

/** Sends one code per item. The call has no request ID, so a repeat would send another code (esms.md 8.2). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await sendItems(run, (item) => {
		const phone = item.phone(phoneField);
		const code = {
			phone,
			multiChannelTemplateId: item.text(templateIdField),
			send: item.choice(actionField, ACTIONS) === 'createAndSend',
			lifetime: readLifetime(item),
		};
		const { simplify } = readOptions(run, item);
		return {
			repeat: code.send ? 'reaches' : 'adds',
			preview: { channel: 'zns', recipient: { phone }, picture: () => plainPicture(`One-time password by multi-channel template ${code.multiChannelTemplateId}`, ['eSMS makes the code and knows the texts.']) },
			send: async () => esmsReceipt('zns', { phone }, { requestId: undefined, simplify }, await sendCodeByZaloThenSms(run.client, code)),
		};
	});
	return [items];
}
