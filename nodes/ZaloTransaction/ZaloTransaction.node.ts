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
