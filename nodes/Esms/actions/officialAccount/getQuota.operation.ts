import type { INodeExecutionData } from 'n8n-workflow';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import { getQuota as fetchQuota, type Quota } from '../../../providers/esms/officialAccount';
import { readId } from '../../../shared/fields/locator';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';
import { askedAccountField } from './fields';

/** Part of the daily quota from which on little is left. */
const LOW = 0.1;

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
	hintAtLowQuotas(run, quotas);
	return [items];
}

/** Here only: before every send it would cost a call of its own, and a workflow can ask here before it sends. */
function hintAtLowQuotas({ context }: Run<EsmsClient>, quotas: Quota[]): void {
	const low = new Map(quotas.filter(isLow).map((quota) => [quota.officialAccountId, quota]));
	if (low.size === 0) return;
	const left = [...low.values()].map(({ officialAccountId, remainingQuota, dailyQuota }) => `${officialAccountId} has ${remainingQuota} of ${dailyQuota}`);
	context.addExecutionHints({
		message: `Few ZNS are left for today: Official Account ${left.join('; ')}. What goes beyond is refused, unless Zalo allows the Official Account to use the sending mode 'Beyond Quota'.`,
		type: 'warning',
		location: 'outputPane',
	});
}

function isLow({ dailyQuota, remainingQuota }: Quota): boolean {
	return dailyQuota !== null && remainingQuota !== null && remainingQuota < dailyQuota * LOW;
}
