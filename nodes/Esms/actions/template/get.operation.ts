import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { getTemplateDetails } from '../../../providers/esms/templateDetails';
import { officialAccountField, readId, templateField } from '../../../shared/fields/locators';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';

const accountField = { ...officialAccountField, description: 'Zalo Official Account that the template belongs to' };
const askedTemplateField = { ...templateField, description: 'ZNS template of the Official Account' };

export const get: Operation = {
	option: {
		name: 'Get Details',
		value: 'get',
		action: 'Get details of template',
		description: 'Get the status, parameters, buttons and preview of one ZNS template',
	},
	fields: [accountField, askedTemplateField, simplifyField],
	calls: [PATHS.template],
	execute,
};

/** Reads the details of the template of each input item (esms.md 10.11). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<object[]> => {
		const officialAccountId = readId(this, itemIndex, accountField);
		const templateId = readId(this, itemIndex, askedTemplateField);
		return simplified(this, itemIndex, [await getTemplateDetails(client, officialAccountId, templateId)]);
	};
	return [await readItems(this, read)];
}
