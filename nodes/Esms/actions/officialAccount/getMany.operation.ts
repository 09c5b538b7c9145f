import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { listOfficialAccounts } from '../../../providers/esms/lists';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

export const getMany: Operation<EsmsClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many Official Accounts',
		description: 'Get the Zalo Official Accounts that are registered with eSMS, with their IDs',
	},
	fields: pagingFields,
	calls: [PATHS.officialAccounts],
	execute,
};

/** Reads the Official Accounts, for each input item (esms.md 10.9). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const limit = readLimit(item);
		const accounts = await run.read(listOfficialAccounts);
		return accounts.slice(0, limit).map(({ id, name }) => ({ officialAccountId: id, name }));
	});
	return [items];
}
