import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { getInteractingUsers as fetchUsers } from '../../../providers/esms/userLists';
import { readPeriod } from '../../../shared/fields/dates';
import { readId } from '../../../shared/fields/locators';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { readChoice, readOptionalText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { askedAccountField, periodFields } from './fields';

const FOLLOWING = { all: undefined, followers: true, others: false } as const;

const CHOICES = Object.keys(FOLLOWING) as Array<keyof typeof FOLLOWING>;

export const getInteractingUsers: Operation = {
	option: {
		name: 'Get Many Interacting Users',
		value: 'getInteractingUsers',
		action: 'Get many interacting users of official account',
		description: 'Get the Zalo user IDs of those who interacted with an Official Account within some days, at most 10,000',
	},
	fields: [
		askedAccountField,
		...periodFields('the users interacted; only the day counts, in Vietnam time'),
		{
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
		},
		{
			displayName: 'Tag',
			name: 'tag',
			type: 'string',
			default: '',
			placeholder: 'e.g. VIP',
			description: 'Only users with this tag of the Official Account; empty for all',
		},
		...pagingFields,
	],
	calls: [PATHS.interactingUsers],
	execute,
};

/** Reads the users who interacted within some days, for each input item (esms.md 10.16). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<object[]> => {
		const interaction = {
			officialAccountId: readId(this, itemIndex, askedAccountField),
			...readPeriod(this, itemIndex),
			following: FOLLOWING[readChoice(this, itemIndex, 'users', 'Users', CHOICES)],
			tag: readOptionalText(this, itemIndex, 'tag'),
		};
		return await fetchUsers(client, interaction, readLimit(this, itemIndex));
	};
	return [await readItems(this, read)];
}
