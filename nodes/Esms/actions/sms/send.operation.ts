import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isLive, PATHS } from '../../../providers/esms/endpoints';
import { sendSms } from '../../../providers/esms/send';
import { getReport } from '../../../providers/esms/status';
import { esmsClient } from '../../../shared/clients';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { esmsSendOptions, readOptions, sendOptionsField } from '../../../shared/fields/sendOptions';
import { readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { smsPicture } from '../../../shared/preview/text';
import type { PreparedSend } from '../../../shared/sending/types';
import { waitingFields } from '../../../shared/waiting/fields';
import { send as sendWaiting } from '../../../shared/waiting/send';
import { brandnameField } from '../../fields/brandname';
import { customerCareContentFields, readSmsContent } from '../../fields/smsContent';
import { prepareSend } from '../../prepareSend';

export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send SMS',
		description: 'Send a customer-care SMS to each recipient',
	},
	fields: [
		brandnameField('searchSmsBrandnames'),
		phoneField,
		...customerCareContentFields,
		...waitingFields,
		previewOnlyField,
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
		const { content, unicode } = readSmsContent(this, itemIndex);
		const picture = () => smsPicture(brandname, content);
		return prepareSend(this, itemIndex, { channel: 'sms', phone, content: { brandname, content }, callbackUrl, picture }, async (common) =>
			await sendSms(client, { ...common, brandname, phone, content, unicode }),
		);
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	const askReport = async (messageId: string) => await getReport(client, { messageId, channel: 'sms' }, new Date());
	return await sendWaiting(this, { provider: 'esms', requestsPerSecond, prepare, askReport, live: isLive(client.baseUrl) });
}
