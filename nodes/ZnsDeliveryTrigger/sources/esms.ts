import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { readCallback } from '../../providers/esms/callback';
import { rejectWith, type Received } from '../received';

export const fields: INodeProperties[] = [
	{
		displayName:
			"Copy the production URL above into the option 'Callback URL' of the node that sends. eSMS must be able to reach it over https. Activate this workflow before you send.",
		name: 'esmsNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Include Intermediate States',
		name: 'includeIntermediate',
		type: 'boolean',
		default: false,
		description: 'Whether to start the workflow also while a message waits for approval, for sending or for its report. These leave by Other.',
	},
];

/** Reads a delivery callback of eSMS: a GET with everything in the query; a POST is tolerated (esms.md 12). */
export async function receive(context: IWebhookFunctions): Promise<Received> {
	const query = context.getQueryData() as Record<string, unknown>;
	const body: unknown = context.getBodyData();
	const isPost = context.getRequestObject().method === 'POST';
	const report = readCallback(isPost ? { ...(body as Record<string, unknown>), ...query } : query, new Date());
	if (!report.ok) return rejectWith(400, `This is not a delivery callback of eSMS: ${report.fault}`);
	if (report.value.outcome === 'pending' && context.getNodeParameter('includeIntermediate') !== true) {
		return { ignored: 'Intermediate state noted' };
	}
	return { report: report.value };
}
