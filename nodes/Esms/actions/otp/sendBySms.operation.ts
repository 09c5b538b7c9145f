import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendCodeBySms } from '../../../providers/esms/otp';
import { esmsClient } from '../../../shared/clients';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { esmsSendOptions, readOptions } from '../../../shared/fields/sendOptions';
import { itemFault, readChoice, readText } from '../../../shared/fields/text';
import { readOptionalWholeNumber } from '../../../shared/fields/wholeNumber';
import type { Operation } from '../../../shared/operations';
import { smsPicture } from '../../../shared/preview/text';
import { esmsReceipt } from '../../../shared/receipts';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';
import { brandnameField } from '../../fields/brandname';
import { codeOptionsField, lifetime } from './options';

const PLACEHOLDER = '{OTP}';

const CHARACTERS = ['digits', 'lettersAndDigits'] as const;

export const sendBySms: Operation = {
	option: {
		name: 'Send by SMS',
		value: 'sendBySms',
		action: 'Send one time password by SMS',
		description: 'Let eSMS make a code and send it by SMS. It is never returned; compare what the customer types with Check Code.',
	},
	fields: [
		brandnameField('searchSmsBrandnames'),
		phoneField,
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			required: true,
			placeholder: 'e.g. {OTP} la ma xac minh dang ky MYSHOP cua ban',
			description: 'Text of the message with {OTP} where the code goes. It must match a template that is registered for the brandname.',
		},
		previewOnlyField,
		codeOptionsField([
			{
				displayName: 'Characters of the Code',
				name: 'codeCharacters',
				type: 'options',
				options: [
					{ name: 'Digits', value: 'digits' },
					{ name: 'Letters and Digits', value: 'lettersAndDigits' },
				],
				default: 'digits',
			},
			{
				displayName: 'Length of the Code',
				name: 'codeLength',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 6,
				description: 'How many characters the code has; eSMS documents no limits',
			},
		]),
	],
	calls: [PATHS.sendCodeBySms],
	execute,
};

/** Sends one code per item. The call has no request ID, so a repeat would send another code (esms.md 8.1). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend> => {
		const phone = readPhone(this, itemIndex);
		const code = {
			brandname: readText(this, itemIndex, 'brandname', 'Brandname'),
			phone,
			content: toNfc(readText(this, itemIndex, 'content', 'Content')),
			...readCodeOptions(this, itemIndex),
		};
		if (!code.content.includes(PLACEHOLDER)) {
			throw itemFault(this, itemIndex, `Content does not hold ${PLACEHOLDER}, the place for the code`, `Write ${PLACEHOLDER} into 'Content' where the code goes, in capitals.`);
		}
		const { simplify } = readOptions(this, itemIndex);
		return {
			repeatable: false,
			preview: { channel: 'sms', recipient: { phone }, picture: () => smsPicture(code.brandname, code.content) },
			send: async () => esmsReceipt('sms', { phone }, undefined, await sendCodeBySms(client, code), simplify),
		};
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	return [await sendItems(this, { provider: 'esms', requestsPerSecond, prepare })];
}

function readCodeOptions(context: IExecuteFunctions, itemIndex: number): { lifetime?: number; length?: number; digitsOnly?: boolean } {
	const chosen = context.getNodeParameter('options.codeCharacters', itemIndex, '') !== '';
	return {
		lifetime: readOptionalWholeNumber(context, itemIndex, lifetime),
		length: readOptionalWholeNumber(context, itemIndex, { name: 'options.codeLength', displayName: 'Length of the Code', least: 1 }),
		digitsOnly: chosen
			? readChoice(context, itemIndex, 'options.codeCharacters', 'Characters of the Code', CHARACTERS) === 'digits'
			: undefined,
	};
}
