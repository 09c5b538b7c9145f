import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { PATHS } from '../../../providers/esms/endpoints';
import { registerZaloTemplate, type Registration } from '../../../providers/esms/registrations';
import { esmsClient } from '../../../shared/clients';
import { officialAccountField, readId } from '../../../shared/fields/locators';
import { esmsSendOptions } from '../../../shared/fields/sendOptions';
import { itemFault, readChoice, readOptionalText, readText } from '../../../shared/fields/text';
import { readOptionalWebUrl } from '../../../shared/fields/webUrl';
import type { Operation } from '../../../shared/operations';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';
import { readCallbackUrl, registrationOptionsField } from './registrationOptions';

const TYPES = { normal: '25', priority: '24' } as const;

const CHOICES = Object.keys(TYPES) as Array<keyof typeof TYPES>;

const accountField = { ...officialAccountField, description: 'Zalo Official Account that shall send the template' };

export const registerZalo: Operation = {
	option: {
		name: 'Register Zalo Template',
		value: 'registerZalo',
		action: 'Register zalo template',
		description: 'Ask eSMS to register a ZNS template; people decide on it later',
	},
	fields: [
		accountField,
		{
			displayName: 'Type',
			name: 'templateType',
			type: 'options',
			options: [
				{ name: 'Normal', value: 'normal', description: 'Customer care' },
				{ name: 'Priority', value: 'priority', description: 'One-time passwords' },
			],
			default: 'normal',
		},
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 5 },
			default: '',
			required: true,
			placeholder: 'e.g. Xin chào {{customer_name}}, đơn hàng {{order_code}} đã được xác nhận',
			description: 'Text of the template',
		},
		{
			displayName: 'Logo URL',
			name: 'logoUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://myshop.vn/images/logo.png',
			description: 'URL of the logo: a PNG of 400 × 69 pixels, transparent, for a black or a white ground',
		},
		registrationOptionsField([
			{ displayName: 'Button 1', name: 'button1', type: 'string', default: '', description: 'First call to action; eSMS calls it CTA1' },
			{ displayName: 'Button 2', name: 'button2', type: 'string', default: '', description: 'Second call to action; eSMS calls it CTA2' },
		]),
	],
	calls: [PATHS.registerZaloTemplate],
	execute,
};

/** Registers one template of Zalo per item (esms.md 11). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend<Registration>> => {
		const optional = (name: string) => toNfc(readOptionalText(this, itemIndex, name)) || undefined;
		const draft = {
			officialAccountId: readId(this, itemIndex, accountField),
			typeId: TYPES[readChoice(this, itemIndex, 'templateType', 'Type', CHOICES)],
			content: toNfc(readText(this, itemIndex, 'content', 'Content')),
			logoUrl: readOptionalWebUrl(this, itemIndex, 'logoUrl', 'Logo URL'),
			buttons: { first: optional('options.button1'), second: optional('options.button2') },
			callbackUrl: readCallbackUrl(this, itemIndex),
		};
		if (draft.logoUrl === '') throw itemFault(this, itemIndex, 'Logo URL is empty', "Fill in 'Logo URL' for this item.");
		return { repeatable: false, send: async () => await registerZaloTemplate(client, draft) };
	};
	const requestsPerSecond = esmsSendOptions.requestsPerSecond.default;
	return [await sendItems(this, { provider: 'esms', subject: 'change', requestsPerSecond, prepare })];
}
