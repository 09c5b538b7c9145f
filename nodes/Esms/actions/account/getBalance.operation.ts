import type { INodeExecutionData } from 'n8n-workflow';
import { getBalance as fetchBalance } from '../../../providers/esms/account';
import type { EsmsClient } from '../../../providers/esms/client';
import { PATHS } from '../../../providers/esms/endpoints';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

export const getBalance: Operation<EsmsClient> = {
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get balance of account',
		description: 'Get the money that is left on the eSMS account, in VND',
	},
	fields: [],
	calls: [PATHS.balance],
	execute,
};

/** Reads the balance, for each input item (esms.md 10.1). */
async function execute(run: Run<EsmsClient>): Promise<INodeExecutionData[][]> {
	return [await readItems(run, async () => [await run.read(fetchBalance)])];
}
