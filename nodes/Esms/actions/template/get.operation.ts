import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getTemplateDetails } from '../../../providers/esms/templateDetails';
import { officialAccountField, templateField } from '../../../shared/esms/account';
import { readId } from '../../../shared/fields/locator';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

const accountField = { ...officialAccountField, description: 'Zalo Official Account that the template belongs to' };
const askedTemplateField = { ...templateField, description: 'ZNS template of the Official Account' };

export const get: Operation<EsmsClient> = {
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
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const officialAccountId = readId(item, accountField);
		const templateId = readId(item, askedTemplateField);
		return simplified(item, [await run.read(async (client) => await getTemplateDetails(client, officialAccountId, templateId))]);
	});
	return [items];
}
