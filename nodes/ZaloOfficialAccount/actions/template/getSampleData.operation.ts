import type { INodeExecutionData } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { getTemplateSample } from '../../../providers/zalo/templateSample';
import { readTemplateId } from '../../../shared/zalo/template';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { askedTemplateField } from '../../fields/template';

export const getSampleData: Operation<ZaloClient> = {
	option: {
		name: 'Get Sample Data',
		value: 'getSampleData',
		action: 'Get sample data of template',
		description: 'Get an example of a value for each parameter of one ZNS template',
	},
	fields: [askedTemplateField, simplifyField],
	calls: [PATHS.templateSample],
	execute,
};

/** Reads the sample values of the template of each input item (zalo.md 3.7). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const templateId = readTemplateId(item, askedTemplateField);
		return simplified(item, [await run.read(async (client) => await getTemplateSample(client, templateId))]);
	});
	return [items];
}
