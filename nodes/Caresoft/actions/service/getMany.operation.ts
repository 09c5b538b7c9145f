import type { INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { CaresoftClient } from '../../../providers/caresoft/client';
import { listServices } from '../../../providers/caresoft/directory';
import { PATHS } from '../../../providers/caresoft/endpoints';
import { readOptionalCaresoftId } from '../../../shared/caresoft/id';
import { pagingFields, readLimit } from '../../../shared/fields/paging';
import { simplifierOf, simplifyField } from '../../../shared/fields/simplify';
import type { Operation } from '../../../shared/operations';
import { readItems } from '../../../shared/reading/readItems';
import type { Run } from '../../../shared/run/run';

/** The types whose numbers are known; that of SMS is not among them (caresoft.md 5.3). */
const TYPES: INodePropertyOptions[] = [
	{ name: 'All', value: '' },
	{ name: 'API', value: '9' },
	{ name: 'Call In', value: '1' },
	{ name: 'Email', value: '3' },
	{ name: 'Facebook', value: '4' },
	{ name: 'Facebook Inbox', value: '8' },
	{ name: 'IVR', value: '12' },
	{ name: 'Live Chat', value: '2' },
	{ name: 'Missed Chat', value: '6' },
	{ name: 'Ticket Form', value: '13' },
	{ name: 'Voice Out', value: '11' },
	{ name: 'Voicemail', value: '7' },
	{ name: 'Zalo', value: '10' },
];

const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'serviceType',
	type: 'options',
	options: TYPES,
	default: '',
	description: 'Only services of this type; give the number of another type by an expression. SMS services are found under All.',
};

export const getMany: Operation<CaresoftClient> = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many services',
		description: 'Get the services of the account, such as SMS brandnames and Official Accounts',
	},
	fields: [typeField, ...pagingFields, simplifyField],
	calls: [PATHS.services],
	execute,
};

/** Lists the services of the account (caresoft.md 5.3). */
async function execute(run: Run<CaresoftClient>): Promise<INodeExecutionData[][]> {
	return [
		await readItems(run, async (item) => {
			const type = readOptionalCaresoftId(item, typeField);
			const limit = readLimit(item);
			const simplify = simplifierOf(item);
			return (await run.read(async (client) => await listServices(client, type))).slice(0, limit).map(simplify);
		}),
	];
}
