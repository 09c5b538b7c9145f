import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { registerZaloTemplate, type Registration } from '../../../providers/esms/registrations';
import { officialAccountField } from '../../../shared/esms/account';
import { inside, type Item } from '../../../shared/fields/item';
import { webUrl } from '../../../shared/fields/kinds/url';
import { readId } from '../../../shared/fields/locator';
import type { Operation } from '../../../shared/operations';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import type { Message } from '../../../shared/sending/types';
import { readDecisionUrl, registrationOptionsField } from './registrationOptions';

const TYPES = { normal: '25', priority: '24' } as const;

const CHOICES = Object.keys(TYPES) as Array<keyof typeof TYPES>;

const accountField = { ...officialAccountField, description: 'Zalo Official Account that shall send the template' };

const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'templateType',
	type: 'options',
	options: [
		{ name: 'Normal', value: 'normal', description: 'Customer care' },
		{ name: 'Priority', value: 'priority', description: 'One-time passwords' },
	],
	default: 'normal',
};

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 5 },
	default: '',
	required: true,
	placeholder: 'e.g. Xin chào {{customer_name}}, đơn hàng {{order_code}} đã được xác nhận',
	description: 'Text of the template',
};

const logoUrlField: INodeProperties = {
	displayName: 'Logo URL',
	name: 'logoUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://myshop.vn/images/logo.png',
	description: 'URL of the logo: a PNG of 400 × 69 pixels, transparent, for a black or a white ground',
};

const button1Option: INodeProperties = { displayName: 'Button 1', name: 'button1', type: 'string', default: '', description: 'First call to action; eSMS calls it CTA1' };

const button2Option: INodeProperties = { displayName: 'Button 2', name: 'button2', type: 'string', default: '', description: 'Second call to action; eSMS calls it CTA2' };

export const registerZalo: Operation<EsmsClient> = {
	option: {
		name: 'Register Zalo Template',
		value: 'registerZalo',
		action: 'Register Zalo template',
		description: 'Ask eSMS to register a ZNS template; people decide on it later',
	},
	fields: [
		accountField,
		typeField,
		contentField,
		logoUrlField,
		registrationOptionsField([button1Option, button2Option]),
	],
	calls: [PATHS.registerZaloTemplate],
	execute,
};

/** Registers one template of Zalo per item (esms.md 11). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const prepare = (item: Item): Message<Registration> => {
		const draft = {
			officialAccountId: readId(item, accountField),
			typeId: TYPES[item.choice(typeField, CHOICES)],
			content: item.text(contentField),
			logoUrl: item.required(logoUrlField, webUrl),
			buttons: { first: item.optionalText(inside('options', button1Option)), second: item.optionalText(inside('options', button2Option)) },
			callbackUrl: readDecisionUrl(run, item),
		};
		// Code 199 tells of one that waits already, but not by what eSMS knows it.
		return { repeat: 'adds', send: async () => await registerZaloTemplate(run.client, draft) };
	};
	return [await sendItems(run, prepare, { subject: 'change' })];
}
