import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { estimateSms as askForPrice } from '../../../providers/esms/estimates';
import { phoneField } from '../../../shared/fields/recipient';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { smsBrandnameField } from '../../fields/brandname';
import { customerCareContentFields, readSmsContent } from '../../fields/smsContent';

export const estimateSms: Operation<EsmsClient> = {
	option: {
		name: 'Estimate SMS',
		value: 'estimateSms',
		action: 'Estimate price of SMS',
		description: 'Get what a customer-care SMS would cost, in VND; nothing is sent',
	},
	fields: [smsBrandnameField, phoneField, ...customerCareContentFields],
	calls: [PATHS.estimateSms],
	execute,
};

/** Asks for the price of one customer-care SMS per item (esms.md 10.18). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const message = { brandname: item.text(smsBrandnameField), phone: item.phone(phoneField), ...readSmsContent(item) };
		return [await run.read(async (client) => await askForPrice(client, message))];
	});
	return [items];
}
