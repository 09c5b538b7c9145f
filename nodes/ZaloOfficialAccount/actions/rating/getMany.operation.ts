import type { INodeExecutionData } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { getRatings } from '../../../providers/zalo/ratings';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { answerFields, readAnswerRange } from '../../fields/answers';

export const getMany: Operation<ZaloClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many ratings of template',
		description: 'Get the stars and comments that customers gave with a rating template, with the request ID of the message',
	},
	fields: [...answerFields('the ratings were given'), ...pagingFields, simplifyField],
	calls: [PATHS.ratings],
	execute,
};

/** Reads the ratings of a template within a time, for each input item (zalo.md 3.7). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const range = readAnswerRange(item);
		const limit = readLimit(item);
		return simplified(item, await run.read(async (client) => await getRatings(client, range, limit)));
	});
	return [items];
}
