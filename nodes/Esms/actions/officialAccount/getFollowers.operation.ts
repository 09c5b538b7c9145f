import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getFollowers as fetchFollowers } from '../../../providers/esms/userLists';
import { readId } from '../../../shared/fields/locator';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { askedAccountField } from './fields';

export const getFollowers: Operation<EsmsClient> = {
	option: {
		name: 'Get Many Followers',
		value: 'getFollowers',
		action: 'Get many followers of Official Account',
		description: 'Get the Zalo user IDs of the followers of an Official Account. eSMS hides the page of this call: prefer Get Many Interacting Users.',
	},
	fields: [askedAccountField, ...pagingFields],
	calls: [PATHS.followers],
	execute,
};

/** Reads the followers of the Official Account of each input item (esms.md 10.17). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const officialAccountId = readId(item, askedAccountField);
		const limit = readLimit(item);
		return await run.read(async (client) => await fetchFollowers(client, officialAccountId, limit));
	});
	return [items];
}
