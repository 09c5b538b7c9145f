import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { getBalance as fetchBalance } from '../../../providers/esms/account';
import { PATHS } from '../../../providers/esms/endpoints';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';

export const getBalance: Operation = {
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
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);
	return [await readItems(this, async () => [await fetchBalance(client)])];
}
