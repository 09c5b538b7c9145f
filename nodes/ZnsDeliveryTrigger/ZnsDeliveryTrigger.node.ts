import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { REPORT_PATH } from '../domain/secondLeg';
import { providers } from '../providers';
import { showFor } from '../shared/fields/showFor';
import { NODE_VERSION } from '../shared/nodeVersion';
import { handleCall } from '../shared/webhooks/handleCall';
import { filtersField } from './filters';
import { toOutputs } from './outputs';
import { checkSettings, receive } from './receive';
import type { Taken } from './received';
import { repeatsField } from './repeats';
import { fields as caresoftFields } from './sources/caresoft';
import { fields as esmsFields } from './sources/esms';

/** Without `responseData`, even empty, n8n 2.41 answers the word `firstEntryJson` where a run starts. */
const bothMethods = { responseMode: 'onReceived', responseData: '', path: REPORT_PATH, ndvHideMethod: true } as const;

export class ZnsDeliveryTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ZNS Delivery Trigger',
		name: 'znsDeliveryTrigger',
		icon: { light: 'file:../../icons/delivery.svg', dark: 'file:../../icons/delivery.dark.svg' },
		group: ['trigger'],
		version: NODE_VERSION,
		subtitle: '={{ { esms: "callbacks of eSMS", caresoft: "webhooks of CareSoft" }[$parameter["source"]] }}',
		description: 'Starts the workflow when eSMS or CareSoft reports what became of a message',
		eventTriggerDescription: 'Waiting for a delivery report',
		activationMessage: 'Delivery reports that reach the production URL now start this workflow.',
		defaults: { name: 'ZNS Delivery Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Delivered', 'Not Delivered', 'Other'],
		credentials: [
			{ name: providers.caresoft.credentialType, required: true, displayOptions: { show: { source: ['caresoft'] } } },
			{
				name: providers.esms.credentialType,
				required: true,
				// Not shown by source: the editor hides a field whose every option shows a credential.
				displayOptions: { show: { confirmWithEsms: [true] }, hide: { source: ['caresoft'] } },
			},
		],
		webhooks: [
			{ ...bothMethods, name: 'default', httpMethod: 'GET' },
			{ ...bothMethods, name: 'setup', httpMethod: 'POST', ndvHideUrl: true },
		],
		properties: [
			{
				displayName: 'Source',
				name: 'source',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'CareSoft', value: 'caresoft', description: 'Webhooks of a CareSoft account' },
					{ name: 'eSMS', value: 'esms', description: 'Delivery callbacks of messages sent through eSMS' },
				],
				default: 'esms',
				description: 'Who reports',
			},
			...showFor('source', 'esms', esmsFields),
			...showFor('source', 'caresoft', caresoftFields),
			repeatsField,
			filtersField,
		],
	};

	// There is nothing to register: eSMS gets the URL with every message, CareSoft once, by its support. But a wrong setting is told here.
	webhookMethods = {
		default: {
			checkExists: async () => false,
			async create(this: IHookFunctions): Promise<boolean> {
				checkSettings(this);
				return true;
			},
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await handleCall(this, 'ZNS Delivery Trigger', receive, answer);
	}
}

function answer(received: Taken): IWebhookResponseData {
	if ('ignored' in received) return { webhookResponse: { message: received.ignored } };
	return { workflowData: toOutputs(received.report), webhookResponse: { message: 'Report taken' } };
}
