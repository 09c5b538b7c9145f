import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { listAllBrandnames, type BrandnameType } from '../../../providers/esms/lists';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { readChoice } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';

const TYPES = { advertising: 1, customerCare: 2, viber: 23 } as const satisfies Record<string, BrandnameType>;

const CHOICES = ['all', ...(Object.keys(TYPES) as Array<keyof typeof TYPES>)] as const;

const TYPE_NAMES = new Map<number, string>(Object.entries(TYPES).map(([name, type]) => [type, name]));

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many brandnames',
		description: 'Get the sender names that are registered for the account, and what they may send',
	},
	fields: [
		{
			displayName: 'Type',
			name: 'brandnameType',
			type: 'options',
			options: [
				{ name: 'Advertising', value: 'advertising', description: 'Advertising SMS' },
				{ name: 'All', value: 'all' },
				{ name: 'Customer Care', value: 'customerCare', description: 'Customer-care SMS and one-time passwords' },
				{ name: 'Viber', value: 'viber' },
			],
			default: 'all',
			description: 'What the brandnames may send',
		},
		...pagingFields,
	],
	calls: [PATHS.brandnames],
	execute,
};

/** Reads the brandnames, for each input item; one name may come once for each type (esms.md 10.8). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<object[]> => {
		const wanted = readChoice(this, itemIndex, 'brandnameType', 'Type', CHOICES);
		const limit = readLimit(this, itemIndex);
		const brandnames = await listAllBrandnames(client);
		return brandnames
			.map(({ name, type }) => ({ brandname: name, type: TYPE_NAMES.get(type) ?? String(type) }))
			.filter(({ type }) => wanted === 'all' || type === wanted)
			.slice(0, limit);
	};
	return [await readItems(this, read)];
}
