import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { getQuota as fetchQuota } from '../../../providers/esms/officialAccount';
import { readId } from '../../../shared/fields/locators';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { askedAccountField } from './fields';

export const getQuota: Operation = {
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
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);
	return [await readItems(this, async (itemIndex) => [await fetchQuota(client, readId(this, itemIndex, askedAccountField))])];
}
