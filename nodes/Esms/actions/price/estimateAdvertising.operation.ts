import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNfc } from '../../../domain/text';
import { PATHS } from '../../../providers/esms/endpoints';
import { estimateAdvertising as askForPrice, type Estimate } from '../../../providers/esms/estimates';
import { readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { brandnameField } from '../../fields/brandname';
import { phonesField, readPhones } from './phones';

export const estimateAdvertising: Operation = {
	option: {
		name: 'Estimate Advertising SMS',
		value: 'estimateAdvertising',
		action: 'Estimate price of advertising SMS',
		description: 'Get what an advertising SMS to many phone numbers would cost, in VND; nothing is sent',
	},
	fields: [
		brandnameField('searchAdvertisingBrandnames'),
		phonesField,
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. MYSHOP: giam gia 20% toi het 31/12. Xem tai myshop.vn',
			description: 'Text of the message',
		},
	],
	calls: [PATHS.estimateAdvertising],
	execute,
};

/** Asks for the price of one advertising SMS per item (esms.md 10.18). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<Estimate[]> => {
		const brandname = readText(this, itemIndex, 'brandname', 'Brandname');
		const phones = readPhones(this, itemIndex);
		const content = toNfc(readText(this, itemIndex, 'content', 'Content'));
		return [await askForPrice(client, { brandname, phones, content })];
	};
	return [await readItems(this, read)];
}
