import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getQuality as fetchQuality } from '../../../providers/esms/officialAccount';
import { readId } from '../../../shared/fields/locator';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { askedAccountField } from './fields';

export const getQuality: Operation<EsmsClient> = {
	option: {
		name: 'Get Quality',
		value: 'getQuality',
		action: 'Get quality of Official Account',
		description: 'Get how Zalo judges the messages of an Official Account: HIGH, MEDIUM, LOW or UNDEFINED, of the last 48 hours and of the last 7 days',
	},
	fields: [askedAccountField],
	calls: [PATHS.quality],
	execute,
};

/** Reads the quality of the Official Account of each input item (esms.md 10.14). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const officialAccountId = readId(item, askedAccountField);
		return [await run.read(async (client) => await fetchQuality(client, officialAccountId))];
	});
	return [items];
}
