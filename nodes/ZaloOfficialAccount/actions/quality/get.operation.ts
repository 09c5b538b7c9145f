import type { INodeExecutionData } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { getQuality } from '../../../providers/zalo/quality';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

export const get: Operation<ZaloClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get quality',
		description: 'Get how Zalo judges the messages of the Official Account: HIGH, MEDIUM, LOW or UNDEFINED, of the last 48 hours and of the last 7 days',
	},
	fields: [simplifyField],
	calls: [PATHS.quality],
	execute,
};

/** Reads the quality of the Official Account, for each input item (zalo.md 3.7). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	return [await readItems(run, async (item) => simplified(item, [await run.read(getQuality)]))];
}
