import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendViber } from '../../../providers/esms/viber';
import { esmsMessage } from '../../../shared/esms/message';
import { sendOptionsField } from '../../../shared/esms/options';
import { customerText, filledText } from '../../../shared/fields/kinds/customerText';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { viberPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { waitingFields, waitingOptions } from '../../../shared/waiting/fields';
import { send as sendWaiting } from '../../../shared/waiting/send';
import { brandnameField } from '../../fields/brandname';
import { layoutFault } from './layout';

const viberBrandnameField = brandnameField('searchViberBrandnames');

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. 🎉 Đơn hàng DH001 đã được xác nhận. Cảm ơn quý khách!',
	description: 'Text of the message; empty only for an image alone',
};

const imageUrlField: INodeProperties = {
	displayName: 'Image URL',
	name: 'imageUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://myshop.vn/images/sale.png',
	description: 'Image that the message shows; with a text it needs a button too',
};

const buttonLabelField: INodeProperties = {
	displayName: 'Button Label',
	name: 'buttonLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. Xem đơn hàng',
	description: 'Text of the button; empty for a message without a button',
};

const buttonUrlField: INodeProperties = {
	displayName: 'Button URL',
	name: 'buttonUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://myshop.vn/orders/DH001',
	description: 'Page that the button opens',
};

export const send: Operation<EsmsClient> = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send Viber message',
		description: 'Send a Viber message to each recipient',
	},
	fields: [
		viberBrandnameField,
		phoneField,
		contentField,
		imageUrlField,
		buttonLabelField,
		buttonUrlField,
		...waitingFields,
		previewOnlyField,
		sendOptionsField(waitingOptions, ['campaign']),
	],
	calls: [PATHS.sendViber],
	execute,
};

/** Sends one Viber message per item (esms.md 7.3). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await sendWaiting(run, (item, waits) => {
		const brandname = item.text(viberBrandnameField);
		const phone = item.phone(phoneField);
		const parts = {
			content: item.optional(contentField, customerText) ?? '',
			imageUrl: item.optional(imageUrlField, filledText) ?? '',
			buttonLabel: item.optional(buttonLabelField, customerText) ?? '',
			buttonUrl: item.optional(buttonUrlField, filledText) ?? '',
		};
		const fault = layoutFault(parts);
		if (fault) throw item.refuse(...fault);
		const { content, imageUrl, buttonLabel, buttonUrl } = parts;
		const button = buttonLabel === '' ? undefined : { label: buttonLabel, url: buttonUrl };
		const message = { brandname, content, imageUrl: imageUrl || undefined, button };
		const picture = () => viberPicture(message);
		return esmsMessage(run, item, { channel: 'viber', recipient: { phone }, content: { brandname, ...parts }, waits, picture }, async (client, common) =>
			await sendViber(client, { ...common, ...message, phone }),
		);
	});
}
