import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { codePointLength, toNfc } from '../../../domain/text';
import { PATHS, REQUESTS_PER_SECOND } from '../../../providers/caresoft/endpoints';
import { sendSms, SMS_MAX_LENGTH } from '../../../providers/caresoft/sms';
import { caresoftClient } from '../../../shared/clients';
import { readCaresoftId, readOptionalCaresoftId } from '../../../shared/fields/caresoftId';
import { caresoftOptionsField } from '../../../shared/fields/caresoftOptions';
import { isPreviewOnly, previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { readOptions } from '../../../shared/fields/sendOptions';
import { itemFault, readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { smsPicture } from '../../../shared/preview/text';
import { caresoftReceipt } from '../../../shared/receipts';
import { refuseOnRetry } from '../../../shared/sending/onRetry';
import { sendItems } from '../../../shared/sending/sendItems';
import type { PreparedSend } from '../../../shared/sending/types';
import { serviceField } from '../../fields/locators';

export const send: Operation = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send SMS',
		description: 'Send an SMS to each recipient, into a ticket',
	},
	fields: [
		serviceField('SMS brandname service that sends the message; CareSoft lists the services of all kinds'),
		phoneField,
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!',
			description: 'Text of the message, at most 1000 characters. Brandname SMS usually go without diacritics.',
		},
		{
			displayName: 'Ticket ID',
			name: 'ticketId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 291437',
			description: 'Ticket that the message is added to; empty leaves it to CareSoft',
		},
		previewOnlyField,
		caresoftOptionsField,
	],
	calls: [PATHS.sendSms],
	execute,
};

/** Sends one SMS per item (caresoft.md 7.3). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await caresoftClient(this);

	const prepare = async (itemIndex: number): Promise<PreparedSend> => {
		const serviceId = readCaresoftId(this, itemIndex, 'service', 'Service');
		const phone = readPhone(this, itemIndex);
		const content = toNfc(readText(this, itemIndex, 'content', 'Content'));
		const length = codePointLength(content);
		if (length > SMS_MAX_LENGTH) {
			throw itemFault(this, itemIndex, `Content has ${length} characters, CareSoft allows ${SMS_MAX_LENGTH}`, "Shorten 'Content' for this item.");
		}
		const ticketId = readOptionalCaresoftId(this, itemIndex, 'ticketId', 'Ticket ID');
		const { simplify, sendOnRetry } = readOptions(this, itemIndex);
		refuseOnRetry(this, sendOnRetry || isPreviewOnly(this));
		return {
			// CareSoft has no key against repeats.
			repeatable: false,
			preview: { channel: 'sms', recipient: { phone }, picture: () => smsPicture(`Service ${serviceId} of CareSoft`, content) },
			send: async () => caresoftReceipt('sms', phone, await sendSms(client, { serviceId, phone, content, ticketId }), simplify),
		};
	};
	const { requestsPerSecond = REQUESTS_PER_SECOND } = readOptions(this, 0);
	return [await sendItems(this, { provider: 'caresoft', requestsPerSecond, prepare })];
}
