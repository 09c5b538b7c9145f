import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { estimateAdvertising as askForPrice } from '../../../providers/esms/estimates';
import { plainText } from '../../../shared/fields/kinds/smsText';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { advertisingBrandnameField } from '../../fields/brandname';
import { phonesField, readPhones } from './phones';

const contentField: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. MYSHOP: giam gia 20% toi het 31/12. Xem tai myshop.vn',
	description: 'Text of the message',
};

export const estimateAdvertising: Operation<EsmsClient> = {
	option: {
		name: 'Estimate Advertising SMS',
		value: 'estimateAdvertising',
		action: 'Estimate price of advertising SMS',
		description: 'Get what an advertising SMS to many phone numbers would cost, in VND; nothing is sent',
	},
	fields: [
		advertisingBrandnameField,
		phonesField,
		contentField,
	],
	calls: [PATHS.estimateAdvertising],
	execute,
};

/** Asks for the price of one advertising SMS per item (esms.md 10.18). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const message = { brandname: item.text(advertisingBrandnameField), phones: readPhones(item), content: item.required(contentField, plainText()) };
		return [await run.read(async (client) => await askForPrice(client, message))];
	});
	return [items];
}
