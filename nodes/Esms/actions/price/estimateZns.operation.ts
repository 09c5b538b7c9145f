import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { estimateZns as askForPrice, type Estimate } from '../../../providers/esms/estimates';
import { officialAccountField, readId, templateField } from '../../../shared/fields/locators';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { checkedTemplateValues, positionalValues, readTemplateValues, templatesOnce, templateValueFields } from '../../../shared/fields/templateValues';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';

export const estimateZns: Operation = {
	option: {
		name: 'Estimate ZNS',
		value: 'estimateZns',
		action: 'Estimate price of ZNS',
		description: 'Get what a ZNS would cost, in VND; nothing is sent',
	},
	fields: [officialAccountField, templateField, phoneField, ...templateValueFields],
	calls: [PATHS.estimateZns, PATHS.template, PATHS.templates],
	execute,
};

/** Asks for the price of one ZNS per item (esms.md 10.18). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);
	const templateOf = templatesOnce(client);

	const read = async (itemIndex: number): Promise<Estimate[]> => {
		const officialAccountId = readId(this, itemIndex, officialAccountField);
		const templateId = readId(this, itemIndex, templateField);
		const phone = readPhone(this, itemIndex);
		const given = readTemplateValues(this, itemIndex);
		const template = await templateOf(officialAccountId, templateId);
		const checked = checkedTemplateValues(this, itemIndex, template, given);
		const values = positionalValues(this, itemIndex, template, checked, 'The estimate').map(([, value]) => value);
		return [await askForPrice(client, { officialAccountId, templateId, phone, values })];
	};
	return [await readItems(this, read)];
}
