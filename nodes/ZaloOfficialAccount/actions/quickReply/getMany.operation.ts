import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { getQuickReplies } from '../../../providers/zalo/quickReplies';
import { wholeNumber } from '../../../shared/fields/kinds/number';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { answerFields, readAnswerRange } from '../../fields/answers';

/** Not documented for this list: what the list of templates takes at most (zalo.md 3.7). */
const MOST = 100;

const limitField: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST },
	default: 50,
	description: 'Max number of results to return',
};

export const getMany: Operation<ZaloClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many quick replies of template',
		description: `Get what customers answered by the buttons of a template; Zalo has no further pages, so ask for a shorter time where there are more than ${MOST}`,
	},
	fields: [...answerFields('the customers answered'), limitField, simplifyField],
	calls: [PATHS.quickReplies],
	execute,
};

/** Reads the quick replies to a template within a time, for each input item (zalo.md 3.7). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const items = await readItems(run, async (item) => {
		const range = readAnswerRange(item);
		const limit = item.required(limitField, wholeNumber(1, MOST));
		return simplified(item, await run.read(async (client) => await getQuickReplies(client, range, limit)));
	});
	return [items];
}
