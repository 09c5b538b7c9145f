import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { isLive, PATHS } from '../../../providers/esms/endpoints';
import { getReport } from '../../../providers/esms/status';
import { sendViber } from '../../../providers/esms/viber';
import { esmsClient } from '../../../shared/clients';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { esmsSendOptions, readOptions, sendOptionsField } from '../../../shared/fields/sendOptions';
import type { Operation } from '../../../shared/operations';
import { viberPicture } from '../../../shared/preview/text';
import type { PreparedSend } from '../../../shared/sending/types';
import { waitingFields } from '../../../shared/waiting/fields';
import { send as sendWaiting } from '../../../shared/waiting/send';
import { brandnameField } from '../../fields/brandname';
import { itemFault, readOptionalText, readText } from '../../../shared/fields/text';
import { prepareSend } from '../../prepareSend';
import { layoutFault } from './layout';

export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send Viber message',
		description: 'Send a Viber message to each recipient',
	},
	fields: [
		brandnameField('searchViberBrandnames'),
		phoneField,
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			placeholder: 'e.g. 🎉 Đơn hàng DH001 đã được xác nhận. Cảm ơn quý khách!',
			description: 'Text of the message; empty only for an image alone',
		},
		{
			displayName: 'Image URL',
			name: 'imageUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://myshop.vn/images/sale.png',
			description: 'Image that the message shows; with a text it needs a button too',
		},
		{
			displayName: 'Button Label',
			name: 'buttonLabel',
			type: 'string',
			default: '',
			placeholder: 'e.g. Xem đơn hàng',
			description: 'Text of the button; empty for a message without a button',
		},
		{
			displayName: 'Button URL',
			name: 'buttonUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://myshop.vn/orders/DH001',
			description: 'Page that the button opens',
		},
		...waitingFields,
		previewOnlyField,
		sendOptionsField([], ['campaign']),
	],
	calls: [PATHS.sendViber],
	execute,
};

/** Sends one Viber message per item (esms.md 7.3). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number, callbackUrl?: string): Promise<PreparedSend> => {
		const brandname = readText(this, itemIndex, 'brandname', 'Brandname');
		const phone = readPhone(this, itemIndex);
		const parts = {
			content: toNfc(readOptionalText(this, itemIndex, 'content')),
			imageUrl: readOptionalText(this, itemIndex, 'imageUrl'),
			buttonLabel: toNfc(readOptionalText(this, itemIndex, 'buttonLabel')),
			buttonUrl: readOptionalText(this, itemIndex, 'buttonUrl'),
		};
		const fault = layoutFault(parts);
		if (fault) {
			throw itemFault(this, itemIndex, fault, 'Viber has four layouts: text; text and button; image; text, image and button.');
		}
		const { content, imageUrl, buttonLabel, buttonUrl } = parts;
		const button = buttonLabel === '' ? undefined : { label: buttonLabel, url: buttonUrl };
		const message = { brandname, content, imageUrl: imageUrl || undefined, button };
		const picture = () => viberPicture(message);
		return prepareSend(this, itemIndex, { channel: 'viber', phone, content: { brandname, ...parts }, callbackUrl, picture }, async (common) =>
			await sendViber(client, { ...common, ...message, phone }),
		);
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	const askReport = async (messageId: string) => await getReport(client, { messageId, channel: 'viber' }, new Date());
	return await sendWaiting(this, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}
