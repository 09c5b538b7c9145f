import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { PATHS } from '../../../providers/esms/endpoints';
import { registerSmsTemplate, type Registration } from '../../../providers/esms/registrations';
import { esmsClient } from '../../../shared/clients';
import { esmsSendOptions } from '../../../shared/fields/sendOptions';
import { readChoice, readOptionalText, readText } from '../../../shared/fields/text';
import { readOptionalWebUrl } from '../../../shared/fields/webUrl';
import type { Operation } from '../../../shared/operations';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';
import { brandnameField } from '../../fields/brandname';
import { readCallbackUrl, registrationOptionsField } from './registrationOptions';

const TYPES = { customerCare: '2', fixedNumber: '8' } as const;

const CHOICES = Object.keys(TYPES) as Array<keyof typeof TYPES>;

export const registerSms: Operation = {
	option: {
		name: 'Register SMS Template',
		value: 'registerSms',
		action: 'Register SMS template',
		description: 'Ask eSMS to register a text for a brandname; people decide on it later',
	},
	fields: [
		brandnameField('searchSmsBrandnames'),
		{
			displayName: 'Type',
			name: 'templateType',
			type: 'options',
			options: [
				{ name: 'Customer Care', value: 'customerCare' },
				{ name: 'Fixed Number', value: 'fixedNumber' },
			],
			default: 'customerCare',
		},
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. MYSHOP: don hang {Biến:30} da duoc xac nhan',
			description: 'Text of the template; {Biến:30} stands for up to 30 characters that change from message to message',
		},
		registrationOptionsField([
			{
				displayName: 'Assets URL',
				name: 'assetsUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://myshop.vn/papers.pdf',
				description: 'AssetsUrl of the call; eSMS does not document what it holds',
			},
			{ displayName: 'Customer Email', name: 'customerEmail', type: 'string', default: '', placeholder: 'e.g. nathan@example.com', description: 'Email that goes with the registration; eSMS calls it CustomerEmail' },
			{ displayName: 'Customer Name', name: 'customerName', type: 'string', default: '', placeholder: 'e.g. Nguyễn An', description: 'Name that goes with the registration; eSMS calls it CustomerName' },
			{ displayName: 'Customer Phone', name: 'customerPhone', type: 'string', default: '', placeholder: 'e.g. 0901888484', description: 'Phone number that goes with the registration; eSMS calls it CustomerPhone' },
			{ displayName: 'Unicode', name: 'unicode', type: 'boolean', default: true, description: 'Whether the messages have diacritics' },
		]),
	],
	calls: [PATHS.registerSmsTemplate],
	execute,
};

/** Registers one text per item (esms.md 11). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend<Registration>> => {
		const optional = (name: string) => toNfc(readOptionalText(this, itemIndex, `options.${name}`)) || undefined;
		const unicode: unknown = this.getNodeParameter('options.unicode', itemIndex, '');
		const draft = {
			brandname: readText(this, itemIndex, 'brandname', 'Brandname'),
			typeId: TYPES[readChoice(this, itemIndex, 'templateType', 'Type', CHOICES)],
			content: toNfc(readText(this, itemIndex, 'content', 'Content')),
			unicode: typeof unicode === 'boolean' ? unicode : undefined,
			assetsUrl: readOptionalWebUrl(this, itemIndex, 'options.assetsUrl', 'Assets URL') || undefined,
			customer: { email: optional('customerEmail'), name: optional('customerName'), phone: optional('customerPhone') },
			callbackUrl: readCallbackUrl(this, itemIndex),
		};
		return { repeatable: false, send: async () => await registerSmsTemplate(client, draft) };
	};
	const requestsPerSecond = esmsSendOptions.requestsPerSecond.default;
	return [await sendItems(this, { provider: 'esms', subject: 'change', requestsPerSecond, prepare })];
}
