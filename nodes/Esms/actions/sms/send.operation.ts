import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { isLive, PATHS } from '../../../providers/esms/endpoints';
import { sendSms } from '../../../providers/esms/send';
import { getReport } from '../../../providers/esms/status';
import { esmsClient } from '../../../shared/clients';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { esmsSendOptions, readOptions, sendOptionsField } from '../../../shared/fields/sendOptions';
import { itemFault, readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import type { PreparedSend } from '../../../shared/sending/types';
import { waitingFields } from '../../../shared/waiting/fields';
import { send as sendWaiting } from '../../../shared/waiting/send';
import { brandnameField } from '../../fields/brandname';
import { prepareSend } from '../../prepareSend';

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
		brandnameField('searchSmsBrandnames'),
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
		sendOptionsField(),
	],
	calls: [PATHS.sendSms],
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
			throw itemFault(this, itemIndex, `Content holds "${found}", which a plain SMS cannot carry`, "Remove the diacritics from 'Content', or switch 'Unicode' on.");
		}
		return prepareSend(this, itemIndex, { channel: 'sms', phone, content: { brandname, content }, callbackUrl }, async (common) =>
			await sendSms(client, { ...common, brandname, phone, content, unicode }),
		);
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	const askReport = async (messageId: string) => await getReport(client, { messageId, channel: 'sms' }, new Date());
	return await sendWaiting(this, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}
