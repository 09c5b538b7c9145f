import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { providers } from '../providers';
import { testEsms } from '../shared/esms/credential';
import { searchAdvertisingBrandnames, searchOfficialAccounts, searchSmsBrandnames, searchTemplates, searchViberBrandnames } from '../shared/esms/pickers';
import { templateFields } from '../shared/esms/templateFields';
import { NODE_VERSION } from '../shared/nodeVersion';
import { runOperation, toProperties } from '../shared/operations';
import { operationSubtitle } from '../shared/subtitle';
import { deliveryWebhooks, outputsExpression, WAITING_TOOLTIP } from '../shared/waiting/outputs';
import { resumeWithDelivery } from '../shared/waiting/resume';
import { resources } from './resources';

export class Esms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eSMS',
		name: 'esms',
		icon: { light: 'file:../../icons/esms.svg', dark: 'file:../../icons/esms.dark.svg' },
		group: ['output'],
		version: NODE_VERSION,
		subtitle: operationSubtitle(resources),
		description: 'Send SMS, Viber and Zalo messages and make calls through eSMS.vn, and ask what became of them',
		defaults: { name: 'eSMS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		webhooks: deliveryWebhooks,
		waitingNodeTooltip: WAITING_TOOLTIP,
		// Spelled out, because the linter of n8n looks for the node that tests it.
		credentials: [{ name: 'zaloZnsEsmsApi', required: true, testedBy: 'testEsms' }],
		properties: toProperties(resources, 'sms'),
	};

	methods = {
		credentialTest: { testEsms },
		listSearch: { searchAdvertisingBrandnames, searchOfficialAccounts, searchSmsBrandnames, searchTemplates, searchViberBrandnames },
		resourceMapping: { templateFields },
	};

	webhook = resumeWithDelivery;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, providers.esms, resources);
	}
}
