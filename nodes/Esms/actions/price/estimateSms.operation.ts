import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { estimateSms as askForPrice, type Estimate } from '../../../providers/esms/estimates';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { brandnameField } from '../../fields/brandname';
import { customerCareContentFields, readSmsContent } from '../../fields/smsContent';

export const estimateSms: Operation = {
	option: {
		name: 'Estimate SMS',
		value: 'estimateSms',
		action: 'Estimate price of SMS',
		description: 'Get what a customer-care SMS would cost, in VND; nothing is sent',
	},
	fields: [brandnameField('searchSmsBrandnames'), phoneField, ...customerCareContentFields],
	calls: [PATHS.estimateSms],
	execute,
};

/** Asks for the price of one customer-care SMS per item (esms.md 10.18). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<Estimate[]> => {
		const brandname = readText(this, itemIndex, 'brandname', 'Brandname');
		const phone = readPhone(this, itemIndex);
		return [await askForPrice(client, { brandname, phone, ...readSmsContent(this, itemIndex) })];
	};
	return [await readItems(this, read)];
}
