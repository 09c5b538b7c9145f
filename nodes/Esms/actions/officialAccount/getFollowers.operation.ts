import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { getFollowers as fetchFollowers } from '../../../providers/esms/userLists';
import { readId } from '../../../shared/fields/locators';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { askedAccountField } from './fields';

export const getFollowers: Operation = {
	option: {
		name: 'Get Many Followers',
		value: 'getFollowers',
		action: 'Get many followers of official account',
		description: 'Get the Zalo user IDs of the followers of an Official Account. eSMS hides the page of this call: prefer Get Many Interacting Users.',
	},
	fields: [askedAccountField, ...pagingFields],
	calls: [PATHS.followers],
	execute,
};

/** Reads the followers of the Official Account of each input item (esms.md 10.17). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<object[]> => {
		const officialAccountId = readId(this, itemIndex, askedAccountField);
		return await fetchFollowers(client, officialAccountId, readLimit(this, itemIndex));
	};
	return [await readItems(this, read)];
}
