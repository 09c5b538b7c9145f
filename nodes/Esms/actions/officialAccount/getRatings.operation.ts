import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getRatings as fetchRatings } from '../../../providers/esms/ratings';
import { templateField } from '../../../shared/esms/account';
import { periodFields, readPeriod } from '../../../shared/fields/dates';
import { readId } from '../../../shared/fields/locator';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { askedAccountField } from './fields';

const ratedTemplateField = { ...templateField, description: 'Rating template of the Official Account' };

export const getRatings: Operation<EsmsClient> = {
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
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const officialAccountId = readId(item, askedAccountField);
		const templateId = readId(item, ratedTemplateField);
		const range = { officialAccountId, templateId, ...readPeriod(item) };
		const limit = readLimit(item);
		return simplified(item, await run.read(async (client) => await fetchRatings(client, range, limit)));
	});
	return [items];
}
