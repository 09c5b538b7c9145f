import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { PATHS } from '../../../providers/esms/endpoints';
import { getQuality as fetchQuality } from '../../../providers/esms/officialAccount';
import { readId } from '../../../shared/fields/locators';
import type { Operation } from '../../../shared/operations';
import { pacedEsmsClient } from '../../../shared/reading/pacedClient';
import { readItems } from '../../../shared/reading/readItems';
import { askedAccountField } from './fields';

export const getQuality: Operation = {
	option: {
		name: 'Get Quality',
		value: 'getQuality',
		action: 'Get quality of Official Account',
		description: 'Get how Zalo judges the messages of an Official Account: HIGH, MEDIUM, LOW or UNDEFINED, of the last 48 hours and of the last 7 days',
	},
	fields: [askedAccountField],
	calls: [PATHS.quality],
	execute,
};

/** Reads the quality of the Official Account of each input item (esms.md 10.14). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const client = await pacedEsmsClient(this);
	return [await readItems(this, async (itemIndex) => [await fetchQuality(client, readId(this, itemIndex, askedAccountField))])];
}
