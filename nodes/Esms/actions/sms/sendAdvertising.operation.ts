import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { ADVERTISING_PHONES, sendAdvertising as callEsms } from '../../../providers/esms/advertising';
import { PATHS } from '../../../providers/esms/endpoints';
import type { CommonSendFields } from '../../../providers/esms/send';
import { esmsClient } from '../../../shared/clients';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { esmsSendOptions, readOptions, sendOptionsField, toCommonFields, toRequestIdChoice, type SendOptions } from '../../../shared/fields/sendOptions';
import { itemFault, readText } from '../../../shared/fields/text';
import { requestIdOf } from '../../../shared/messageIdentity';
import type { Operation } from '../../../shared/operations';
import type { Preview } from '../../../shared/preview/preview';
import { smsPicture } from '../../../shared/preview/text';
import { esmsReceipt } from '../../../shared/receipts';
import { balancedChunks } from '../../../shared/sending/chunks';
import { sendBatches, type BatchMessage } from '../../../shared/sending/sendBatches';
import type { SendRequest } from '../../../shared/sending/types';
import { brandnameField } from '../../fields/brandname';

export const sendAdvertising: Operation = {
	option: {
		name: 'Send Advertising',
		value: 'sendAdvertising',
		action: 'Send advertising SMS',
		description: 'Send an advertising SMS to the phone numbers of all items together, at least 30 different ones',
	},
	fields: [
		{
			displayName:
				'The phone numbers of all items with the same brandname, content and options go out together: 30 to 5,000 different numbers in one message. eSMS reports on the message as a whole. For single numbers use Message: Get Delivery Status with Split by Recipient, or Get Many Delivery Reports.',
			name: 'advertisingNotice',
			type: 'notice',
			default: '',
		},
		brandnameField('searchAdvertisingBrandnames'),
		phoneField,
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. MYSHOP: giam gia 20% toi het 31/12. Xem tai myshop.vn',
			description: 'Text of the message, the same for all phone numbers of a message',
		},
		previewOnlyField,
		sendOptionsField(),
	],
	calls: [PATHS.sendAdvertising],
	execute,
};

/** What one item adds to a message. */
interface AdvertisingItem extends BatchMessage {
	phone: string;
	brandname: string;
	content: string;
	options: SendOptions;
	common: Omit<CommonSendFields, 'requestId'>;
}

/** Sends one advertising SMS to the phone numbers of all items that say the same (esms.md 7.2). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await esmsClient(this);

	const prepare = async (item: number): Promise<AdvertisingItem> => {
		const phone = readPhone(this, item);
		const brandname = readText(this, item, 'brandname', 'Brandname');
		const content = toNfc(readText(this, item, 'content', 'Content'));
		const options = readOptions(this, item);
		const common = toCommonFields(this, item, options);
		const group = JSON.stringify([brandname, content, common, toRequestIdChoice(this, item, options)]);
		return { item, group, phone, brandname, content, options, common };
	};
	const toRequests = (messages: AdvertisingItem[]): SendRequest[] => {
		const byPhone = groupByPhone(messages);
		checkCount(this, messages, byPhone.size);
		// Sorted, so that the same numbers in another order are the same message.
		return balancedChunks([...byPhone.keys()].sort(), ADVERTISING_PHONES.most).map((phones, at) => {
			const items = phones.flatMap((phone) => byPhone.get(phone) ?? []);
			const [first] = messages as [AdvertisingItem];
			const { brandname, content, common } = first;
			const requestId = requestIdOf(this, first.item, optionsOf(first, at), { channel: 'ads', recipient: phones.join(), content: { brandname, content } });
			return {
				items: items.map(({ item }) => item),
				repeatable: requestId !== undefined,
				previews: items.map(({ phone }): Preview => ({ channel: 'sms', recipient: { phone }, requestId, picture: () => smsPicture(brandname, content) })),
				send: async () => {
					const result = await callEsms(client, { ...common, brandname, content, phones, requestId });
					return items.map((message) => {
						const { phone, options } = message;
						const isRepeat = byPhone.get(phone)?.[0] !== message;
						return { receipt: esmsReceipt('sms', { phone }, requestId, isRepeat ? { ...result, status: 'duplicate' } : result, options.simplify) };
					});
				},
			};
		});
	};
	const { requestsPerSecond = esmsSendOptions.requestsPerSecond.default } = readOptions(this, 0);
	return [await sendBatches(this, { provider: 'esms', requestsPerSecond, prepare, toRequests })];
}

function groupByPhone(messages: AdvertisingItem[]): Map<string, AdvertisingItem[]> {
	const byPhone = new Map<string, AdvertisingItem[]>();
	for (const message of messages) {
		const same = byPhone.get(message.phone);
		if (same) same.push(message);
		else byPhone.set(message.phone, [message]);
	}
	return byPhone;
}

function checkCount(context: IExecuteFunctions, [first]: AdvertisingItem[], count: number): void {
	if (count >= ADVERTISING_PHONES.least) return;
	const numbers = `${count} different phone ${count === 1 ? 'number' : 'numbers'}`;
	throw itemFault(
		context,
		first?.item ?? 0,
		`An advertising SMS needs at least ${ADVERTISING_PHONES.least} different phone numbers, but ${numbers} came in with the same brandname, content and options`,
		"Let at least 30 items with different values of 'Phone' come in together, or send single messages with 'Send'.",
	);
}

/** With a key of the user, every further message of the group needs one of its own. */
function optionsOf({ options }: AdvertisingItem, at: number): SendOptions {
	return at === 0 ? options : { ...options, requestKey: `${options.requestKey ?? ''}-${at + 1}` };
}
