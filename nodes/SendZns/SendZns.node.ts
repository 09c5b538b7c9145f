import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { showFor } from '../shared/fields/showFor';
import { NODE_VERSION } from '../shared/nodeVersion';
import { searchOfficialAccounts, searchTemplates } from '../shared/pickers/listSearch';
import { templateFields } from '../shared/pickers/templateFields';
import { subtitle } from '../shared/subtitle';
import { deliveryWebhooks, outputsExpression, WAITING_TOOLTIP } from '../shared/waiting/outputs';
import { resumeWithDelivery } from '../shared/waiting/resume';
import * as caresoft from './actions/caresoft.operation';
import * as esms from './actions/esms.operation';

const providers = { caresoft, esms };

export class SendZns implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Send ZNS',
		name: 'sendZns',
		icon: { light: 'file:../../icons/zns.svg', dark: 'file:../../icons/zns.dark.svg' },
		group: ['output'],
		version: NODE_VERSION,
		subtitle: subtitle('{ esms: "through eSMS", caresoft: "through CareSoft" }[$parameter["provider"]]'),
		description: 'Send Zalo ZNS template messages through eSMS or CareSoft',
		defaults: { name: 'Send ZNS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		// By "hide": with "show" the editor takes Provider for a kind of login and hides the field.
		credentials: [
			{ name: 'esmsApi', required: true, displayOptions: { hide: { provider: ['caresoft'] } } },
			{ name: 'caresoftApi', required: true, displayOptions: { hide: { provider: ['esms'] } } },
		],
		webhooks: deliveryWebhooks,
		waitingNodeTooltip: WAITING_TOOLTIP,
		properties: [
			{
				displayName: 'Provider',
				name: 'provider',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'CareSoft', value: 'caresoft', description: 'Send through a scenario of CareSoft, into a ticket' },
					{ name: 'eSMS', value: 'esms', description: 'Send through eSMS.vn, with a delivery report for each message' },
				],
				default: 'esms',
				description: 'Through whom the message goes out',
			},
			...showFor('provider', 'esms', esms.fields),
			...showFor('provider', 'caresoft', caresoft.fields),
		],
	};

	methods = {
		listSearch: { searchOfficialAccounts, searchTemplates },
		resourceMapping: { templateFields },
	};

	webhook = resumeWithDelivery;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const provider = this.getNodeParameter('provider', 0) as keyof typeof providers;
		return await providers[provider].execute.call(this);
	}
}
