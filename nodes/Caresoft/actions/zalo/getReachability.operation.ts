import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { getReachability as askReachability } from '../../../providers/caresoft/reachability';
import { id } from '../../../shared/fields/kinds/id';
import { phoneField as recipientField } from '../../../shared/fields/recipient';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

const phoneField: INodeProperties = { ...recipientField, description: 'Vietnamese mobile number to check, e.g. 0901888484, 84901888484 or +84 901 888 484' };

const officialAccountIdField: INodeProperties = {
	displayName: 'Official Account ID',
	name: 'officialAccountId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1600191234752846',
	description: 'ID of the Zalo Official Account that is connected to CareSoft. Give it as text: numbers this long are rounded.',
};

export const getReachability: Operation<CaresoftClient> = {
	option: {
		name: 'Get Reachability',
		value: 'getReachability',
		action: 'Get reachability of phone number',
		description: 'Check whether a phone number can get a ZNS, before one is sent or an SMS is sent instead; nothing is sent',
	},
	fields: [phoneField, officialAccountIdField, simplifyField],
	calls: [PATHS.zaloUserStatus],
	execute,
};

/** Asks how each phone number can be reached through an Official Account (caresoft.md 7.2). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const phone = item.phone(phoneField);
			const officialAccountId = item.required(officialAccountIdField, id);
			const simplify = simplifierOf(item);
			return [simplify(await run.read(async (client) => await askReachability(client, phone, officialAccountId)))];
		}),
	];
}
