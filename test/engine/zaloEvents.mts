import { createHash } from 'crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import vectors from '../fixtures/zalo/webhooks.json';
import { callTrigger, type WebhookCall, type WebhookResult } from '../support/triggerCalls.mjs';

export const { appId, oaId, delivered, vietnamese } = vectors;
export const KEY = vectors.oaSecretKey;
export const credential = { appId, oaSecretKey: KEY };

/** How a call is signed where not as it should be. */
interface Forgery {
	app?: string;
	key?: string;
	/** Sent instead of what was signed. */
	sent?: string;
	keys?: IDataObject;
}

/** @returns the signature of an event, by the app and the key where no others are given */
export function sign(body: string, app = appId, key = KEY): string {
	const { timestamp = '' } = JSON.parse(body) as { timestamp?: string };
	return createHash('sha256').update(app + body + timestamp + key).digest('hex');
}

let workflows = 0;
/** @returns a workflow that has taken no event yet */
export const newWorkflow = () => `zalo-${++workflows}`;

/** An event of Zalo, rightly signed unless it is said how not. */
export async function send(body: string | object, parameters: INodeParameters = {}, { app, key, sent, keys, ...more }: Partial<WebhookCall> & Forgery = {}): Promise<WebhookResult> {
	const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
	return await callTrigger({
		parameters: { source: 'zalo', ...parameters },
		method: 'POST',
		rawBody: sent ?? rawBody,
		headers: { 'x-zevent-signature': `mac=${sign(rawBody, app, key)}`, 'x-zevent-server': 'ZNS', 'user-agent': 'ZaloWebhook' },
		credentials: { zaloZnsOfficialAccountApi: { ...credential, ...keys } as never },
		workflowId: newWorkflow(),
		...more,
	});
}

/** A call with a body and headers of any kind. */
export const call = async (rawBody: string, headers: Record<string, string> = {}, more: Partial<WebhookCall> = {}) => await send('{}', {}, { sent: rawBody, headers, ...more });

export const ARRIVED = { sender: { id: oaId }, recipient: { id: '84901888484' }, event_name: 'user_received_message', message: { delivery_time: '1602960467432', msg_id: '15a0cc0bbb13bd4ce403', tracking_id: 'zns.DH-001.0123456789abcdef' }, app_id: appId, timestamp: '1602560967477' };
export const PRESSED = { event_name: 'user_click_response_button', message: { submit_time: '1616673095659', button_type: 'confirm', data: 'Đồng ý', tracking_id: '1956' }, msg_id: '7e4c33cfc20b05575c18', app_id: appId, oa_id: oaId, timestamp: '1616673109000' };
export const STATUS = { event_name: 'change_template_status', oa_id: oaId, app_id: appId, template_id: '229101', status: { prev_status: 'PENDING_REVIEW', new_status: 'REJECT' }, reason: 'Sai logo', timestamp: '1616673109000' };
export const QUALITY = { event_name: 'change_template_quality', oa_id: oaId, template_id: '229101', quality: 'LOW', timestamp: '1616673109000' };
export const QUOTA = { event_name: 'change_oa_daily_quota', oaId, quota: { prev_value: 500, new_value: 5000 }, timestamp: '1616673109000' };
export const JOURNEY = { event_name: 'event_journey_time_out', app_id: appId, timestamp: '1616673109000' };
export const CHAT = { event_name: 'user_send_text', app_id: appId, sender: { id: '7133842936591247315' }, recipient: { id: oaId }, user_id_by_app: '552177279717587730', message: { text: 'Chào shop', msg_id: 'c1' }, timestamp: '1616673109000' };
const NEWS = { event_name: 'change_the_world', app_id: appId, timestamp: '1616673109000' };
export const ONE_OF_EACH: Record<string, object | string> = { delivered: ARRIVED, rating: vietnamese.body, quickReply: PRESSED, template: STATUS, quota: QUOTA, journey: JOURNEY, chat: CHAT, unknown: NEWS };

/** What a call brought about. */
export const starts = ({ outputs }: WebhookResult) => outputs !== undefined;
export const reportIn = ({ outputs }: WebhookResult) => outputs?.flat()[0]?.json as IDataObject;
export const exitOf = ({ outputs }: WebhookResult) => ['Delivered', 'Not Delivered', 'Other'][outputs?.findIndex((items) => items.length > 0) ?? -1] ?? 'nothing';
