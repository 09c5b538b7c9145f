import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { sendOptionsField } from '../../../shared/esms/options';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { smsPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { waitingFields, waitingOptions } from '../../../shared/waiting/fields';
import { readSmsContent, smsContentFields } from '../../fields/smsContent';
import { sendTypeEights } from '../../typeEight';

export const sendFixedNumber: Operation<EsmsClient> = {
	option: {
		name: 'Send Fixed Number',
		value: 'sendFixedNumber',
		action: 'Send SMS from fixed number',
		description: 'Send a cheap SMS from a fixed number, without a brandname. eSMS now uses this type of message for voice one-time passwords: ask eSMS how your account delivers it.',
	},
	fields: [
		phoneField,
		...smsContentFields('Text of the message. eSMS may read it out in a call, because it now uses this type of message for voice one-time passwords.'),
		...waitingFields,
		previewOnlyField,
		sendOptionsField(waitingOptions),
	],
	calls: [PATHS.sendSms],
	execute,
};

/** Sends one SMS from a fixed number per item (esms.md 7.4). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return await sendTypeEights(run, (content) => smsPicture('Fixed number', content), readSmsContent);
}
