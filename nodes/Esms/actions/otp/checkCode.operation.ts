import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { checkCode as askForCode } from '../../../providers/esms/otp';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';

const codeField: INodeProperties = {
	displayName: 'Code',
	name: 'code',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 686868',
	description: 'What the customer typed. Give it as text: a number loses its leading zeros.',
};

export const checkCode: Operation<EsmsClient> = {
	option: {
		name: 'Check Code',
		value: 'checkCode',
		action: 'Check one-time password',
		description: 'Ask eSMS whether a code is the one that it sent to the phone number; a check may use the code up',
	},
	fields: [
		{ ...phoneField, description: 'Vietnamese mobile number to which the code was sent' },
		codeField,
	],
	calls: [PATHS.checkCode],
	execute,
};

/** Checks one code per item, each once: a second look could find it used (esms.md 8.3). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await sendItems(
		run,
		(item) => {
			const phone = item.phone(phoneField);
			const code = item.text(codeField);
			return { repeat: 'adds', send: async () => await askForCode(run.client, phone, code) };
		},
		{ subject: 'change' },
	);
	return [items];
}
