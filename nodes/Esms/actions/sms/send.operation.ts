import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendSms } from '../../../providers/esms/send';
import { esmsMessage } from '../../../shared/esms/message';
import { sendOptionsField } from '../../../shared/esms/options';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { smsPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { waitingFields, waitingOptions } from '../../../shared/waiting/fields';
import { send as sendWaiting } from '../../../shared/waiting/send';
import { smsBrandnameField } from '../../fields/brandname';
import { customerCareContentFields, readSmsContent } from '../../fields/smsContent';

export const send: Operation<EsmsClient> = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send SMS',
		description: 'Send a customer-care SMS to each recipient',
	},
	fields: [
		smsBrandnameField,
		phoneField,
		...customerCareContentFields,
		...waitingFields,
		previewOnlyField,
		sendOptionsField(waitingOptions),
	],
	calls: [PATHS.sendSms],
	execute,
};

/** Sends one customer-care SMS per item (esms.md 7.1). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await sendWaiting(run, (item, waits) => {
		const phone = item.phone(phoneField);
		const brandname = item.text(smsBrandnameField);
		const { content, unicode } = readSmsContent(item);
		const picture = () => smsPicture(brandname, content);
		return esmsMessage(run, item, { channel: 'sms', recipient: { phone }, content: { brandname, content }, waits, picture }, async (client, common) =>
			await sendSms(client, { ...common, brandname, phone, content, unicode }),
		);
	});
}
