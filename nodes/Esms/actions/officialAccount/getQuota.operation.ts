import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getQuota as fetchQuota, type Quota } from '../../../providers/esms/officialAccount';
import { readId } from '../../../shared/fields/locator';
import { lowQuotaHint } from '../../../shared/lowQuota';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { askedAccountField } from './fields';

export const getQuota: Operation<EsmsClient> = {
	option: {
		name: 'Get Quota',
		value: 'getQuota',
		action: 'Get quota of Official Account',
		description: 'Get how many ZNS an Official Account may send, and how many are left; promotion means after-sales ZNS',
	},
	fields: [askedAccountField],
	calls: [PATHS.quota],
	execute,
};

/** Reads the quota of the Official Account of each input item (esms.md 10.13). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	const quotas: Quota[] = [];
	const items = await readItems(run, async (item) => {
		const officialAccountId = readId(item, askedAccountField);
		const quota = await run.read(async (client) => await fetchQuota(client, officialAccountId));
		quotas.push(quota);
		return [quota];
	});
	const hint = lowQuotaHint(quotas.map((quota) => ({ ...quota, account: `Official Account ${quota.officialAccountId}` })));
	if (hint !== undefined) run.pointOut(hint);
	return [items];
}
