import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { getReachability as askReachability } from '../../../providers/caresoft/reachability';
import { readId } from '../../../shared/fields/locators';
import { phoneField, readPhone } from '../../../shared/fields/recipient';
import { simplifyField } from '../../../shared/fields/simplify';
import { itemFault } from '../../../shared/fields/text';
import type { Operation } from '../../../shared/operations';
import { readEach } from '../../readEach';

const officialAccountIdField: INodeProperties = {
	displayName: 'Official Account ID',
	name: 'officialAccountId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1600191234752846',
	description: 'ID of the Zalo Official Account that is connected to CareSoft. Give it as text: numbers this long are rounded.',
};

export const getReachability: Operation = {
	option: {
		name: 'Get Reachability',
		value: 'getReachability',
		action: 'Get reachability of phone number',
		description: 'Check whether a phone number can get a ZNS, before one is sent or an SMS is sent instead; nothing is sent',
	},
	fields: [{ ...phoneField, description: 'Vietnamese mobile number to check, e.g. 0901888484, 84901888484 or +84 901 888 484' }, officialAccountIdField, simplifyField],
	calls: [PATHS.zaloUserStatus],
	execute,
};

/** Asks how each phone number can be reached through an Official Account (caresoft.md 7.2). */
async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await readEach(this, async (client, itemIndex) => {
		const phone = readPhone(this, itemIndex);
		return [await askReachability(client, phone, readOfficialAccountId(this, itemIndex))];
	});
}

function readOfficialAccountId(context: IExecuteFunctions, itemIndex: number): string {
	const given: unknown = context.getNodeParameter(officialAccountIdField.name, itemIndex);
	if (typeof given !== 'number' || Number.isSafeInteger(given)) return readId(context, itemIndex, officialAccountIdField);
	throw itemFault(context, itemIndex, `Official Account ID ${given} was rounded, because it came as a number: give it as text`, "Correct 'Official Account ID' for this item.");
}
