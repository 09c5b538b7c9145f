import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { isSignedBy } from '../../providers/caresoft/signature';
import { readWebhook } from '../../providers/caresoft/webhook';
import { caresoftWebhookSecret } from '../../shared/clients';
import { rejectWith, type Received } from '../received';

export const fields: INodeProperties[] = [
	{
		displayName:
			'CareSoft support sets the webhook up: send them the production URL above, the secret key of your credential, and the event ticket.inbox_zalo_zns. The test URL never receives events.',
		name: 'caresoftNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Status Path',
		name: 'statusPath',
		type: 'string',
		default: '',
		placeholder: 'e.g. ticket.ticket_comment.status',
		description:
			'Where the delivery state stands in the event, as a dot path. CareSoft does not document it: look into a real event under raw, then set it here. While it is empty every event leaves by Other.',
	},
	{
		displayName: 'Delivered Values',
		name: 'deliveredValues',
		type: 'string',
		default: '',
		placeholder: 'e.g. delivered, 1',
		description: 'Values at the status path that mean delivered, separated by commas',
	},
	{
		displayName: 'Not Delivered Values',
		name: 'notDeliveredValues',
		type: 'string',
		default: '',
		placeholder: 'e.g. failed, -1',
		description: 'Values at the status path that mean not delivered, separated by commas',
	},
];

/** Reads a webhook of CareSoft once its signature over the raw body is right (caresoft.md 10.3). */
export async function receive(context: IWebhookFunctions): Promise<Received> {
	const request = context.getRequestObject();
	if (request.method !== 'POST') return rejectWith(405, 'CareSoft calls with POST');
	const secret = await caresoftWebhookSecret(context);
	if (secret === '') {
		return rejectWith(500, 'The CareSoft credential of this trigger has no webhook secret key: nothing can be checked');
	}
	if (!request.rawBody) await request.readRawBody();
	if (!isSignedBy(request.rawBody, request.headers['x-hub-signature'], secret)) {
		return rejectWith(401, 'The signature is missing or wrong');
	}
	const report = readWebhook(
		request.rawBody,
		{
			path: String(context.getNodeParameter('statusPath')),
			delivered: toList(context.getNodeParameter('deliveredValues')),
			notDelivered: toList(context.getNodeParameter('notDeliveredValues')),
		},
		new Date(),
	);
	return report.ok ? { report: report.value } : rejectWith(400, report.fault);
}

function toList(value: unknown): string[] {
	return String(value)
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}
