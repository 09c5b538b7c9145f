import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { registerSmsTemplate, type Registration } from '../../../providers/esms/registrations';
import { inside, type Item } from '../../../shared/fields/item';
import { email as emailKind } from '../../../shared/fields/kinds/email';
import { flag } from '../../../shared/fields/kinds/flag';
import { webUrl } from '../../../shared/fields/kinds/url';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import type { Message } from '../../../shared/sending/types';
import { smsBrandnameField } from '../../fields/brandname';
import { readDecisionUrl, registrationOptionsField } from './registrationOptions';

const TYPES = { customerCare: '2', fixedNumber: '8' } as const;

const CHOICES = Object.keys(TYPES) as Array<keyof typeof TYPES>;

const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'templateType',
	type: 'options',
	options: [
		{ name: 'Customer Care', value: 'customerCare' },
		{ name: 'Fixed Number', value: 'fixedNumber' },
	],
	default: 'customerCare',
};

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. MYSHOP: don hang {Biến:30} da duoc xac nhan',
	description: 'Text of the template; {Biến:30} stands for up to 30 characters that change from message to message',
};

const registrationOptions = {
	assetsUrl: {
		displayName: 'Assets URL',
		name: 'assetsUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://myshop.vn/papers.pdf',
		description: 'AssetsUrl of the call; eSMS does not document what it holds',
	},
	email: { displayName: 'Customer Email', name: 'customerEmail', type: 'string', default: '', placeholder: 'e.g. nathan@example.com', description: 'Email that goes with the registration; eSMS calls it CustomerEmail' },
	name: { displayName: 'Customer Name', name: 'customerName', type: 'string', default: '', placeholder: 'e.g. Nguyễn An', description: 'Name that goes with the registration; eSMS calls it CustomerName' },
	phone: { displayName: 'Customer Phone', name: 'customerPhone', type: 'string', default: '', placeholder: 'e.g. 0901888484', description: 'Phone number that goes with the registration; eSMS calls it CustomerPhone' },
	unicode: { displayName: 'Unicode', name: 'unicode', type: 'boolean', default: true, description: 'Whether the messages have diacritics' },
} as const satisfies Record<string, INodeProperties>;

export const registerSms: Operation<EsmsClient> = {
	option: {
		name: 'Register SMS Template',
		value: 'registerSms',
		action: 'Register SMS template',
		description: 'Ask eSMS to register a text for a brandname; people decide on it later',
	},
	fields: [
		smsBrandnameField,
		typeField,
		contentField,
		registrationOptionsField(Object.values(registrationOptions)),
	],
	calls: [PATHS.registerSmsTemplate],
	execute,
};

/** Registers one text per item (esms.md 11). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const { assetsUrl, email, name, phone, unicode } = registrationOptions;
	const prepare = (item: Item): Message<Registration> => {
		const option = (field: INodeProperties) => item.optionalText(inside('options', field));
		const draft = {
			brandname: item.text(smsBrandnameField),
			typeId: TYPES[item.choice(typeField, CHOICES)],
			content: item.text(contentField),
			unicode: item.optional(inside('options', unicode), flag),
			assetsUrl: item.optional(inside('options', assetsUrl), webUrl),
			customer: { email: item.optional(inside('options', email), emailKind), name: option(name), phone: option(phone) },
			callbackUrl: readDecisionUrl(run, item),
		};
		// Code 199 tells of one that waits already, but not by what eSMS knows it.
		return { repeat: 'adds', send: async () => await registerSmsTemplate(run.client, draft) };
	};
	return [await sendItems(run, prepare, { subject: 'change' })];
}
