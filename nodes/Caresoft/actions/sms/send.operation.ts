import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { sendSms, SMS_MAX_LENGTH } from '../../../providers/caresoft/sms';
import { readCaresoftId, readOptionalCaresoftId } from '../../../shared/caresoft/id';
import { caresoftOptionsField, readSendOnRetry, readSimplify } from '../../../shared/caresoft/options';
import { caresoftReceipt } from '../../../shared/caresoft/receipt';
import type { Item } from '../../../shared/fields/item';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { smsPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { sendItems } from '../../../shared/sending/sendItems';
import { textUpTo } from '../../fields/limitedText';
import { serviceField } from '../../fields/locators';

const service = serviceField('SMS brandname service that sends the message; CareSoft lists the services of all kinds');
const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!',
	description: 'Text of the message, at most 1000 characters. Brandname SMS usually go without diacritics.',
};
const ticketIdField: INodeProperties = {
	displayName: 'Ticket ID',
	name: 'ticketId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 291437',
	description: 'Ticket that the message is added to; empty leaves it to CareSoft',
};

export const send: Operation<CaresoftClient> = {
	option: {
		name: 'Send',
		value: 'send',
		action: 'Send SMS',
		description: 'Send an SMS to each recipient, into a ticket',
	},
	fields: [service, phoneField, contentField, ticketIdField, previewOnlyField, caresoftOptionsField],
	calls: [PATHS.sendSms],
	execute,
};

/** Sends one SMS per item (caresoft.md 7.3). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	const prepare = (item: Item) => {
		const serviceId = readCaresoftId(item, service);
		const phone = item.phone(phoneField);
		const content = item.required(contentField, textUpTo(SMS_MAX_LENGTH));
		const ticketId = readOptionalCaresoftId(item, ticketIdField);
		const simplify = readSimplify(item);
		return {
			repeat: 'reaches' as const,
			preview: { channel: 'sms' as const, recipient: { phone }, picture: () => smsPicture(`Service ${serviceId} of CareSoft`, content) },
			send: async () => caresoftReceipt('sms', phone, await sendSms(run.client, { serviceId, phone, content, ticketId }), simplify),
		};
	};
	return [await sendItems(run, prepare, { sendsOnRetry: readSendOnRetry })];
}
