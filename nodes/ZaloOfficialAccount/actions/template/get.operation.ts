import type { INodeExecutionData } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { getTemplateDetails } from '../../../providers/zalo/templateDetails';
import { readTemplateId } from '../../../shared/zalo/template';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { askedTemplateField } from '../../fields/template';

export const get: Operation<ZaloClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get template',
		description: 'Get the status, parameters, buttons, prices and preview of one ZNS template, and how long Zalo tries to deliver a message',
	},
	fields: [askedTemplateField, simplifyField],
	calls: [PATHS.template],
	execute,
};

/** Reads the details of the template of each input item (zalo.md 4.1). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const templateId = readTemplateId(item, askedTemplateField);
		return simplified(item, [await run.read(async (client) => await getTemplateDetails(client, templateId))]);
	});
	return [items];
}
