import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendCodeBySms } from '../../../providers/esms/otp';
import { readOptions } from '../../../shared/esms/options';
import { esmsReceipt } from '../../../shared/esms/receipt';
import { inside, type Item } from '../../../shared/fields/item';
import { choice } from '../../../shared/fields/kinds/choice';
import { wholeNumber } from '../../../shared/fields/kinds/number';
import { plainText } from '../../../shared/fields/kinds/smsText';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { smsPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { smsBrandnameField } from '../../fields/brandname';
import { codeOptionsField, readLifetime } from './options';

const PLACEHOLDER = '{OTP}';

const CHARACTERS = ['digits', 'lettersAndDigits'] as const;

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	required: true,
	placeholder: 'e.g. {OTP} la ma xac minh dang ky MYSHOP cua ban',
	description: 'Text of the message with {OTP} where the code goes. It must match a template that is registered for the brandname.',
};

const charactersOption: INodeProperties = {
	displayName: 'Characters of the Code',
	name: 'codeCharacters',
	type: 'options',
	options: [
		{ name: 'Digits', value: 'digits' },
		{ name: 'Letters and Digits', value: 'lettersAndDigits' },
	],
	default: 'digits',
};

const lengthOption: INodeProperties = {
	displayName: 'Length of the Code',
	name: 'codeLength',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 6,
	description: 'How many characters the code has; eSMS documents no limits',
};

export const sendBySms: Operation<EsmsClient> = {
	option: {
		name: 'Send by SMS',
		value: 'sendBySms',
		action: 'Send one-time password by SMS',
		description: 'Let eSMS make a code and send it by SMS. It is never returned; compare what the customer types with Check Code.',
	},
	fields: [
		smsBrandnameField,
		phoneField,
		contentField,
		previewOnlyField,
		codeOptionsField([charactersOption, lengthOption]),
	],
	calls: [PATHS.sendCodeBySms],
	execute,
};

/** Sends one code per item. The call has no request ID, so a repeat would send another code (esms.md 8.1). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await sendItems(run, (item) => {
		const phone = item.phone(phoneField);
		const content = item.required(contentField, plainText());
		const code = { brandname: item.text(smsBrandnameField), phone, content, ...readCodeOptions(item) };
		if (!content.includes(PLACEHOLDER)) {
			throw item.refuse(`Content does not hold ${PLACEHOLDER}, the place for the code`, `Write ${PLACEHOLDER} into 'Content' where the code goes, in capitals.`);
		}
		const { simplify } = readOptions(run, item);
		return {
			repeat: 'reaches',
			preview: { channel: 'sms', recipient: { phone }, picture: () => smsPicture(code.brandname, content) },
			send: async () => esmsReceipt('sms', { phone }, { requestId: undefined, simplify }, await sendCodeBySms(run.client, code)),
		};
	});
	return [items];
}

function readCodeOptions(item: Item): { lifetime?: number; length?: number; digitsOnly?: boolean } {
	const characters = item.optional(inside('options', charactersOption), choice(CHARACTERS));
	return {
		lifetime: readLifetime(item),
		length: item.optional(inside('options', lengthOption), wholeNumber(1)),
		digitsOnly: characters === undefined ? undefined : characters === 'digits',
	};
}
