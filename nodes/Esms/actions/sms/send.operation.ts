import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { isLive } from '../../../providers/esms/endpoints';
import { sendSms } from '../../../providers/esms/send';
import { getReport } from '../../../providers/esms/status';
import { esmsClient } from '../../../shared/clients';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { esmsSendOptions, readOptions, toCommonFields } from '../../../shared/fields/sendOptions';
import { requestIdOf } from '../../../shared/messageIdentity';
import type { Operation } from '../../../shared/operations';
import { esmsReceipt } from '../../../shared/receipts';
import type { PreparedSend } from '../../../shared/sending/types';
import { waitingFields } from '../../../shared/waiting/fields';
import { send as sendWaiting } from '../../../shared/waiting/send';

/** Any character that is not plain ASCII needs the Unicode switch: eSMS sends plain text without diacritics (esms.md 7.1). */
const BEYOND_ASCII = /[^\t\n\r\x20-\x7e]/u;

export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send an SMS',
		description: 'Send a customer-care SMS to each recipient',
	},
	fields: [
		{
			displayName: 'Brandname',
			name: 'brandname',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: true,
			description: 'Registered sender name',
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod: 'searchSmsBrandnames', searchable: true },
				},
				{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. MYSHOP' },
			],
		},
		phoneField,
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!',
			description: 'Text of the message. It must match a template that is registered for the brandname.',
		},
		{
			displayName: 'Unicode',
			name: 'unicode',
			type: 'boolean',
			default: false,
			description: 'Whether the text has diacritics. Such an SMS is shorter and costs more.',
		},
		...waitingFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				esmsSendOptions.callbackUrl,
				esmsSendOptions.campaign,
				esmsSendOptions.requestIdBy,
				esmsSendOptions.requestKey,
				esmsSendOptions.requestsPerSecond,
				esmsSendOptions.sandbox,
				esmsSendOptions.sendDate,
				esmsSendOptions.simplify,
			],
		},
	],
	execute,
};

/** Sends one customer-care SMS per item (esms.md 7.1). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (itemIndex: number, callbackUrl?: string): Promise<PreparedSend> => {
		const phone = readPhone(this, itemIndex);
		const brandname = readText(this, itemIndex, 'brandname', 'Brandname');
		const content = toNfc(readText(this, itemIndex, 'content', 'Content'));
		const unicode = this.getNodeParameter('unicode', itemIndex) === true;
		if (!unicode && BEYOND_ASCII.test(content)) {
			const [found] = BEYOND_ASCII.exec(content) ?? [];
			throw fault(this, itemIndex, `Content holds "${found}", which a plain SMS cannot carry`, "Remove the diacritics from 'Content', or switch 'Unicode' on.");
		}
		const options = readOptions(this, itemIndex);
		const common = toCommonFields(this, itemIndex, options, callbackUrl);
		const requestId = requestIdOf(this, itemIndex, options, {
			channel: 'sms',
			recipient: phone,
			content: { brandname, content },
		});
		return {
			repeatable: requestId !== undefined,
			send: async () => {
				const result = await sendSms(client, { ...common, brandname, phone, content, unicode, requestId });
				return esmsReceipt('sms', { phone }, requestId, result, options.simplify);
			},
		};
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	const askReport = async (messageId: string) => await getReport(client, { messageId, channel: 'sms' }, new Date());
	return await sendWaiting(this, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}

function readText(context: IExecuteFunctions, itemIndex: number, name: string, displayName: string): string {
	const text = String(context.getNodeParameter(name, itemIndex, '', { extractValue: true }) ?? '').trim();
	if (text !== '') return text;
	throw fault(context, itemIndex, `${displayName} is empty`, `Fill in '${displayName}' for this item.`);
}

function fault(context: IExecuteFunctions, itemIndex: number, message: string, description: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
