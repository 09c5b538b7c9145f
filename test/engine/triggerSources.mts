import { createHmac } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { callTrigger, type WebhookCall, type WebhookResult } from '../support/triggerCalls.mjs';

let workflows = 0;
/** A callback of eSMS to a workflow that has taken none yet, verified by nobody. */
export const esms = async (query: string, parameters: WebhookCall['parameters'] = {}, more: Partial<WebhookCall> = {}) =>
	await callTrigger({ parameters: { source: 'esms', verifyWithEsms: false, ...parameters }, method: 'GET', query, workflowId: `filters-${++workflows}`, ...more });

export const SECRET = 'CS123';
/** An event of CareSoft, rightly signed, to a workflow that has taken none yet. */
export const caresoft = async (body: unknown, parameters: WebhookCall['parameters'] = {}, more: Partial<WebhookCall> = {}) => {
	const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
	return await callTrigger({
		parameters: { source: 'caresoft', ...parameters },
		method: 'POST',
		rawBody,
		headers: { 'x-hub-signature': createHmac('sha1', SECRET).update(rawBody).digest('hex').toUpperCase() },
		credentials: { zaloZnsCaresoftApi: { domain: 'd', apiToken: 't', host: 'https://api.caresoft.vn', webhookSecret: SECRET } },
		workflowId: `filters-${++workflows}`,
		...more,
	});
};

export const starts = ({ outputs }: WebhookResult) => outputs !== undefined;
export const reportIn = ({ outputs }: WebhookResult) => outputs?.flat()[0]?.json as IDataObject;

/** Callbacks of eSMS. */
export const ZNS = 'SMSID=z1&SendStatus=5&SendSuccess=1&SendFailed=0&TypeId=25&oaid=111&tempid=222';
export const SMS = 'SMSID=s1&SendStatus=5&SendSuccess=1&SendFailed=0&TypeId=2';
