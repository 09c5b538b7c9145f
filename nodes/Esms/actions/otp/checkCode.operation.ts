import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { checkCode as askForCode, type CodeCheck } from '../../../providers/esms/otp';
import { esmsClient } from '../../../shared/clients';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { esmsSendOptions } from '../../../shared/fields/sendOptions';
import { readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';

export const checkCode: Operation = {
	option: {
		name: 'Check Code',
		value: 'checkCode',
		action: 'Check one time password',
		description: 'Ask eSMS whether a code is the one that it sent to the phone number; a check may use the code up',
	},
	fields: [
		{ ...phoneField, description: 'Vietnamese mobile number to which the code was sent' },
		{
			displayName: 'Code',
			name: 'code',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 686868',
			description: 'What the customer typed. Give it as text: a number loses its leading zeros.',
		},
	],
	calls: [PATHS.checkCode],
	execute,
};

/** Checks one code per item, each once: a second look could find it used (esms.md 8.3). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend<CodeCheck>> => {
		const phone = readPhone(this, itemIndex);
		const code = readText(this, itemIndex, 'code', 'Code');
		return { repeatable: false, send: async () => await askForCode(client, phone, code) };
	};
	const requestsPerSecond = esmsSendOptions.requestsPerSecond.default;
	return [await sendItems(this, { provider: 'esms', subject: 'change', requestsPerSecond, prepare })];
}
