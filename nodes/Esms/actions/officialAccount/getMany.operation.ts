import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { listOfficialAccounts } from '../../../providers/esms/lists';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';

export const getMany: Operation = {
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
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<object[]> => {
		const limit = readLimit(this, itemIndex);
		const accounts = await listOfficialAccounts(client);
		return accounts.slice(0, limit).map(({ id, name }) => ({ officialAccountId: id, name }));
	};
	return [await readItems(this, read)];
}
