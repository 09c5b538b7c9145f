import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { listAllBrandnames, type BrandnameType } from '../../../providers/esms/lists';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

const TYPES = { advertising: 1, customerCare: 2, viber: 23 } as const satisfies Record<string, BrandnameType>;

const CHOICES = ['all', ...(Object.keys(TYPES) as Array<keyof typeof TYPES>)] as const;

const TYPE_NAMES = new Map<number, string>(Object.entries(TYPES).map(([name, type]) => [type, name]));

const typeField: INodeProperties = {
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
};

export const getMany: Operation<EsmsClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many brandnames',
		description: 'Get the sender names that are registered for the account, and what they may send',
	},
	fields: [
		typeField,
		...pagingFields,
	],
	calls: [PATHS.brandnames],
	execute,
};

/** Reads the brandnames, for each input item; one name may come once for each type (esms.md 10.8). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const wanted = item.choice(typeField, CHOICES);
		const limit = readLimit(item);
		const brandnames = await run.read(listAllBrandnames);
		return brandnames
			.map(({ name, type }) => ({ brandname: name, type: TYPE_NAMES.get(type) ?? String(type) }))
			.filter(({ type }) => wanted === 'all' || type === wanted)
			.slice(0, limit);
	});
	return [items];
}
