import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getInteractingUsers as fetchUsers } from '../../../providers/esms/userLists';
import { dayFields, readDays } from '../../../shared/fields/dates';
import { readId } from '../../../shared/fields/locator';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { askedAccountField } from './fields';

const FOLLOWING = { all: undefined, followers: true, others: false } as const;

const CHOICES = Object.keys(FOLLOWING) as Array<keyof typeof FOLLOWING>;

const usersField: INodeProperties = {
	displayName: 'Users',
	name: 'users',
	type: 'options',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Followers Only', value: 'followers', description: 'Users who follow the Official Account' },
		{ name: 'Non-Followers Only', value: 'others', description: 'Users who do not follow the Official Account' },
	],
	default: 'all',
	description: 'Which users to return',
};

const tagField: INodeProperties = {
	displayName: 'Tag',
	name: 'tag',
	type: 'string',
	default: '',
	placeholder: 'e.g. VIP',
	description: 'Only users with this tag of the Official Account; empty for all',
};

export const getInteractingUsers: Operation<EsmsClient> = {
	option: {
		name: 'Get Many Interacting Users',
		value: 'getInteractingUsers',
		action: 'Get many interacting users of Official Account',
		description: 'Get the Zalo user IDs of those who interacted with an Official Account within some days, at most 10,000',
	},
	fields: [
		askedAccountField,
		...dayFields('the users interacted'),
		usersField,
		tagField,
		...pagingFields,
	],
	calls: [PATHS.interactingUsers],
	execute,
};

/** Reads the users who interacted within some days, for each input item (esms.md 10.16). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const interaction = {
			officialAccountId: readId(item, askedAccountField),
			...readDays(item),
			following: FOLLOWING[item.choice(usersField, CHOICES)],
			tag: item.optionalText(tagField),
		};
		const limit = readLimit(item);
		return await run.read(async (client) => await fetchUsers(client, interaction, limit));
	});
	return [items];
}
