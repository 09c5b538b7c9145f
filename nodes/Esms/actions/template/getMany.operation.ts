import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getSmsTemplates, getZaloTemplates } from '../../../providers/esms/templateLists';
import { officialAccountField } from '../../../shared/esms/account';
import type { Item } from '../../../shared/fields/item';
import { readId } from '../../../shared/fields/locator';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { showFor } from '../../../shared/fields/showFor';
import { simplified, simplifyField, type Simplified } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { smsBrandnameField } from '../../fields/brandname';

const KINDS = ['sms', 'zalo'] as const;

// Not required: n8n would ask for both where the kind is an expression. The empty one is refused when its turn comes.
const accountField = { ...officialAccountField, required: false, description: 'Zalo Official Account that the templates belong to' };
const textsBrandnameField = { ...smsBrandnameField, required: false };

const kindField: INodeProperties = {
	displayName: 'Kind',
	name: 'templateKind',
	type: 'options',
	options: [
		{ name: 'SMS', value: 'sms', description: 'Texts that are registered for a brandname, one for each network' },
		{ name: 'Zalo', value: 'zalo', description: 'ZNS templates with their parameters' },
	],
	default: 'zalo',
	description: 'Which templates to return',
};

export const getMany: Operation<EsmsClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many templates',
		description: 'Get the ZNS templates of an Official Account, or the customer-care SMS templates of a brandname',
	},
	fields: [
		kindField,
		...showFor('templateKind', 'zalo', [accountField]),
		...showFor('templateKind', 'sms', [textsBrandnameField]),
		...pagingFields,
		simplifyField,
	],
	calls: [PATHS.templates],
	execute,
};

/** Reads the templates of an Official Account or a brandname, for each input item (esms.md 10.10, 10.12). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const limit = readLimit(item);
		const rows = await run.read(listOf(item));
		return simplified(item, rows.slice(0, limit));
	});
	return [items];
}

/** @returns the call for the templates that an item asks for */
function listOf(item: Item): (client: EsmsClient) => Promise<Simplified[]> {
	if (item.choice(kindField, KINDS) === 'zalo') {
		const officialAccountId = readId(item, accountField);
		return async (client) => await getZaloTemplates(client, officialAccountId);
	}
	const brandname = item.text(textsBrandnameField);
	return async (client) => await getSmsTemplates(client, brandname);
}
