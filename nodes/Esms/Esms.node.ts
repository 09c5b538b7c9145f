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
		builderHint: {
			searchHint:
				"SMS with a brandname, Viber, calls and one-time codes to customers in Vietnam through eSMS.vn, and what became of them; for Zalo template messages use Send ZNS instead. Each message that is accepted costs money, so build with 'Preview Only' on. Brandname and templates can only be chosen by the user, and a plain SMS carries no Vietnamese diacritics. Accepted is not delivered: set 'After Sending' to wait, or take the reports with ZNS Delivery Trigger. A repeat within 24 hours is recognized by the request ID, except for codes that eSMS makes: leave Retry On Fail off there.",
			relatedNodes: [
				{ nodeType: 'n8n-nodes-zalo-zns.sendZns', relationHint: 'Template messages by Zalo' },
				{ nodeType: 'n8n-nodes-zalo-zns.znsDeliveryTrigger', relationHint: 'Starts a workflow with what became of each message' },
			],
		},
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
