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
import { outputFields } from './outputFields';
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
		builderHint: {
			searchHint:
				"The node for anything that a customer in Vietnam shall get by Zalo: order updates, reminders, one-time codes. One approved template message per item, and each that is accepted costs money, so build with 'Preview Only' on. Ask with which provider the user has an account; Official Account, template and scenario can only be chosen by the user. Accepted is not delivered: set 'After Sending' to wait, or take the reports with ZNS Delivery Trigger. eSMS recognizes a repeat for 24 hours; CareSoft and Zalo do not, so leave Retry On Fail off with them and put Remove Duplicates before the node.",
			relatedNodes: [
				{ nodeType: 'n8n-nodes-zalo-zns.znsDeliveryTrigger', relationHint: 'Starts a workflow with what became of each message' },
				{ nodeType: 'n8n-nodes-zalo-zns.esms', relationHint: 'SMS or Viber where Zalo does not reach the customer' },
				{ nodeType: 'n8n-nodes-base.removeDuplicates', relationHint: 'Keeps an order that comes twice from being sent twice through CareSoft or Zalo' },
			],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		// Each shown for its provider alone, as n8n's rule single-credential-per-node wants. For the editor the hidden field below is what
		// chooses the login; without one of that name it would take Provider for it, and hide that. A stored workflow lacks what was left at
		// its default, hence `undefined`.
		credentials: [
			{ name: providers.esms.credentialType, required: true, displayOptions: { show: { provider: ['esms', undefined], authentication: ['account', undefined] } } },
			{ name: providers.caresoft.credentialType, required: true, displayOptions: { show: { provider: ['caresoft'], authentication: ['account', undefined] } } },
			{ name: providers.zalo.credentialType, required: true, displayOptions: { show: { provider: ['zalo'], authentication: ['account', undefined] } } },
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
				builderHint: {
					propertyHint:
						"Ask with whom the user has an account. 'esms': waits for any number of messages, batches, repeats are recognized. 'caresoft': into a ticket, by a scenario, cannot wait. 'zalo': the user's own app and Official Account, waits by asking, and never learns that a message failed.",
				},
			},
			{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'account' },
			...outputFields,
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
