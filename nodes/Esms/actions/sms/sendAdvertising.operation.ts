import groupBy from 'lodash/groupBy';
import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { ADVERTISING_PHONES, sendAdvertising as callEsms } from '../../../providers/esms/advertising';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { repeatBy, requestIdOf } from '../../../shared/esms/message';
import { readOptions, readRequestIdChoice, sendOptionsField, type EsmsOptions } from '../../../shared/esms/options';
import { esmsReceipt } from '../../../shared/esms/receipt';
import type { Item } from '../../../shared/fields/item';
import { plainText } from '../../../shared/fields/kinds/smsText';
import { previewOnlyField } from '../../../shared/fields/previewOnly';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { smsPicture } from '../../../shared/preview/text';
import type { Run } from '../../../shared/run/run';
import { balancedChunks } from '../../../shared/sending/chunks';
import { sendBatches, type BatchMessage } from '../../../shared/sending/sendBatches';
import type { SendRequest } from '../../../shared/sending/types';
import { advertisingBrandnameField } from '../../fields/brandname';

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. MYSHOP: giam gia 20% toi het 31/12. Xem tai myshop.vn',
	description: 'Text of the message, the same for all phone numbers of a message',
};

export const sendAdvertising: Operation<EsmsClient> = {
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
		advertisingBrandnameField,
		phoneField,
		contentField,
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
	simplify: boolean;
	common: Omit<EsmsOptions, 'simplify'>;
}

/** Sends one advertising SMS to the phone numbers of all items that say the same (esms.md 7.2). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const prepare = async (item: Item): Promise<AdvertisingItem> => {
		const phone = item.phone(phoneField);
		const brandname = item.text(advertisingBrandnameField);
		const content = item.required(contentField, plainText());
		const { simplify, ...common } = readOptions(run, item);
		const group = JSON.stringify([brandname, content, common, readRequestIdChoice(item, run.context.getExecutionId())]);
		return { item, group, phone, brandname, content, simplify, common };
	};
	const toRequests = (messages: AdvertisingItem[]): SendRequest[] => {
		const [first] = messages as [AdvertisingItem];
		const { brandname, content, common } = first;
		const byPhone = groupBy(messages, 'phone');
		// Sorted, so that the same numbers in another order are the same message.
		const allPhones = Object.keys(byPhone).sort();
		checkCount(first.item, allPhones.length);
		return balancedChunks(allPhones, ADVERTISING_PHONES.most).map((phones, part) => {
			const carried = phones.flatMap((phone) => byPhone[phone] ?? []);
			const requestId = requestIdOf(run, first.item, common, { channel: 'ads', recipient: phones.join(), content: { brandname, content }, part });
			return {
				items: carried.map(({ item }) => item.index),
				repeat: repeatBy(run, first.item, requestId),
				previews: carried.map(({ phone }) => ({ channel: 'sms', recipient: { phone }, requestId, picture: () => smsPicture(brandname, content) })),
				send: async () => {
					const result = await callEsms(run.client, { ...common, brandname, content, phones, requestId });
					return carried.map((message) => {
						const { phone, simplify } = message;
						const isRepeat = byPhone[phone]?.[0] !== message;
						return { receipt: esmsReceipt('sms', { phone }, { ...common, requestId, simplify }, isRepeat ? { ...result, status: 'duplicate' } : result) };
					});
				},
			};
		});
	};
	return [await sendBatches(run, { prepare, toRequests })];
}

function checkCount(item: Item, count: number): void {
	if (count >= ADVERTISING_PHONES.least) return;
	const numbers = `${count} different phone ${count === 1 ? 'number' : 'numbers'}`;
	throw item.refuse(
		`An advertising SMS needs at least ${ADVERTISING_PHONES.least} different phone numbers, but ${numbers} came in with the same brandname, content and options`,
		"Let at least 30 items with different values of 'Phone' come in together, or send single messages with 'Send'.",
	);
}
