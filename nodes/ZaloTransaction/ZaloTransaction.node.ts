import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { providers } from '../providers';
import { searchOfficialAccounts } from '../shared/esms/pickers';
import { NODE_VERSION } from '../shared/nodeVersion';
import { guarded } from '../shared/run/guard';
import { startRun } from '../shared/run/run';
import { subtitle } from '../shared/subtitle';
import { deliveryWebhooks, outputsExpression, WAITING_TOOLTIP } from '../shared/waiting/outputs';
import { resumeWithDelivery } from '../shared/waiting/resume';
import { messageFields } from './fields/message';
import { sendTransactions } from './send';

export class ZaloTransaction implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zalo Transaction Message',
		name: 'zaloTransaction',
		icon: { light: 'file:../../icons/transaction.svg', dark: 'file:../../icons/transaction.dark.svg' },
		group: ['output'],
		version: NODE_VERSION,
		subtitle: subtitle('"Send " + $parameter["operation"] + " message"'),
		description: 'Send Zalo transaction messages such as order status, bills and bookings through eSMS',
		defaults: { name: 'Zalo Transaction Message' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Zalo announced the end of this kind of message for 1 March 2026; its successor is Send ZNS with Send To set to Zalo User ID. Choose this node only where the user asks for transaction messages. It takes a Zalo user ID, not a phone number, and each message that is accepted costs money.',
			relatedNodes: [{ nodeType: 'n8n-nodes-zalo-zns.sendZns', relationHint: 'The successor: a template message to a phone number or a Zalo user ID' }],
		},
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		webhooks: deliveryWebhooks,
		waitingNodeTooltip: WAITING_TOOLTIP,
		credentials: [{ name: providers.esms.credentialType, required: true }],
		properties: messageFields,
	};

	methods = {
		listSearch: { searchOfficialAccounts },
	};

	webhook = resumeWithDelivery;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { esms } = providers;
		return await guarded(this, () => esms, async () => await sendTransactions(await startRun(this, esms, 'zaloTransaction')));
	}
}
