import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { runOperation, toProperties, type Resource } from '../shared/operations';
import { searchOfficialAccounts, searchSmsBrandnames, searchViberBrandnames } from '../shared/pickers/listSearch';
import { deliveryWebhooks, outputsExpression, WAITING_TOOLTIP } from '../shared/waiting/outputs';
import { resumeWithDelivery } from '../shared/waiting/resume';
import { message } from './actions/message';
import { sms } from './actions/sms';
import { viber } from './actions/viber';

const resources: [Resource, ...Resource[]] = [sms, viber, message];

export class Esms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'eSMS',
		name: 'esms',
		icon: { light: 'file:../../icons/esms.svg', dark: 'file:../../icons/esms.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send SMS and Viber messages through eSMS.vn, and ask what became of messages',
		defaults: { name: 'eSMS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		webhooks: deliveryWebhooks,
		waitingNodeTooltip: WAITING_TOOLTIP,
		credentials: [{ name: 'esmsApi', required: true }],
		properties: toProperties(resources),
	};

	methods = {
		listSearch: { searchOfficialAccounts, searchSmsBrandnames, searchViberBrandnames },
	};

	webhook = resumeWithDelivery;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, resources);
	}
}
