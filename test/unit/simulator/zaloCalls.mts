import type { Simulator } from '../../../sandbox/simulator/index.mjs';
import { call, type Answer } from './client.mjs';

export type Json = Record<string, unknown>;

/** The sample request of zalo.md 3.1. */
export const SAMPLE_SEND = {
	phone: '84987654321',
	template_id: '7895417a7d3f9461cd2e',
	template_data: {
		ky: '1',
		thang: '4/2020',
		start_date: '20/03/2020',
		end_date: '20/04/2020',
		customer: 'Nguyễn Thị Hoàng Anh',
		cid: 'PE010299485',
		address: 'VNG Campus, TP.HCM',
		amount: '100',
		total: '100000',
	},
	tracking_id: 'tracking_id',
} as const;

/** An OTP; `own` changes or (with undefined) removes members. */
export function otpBody(own: Json = {}): Json {
	return { phone: '84901888484', template_id: '415201', template_data: { otp: '686868' }, tracking_id: 'DH-1', ...own };
}

/** A message that may go by user ID. */
export function deliveryBody(own: Json = {}): Json {
	const template_data = { order_code: 'DH-1', customer_name: 'Nguyễn Hải Hà', delivery_date: '21/11/2026' };
	return { user_id: '8347391743918472', template_id: '415206', template_data, ...own };
}

/** A call with the newest access token, unless `headers` say otherwise. */
export async function zalo(simulator: Simulator, method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
	return await call(method, simulator.zaloUrl + path, body, { access_token: simulator.zalo.tokens().accessToken, ...headers });
}

export async function sendOtp(simulator: Simulator, own: Json = {}): Promise<Answer> {
	return await zalo(simulator, 'POST', '/business/message/template', otpBody(own));
}

export async function sendByUid(simulator: Simulator, own: Json = {}): Promise<Answer> {
	return await zalo(simulator, 'POST', '/openapi/v3.0/oa/message/template', deliveryBody(own));
}

/** The status that Zalo tells of a message, with the rest of `data`. */
export async function statusOf(simulator: Simulator, id: string): Promise<Json> {
	return (await zalo(simulator, 'GET', `/business/message/status?message_id=${id}`)).json().data as Json;
}

/** The `error` of an answer. */
export const errorOf = (answer: Answer): unknown => answer.json().error;

/** The `data` of an answer. */
export const dataOf = (answer: Answer): Json => answer.json().data as Json;

/** A call of the token endpoint; `own` changes or (with undefined) removes fields. */
export async function askForTokens(
	simulator: Simulator,
	own: Record<string, string | undefined> = {},
	headers: Record<string, string> = { secret_key: simulator.settings.zalo.appSecret },
): Promise<Answer> {
	const fields = { app_id: simulator.settings.zalo.appId, grant_type: 'refresh_token', refresh_token: simulator.zalo.tokens().refreshToken, ...own };
	const form = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
	return await call('POST', `${simulator.zaloUrl}/oauth/v4/oa/access_token`, new URLSearchParams(form).toString(), {
		'Content-Type': 'application/x-www-form-urlencoded',
		...headers,
	});
}
