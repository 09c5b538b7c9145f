import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { estimateZns as askForPrice } from '../../../providers/esms/estimates';
import { officialAccountField, templateField } from '../../../shared/esms/account';
import { positionalValues, templatesOnce, templateValueFields } from '../../../shared/esms/templateValues';
import { readId } from '../../../shared/fields/locator';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { checkedTemplateValues, readTemplateValues } from '../../../shared/template/values';

export const estimateZns: Operation<EsmsClient> = {
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
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const templateOf = templatesOnce(run, { positional: true });

	const items = await readItems(run, async (item) => {
		const officialAccountId = readId(item, officialAccountField);
		const templateId = readId(item, templateField);
		const phone = item.phone(phoneField);
		const given = readTemplateValues(item);
		const template = await templateOf(officialAccountId, templateId);
		const checked = checkedTemplateValues(item, template, given);
		const values = positionalValues(item, template, checked, 'The estimate').map(([, value]) => value);
		return [await run.read(async (client) => await askForPrice(client, { officialAccountId, templateId, phone, values }))];
	});
	return [items];
}
