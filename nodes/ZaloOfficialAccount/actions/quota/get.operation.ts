import type { INodeExecutionData } from 'n8n-workflow';
import type { ZaloClient } from '../../../providers/zalo/client';
import { PATHS } from '../../../providers/zalo/endpoints';
import { getQuota, type Quota } from '../../../providers/zalo/quota';
import { simplified, simplifyField } from '../../../shared/fields/simplify';
import { lowQuotaHint } from '../../../shared/lowQuota';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

export const get: Operation<ZaloClient> = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get quota',
		description: 'Get how many ZNS the Official Account may send today, and how many are left; promotion means templates of tag 3',
	},
	fields: [simplifyField],
	calls: [PATHS.quota],
	execute,
};

/** Reads the quota of the Official Account, for each input item (zalo.md 3.7). */
async function execute(run: Run<ZaloClient>): Promise<INodeExecutionData[][]> {
	const quotas: Quota[] = [];
	const items = await readItems(run, async (item) => {
		const quota = await run.read(getQuota);
		quotas.push(quota);
		return simplified(item, [quota]);
	});
	const hint = lowQuotaHint(quotas.map((quota) => ({ ...quota, account: 'the Official Account' })));
	if (hint !== undefined) run.pointOut(hint);
	return [items];
}
