import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { getRatings as fetchRatings } from '../../../providers/esms/ratings';
import { readPeriod } from '../../../shared/fields/dates';
import { readId, templateField } from '../../../shared/fields/locators';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { askedAccountField, periodFields } from './fields';

const ratedTemplateField = { ...templateField, description: 'Rating template of the Official Account' };

export const getRatings: Operation = {
	option: {
		name: 'Get Many Ratings',
		value: 'getRatings',
		action: 'Get many ratings of template',
		description: 'Get the stars and comments that customers gave with a rating template, with the request ID of the message',
	},
	fields: [
		askedAccountField,
		ratedTemplateField,
		...periodFields('the ratings were given'),
		...pagingFields,
		simplifyField,
	],
	calls: [PATHS.ratings],
	execute,
};

/** Reads the ratings of a template within a time, for each input item (esms.md 10.15). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);

	const read = async (itemIndex: number): Promise<object[]> => {
		const officialAccountId = readId(this, itemIndex, askedAccountField);
		const templateId = readId(this, itemIndex, ratedTemplateField);
		const range = { officialAccountId, templateId, ...readPeriod(this, itemIndex) };
		return simplified(this, itemIndex, await fetchRatings(client, range, readLimit(this, itemIndex)));
	};
	return [await readItems(this, read)];
}
