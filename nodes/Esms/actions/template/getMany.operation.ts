import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { getSmsTemplates, getZaloTemplates } from '../../../providers/esms/templateLists';
import { officialAccountField, readId } from '../../../shared/fields/locators';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { showFor } from '../../../shared/fields/showFor';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import { readChoice, readText } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { brandnameField } from '../../fields/brandname';

const KINDS = ['sms', 'zalo'] as const;

// Not required: n8n would ask for both where the kind is an expression. The empty one is refused when its turn comes.
const accountField = { ...officialAccountField, required: false, description: 'Zalo Official Account that the templates belong to' };
const textsBrandnameField = { ...brandnameField('searchSmsBrandnames'), required: false };

export const getMany: Operation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many templates',
		description: 'Get the ZNS templates of an Official Account, or the customer-care SMS templates of a brandname',
	},
	fields: [
		{
			displayName: 'Kind',
			name: 'templateKind',
			type: 'options',
			options: [
				{ name: 'SMS', value: 'sms', description: 'Texts that are registered for a brandname, one for each network' },
				{ name: 'Zalo', value: 'zalo', description: 'ZNS templates with their parameters' },
			],
			default: 'zalo',
			description: 'Which templates to return',
		},
		...showFor('templateKind', 'zalo', [accountField]),
		...showFor('templateKind', 'sms', [textsBrandnameField]),
		...pagingFields,
		simplifyField,
	],
	calls: [PATHS.templates],
	execute,
};

/** Reads the templates of an Official Account or a brandname, for each input item (esms.md 10.10, 10.12). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<object[]> => {
		const kind = readChoice(this, itemIndex, 'templateKind', 'Kind', KINDS);
		const limit = readLimit(this, itemIndex);
		const rows =
			kind === 'zalo'
				? await getZaloTemplates(client, readId(this, itemIndex, accountField))
				: await getSmsTemplates(client, readText(this, itemIndex, 'brandname', 'Brandname'));
		return simplified(this, itemIndex, rows.slice(0, limit));
	};
	return [await readItems(this, read)];
}
