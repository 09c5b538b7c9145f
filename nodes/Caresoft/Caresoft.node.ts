import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { providers } from '../providers';
import { testCaresoft } from '../shared/caresoft/credential';
import { searchAgents, searchContactFields, searchGroups, searchServices, searchTicketFields } from '../shared/caresoft/pickers';
import { runOperation, toProperties } from '../shared/operations';
import { operationSubtitle } from '../shared/subtitle';
import { resources } from './resources';

export class Caresoft implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CareSoft',
		name: 'caresoft',
		icon: { light: 'file:../../icons/caresoft.svg', dark: 'file:../../icons/caresoft.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: operationSubtitle(resources),
		description: 'Work with tickets, contacts and SMS of CareSoft, and check whether a phone number can get a ZNS',
		defaults: { name: 'CareSoft' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'zaloZnsCaresoftApi', required: true, testedBy: 'testCaresoft' }],
		properties: toProperties(resources, 'ticket'),
	};

	methods = {
		credentialTest: { testCaresoft },
		listSearch: { searchAgents, searchContactFields, searchGroups, searchServices, searchTicketFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, providers.caresoft, resources);
	}
}
