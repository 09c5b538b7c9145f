import {
	NodeConnectionTypes,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { showFor } from '../shared/fields/showFor';
import * as caresoft from './sources/caresoft';
import * as esms from './sources/esms';
import { toOutputs } from './outputs';
import { rejectWith, type Received } from './received';

const sources: Record<string, (context: IWebhookFunctions) => Promise<Received>> = {
	caresoft: caresoft.receive,
	esms: esms.receive,
};

export class ZnsDeliveryTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ZNS Delivery Trigger',
		name: 'znsDeliveryTrigger',
		icon: { light: 'file:../../icons/delivery.svg', dark: 'file:../../icons/delivery.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ { esms: "callbacks of eSMS", caresoft: "webhooks of CareSoft" }[$parameter["source"]] }}',
		description: 'Starts the workflow when eSMS or CareSoft reports what became of a message',
		eventTriggerDescription: 'Waiting for a delivery report',
		activationMessage: 'Delivery reports that reach the production URL now start this workflow.',
		defaults: { name: 'ZNS Delivery Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Delivered', 'Not Delivered', 'Other'],
		credentials: [{ name: 'caresoftApi', required: true, displayOptions: { show: { source: ['caresoft'] } } }],
		webhooks: [
			{ name: 'default', httpMethod: 'GET', responseMode: 'onReceived', path: 'zns-delivery', ndvHideMethod: true },
			{ name: 'setup', httpMethod: 'POST', responseMode: 'onReceived', path: 'zns-delivery', ndvHideMethod: true, ndvHideUrl: true },
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
			...showFor('source', 'esms', esms.fields),
			...showFor('source', 'caresoft', caresoft.fields),
		],
	};

	// There is nothing to register: eSMS gets the URL with every message, CareSoft once, by its support.
	webhookMethods = {
		default: {
			checkExists: async () => true,
			create: async () => true,
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const source = String(this.getNodeParameter('source'));
		const received = (await sources[source]?.(this)) ?? rejectWith(404, 'This source is not known');
		if ('report' in received) return { workflowData: toOutputs(received.report) };
		if ('ignored' in received) return { webhookResponse: { message: received.ignored } };

		const { status, reason } = received.rejected;
		this.logger.warn(`ZNS Delivery Trigger rejected a call (${status}): ${reason}`);
		this.getResponseObject().status(status).json({ message: reason }).end();
		return { noWebhookResponse: true };
	}
}
