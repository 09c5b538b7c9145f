import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { providers } from '../providers';
import { showFor } from '../shared/fields/showFor';
import { NODE_VERSION } from '../shared/nodeVersion';
import { searchOfficialAccounts, searchTemplates } from '../shared/esms/pickers';
import { templateFields } from '../shared/esms/templateFields';
import { searchZaloTemplates, zaloTemplateFields } from '../shared/zalo/pickers';
import { subtitle } from '../shared/subtitle';
import { deliveryWebhooks, outputsExpression, WAITING_TOOLTIP } from '../shared/waiting/outputs';
import { resumeWithDelivery } from '../shared/waiting/resume';
import * as caresoft from './actions/caresoft.operation';
import * as esms from './actions/esms.operation';
import * as zalo from './actions/zalo.operation';
import { sendZns } from './send';

export class SendZns implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Send ZNS',
		name: 'sendZns',
		icon: { light: 'file:../../icons/zns.svg', dark: 'file:../../icons/zns.dark.svg' },
		group: ['output'],
		version: NODE_VERSION,
		subtitle: subtitle('{ esms: "through eSMS", caresoft: "through CareSoft", zalo: "through Zalo" }[$parameter["provider"]]'),
		description: 'Send Zalo ZNS template messages through eSMS, CareSoft or your own Zalo Official Account',
		defaults: { name: 'Send ZNS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		// By "hide": with "show" the editor takes Provider for a kind of login and hides the field.
		credentials: [
			{ name: providers.esms.credentialType, required: true, displayOptions: { hide: { provider: ['caresoft', 'zalo'] } } },
			{ name: providers.caresoft.credentialType, required: true, displayOptions: { hide: { provider: ['esms', 'zalo'] } } },
			{ name: providers.zalo.credentialType, required: true, displayOptions: { hide: { provider: ['caresoft', 'esms'] } } },
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
					{ name: 'Zalo Official Account', value: 'zalo', description: 'Send straight through your own Official Account and app, without a middleman' },
				],
				default: 'esms',
				description: 'Through whom the message goes out',
			},
			...showFor('provider', 'esms', esms.fields),
			...showFor('provider', 'caresoft', caresoft.fields),
			...showFor('provider', 'zalo', zalo.fields),
		],
	};

	methods = {
		listSearch: { searchOfficialAccounts, searchTemplates, searchZaloTemplates },
		resourceMapping: { templateFields, zaloTemplateFields },
	};

	webhook = resumeWithDelivery;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendZns(this);
	}
}
