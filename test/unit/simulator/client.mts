import { Agent, request } from 'undici';
import type { Simulator } from '../../../sandbox/simulator/index.mjs';

export const KEYS = { ApiKey: 'SIMULATOR-API-KEY', SecretKey: 'SIMULATOR-SECRET-KEY' } as const;
export const SVOUCHER = '4097311281936189049';
export const ESMS_OA = '745830328927467685';

export interface Answer {
	status: number;
	contentType: string;
	text: string;
	headers: Record<string, string | string[] | undefined>;
	/** The body as JSON; throws when it is none. */
	json: () => Record<string, unknown>;
}

type Method = 'GET' | 'POST' | 'PATCH';

/** One HTTP call; a body that is not a string goes out as JSON. */
export async function call(
	method: Method,
	url: string,
	body?: unknown,
	headers: Record<string, string> = {},
	signal?: AbortSignal,
): Promise<Answer> {
	const response = await request(url, {
		method,
		headers: { 'Content-Type': 'application/json', ...headers },
		body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
		// A fresh connection each time, so that one test's closed socket is no other test's business.
		dispatcher: new Agent({ pipelining: 0 }),
		signal,
	});
	const text = await response.body.text();
	return {
		status: response.statusCode,
		contentType: String(response.headers['content-type'] ?? ''),
		text,
		headers: response.headers,
		json: () => JSON.parse(text) as Record<string, unknown>,
	};
}

export async function esms(simulator: Simulator, operation: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
	return await call('POST', `${simulator.esmsUrl}/MainService.svc/json/${operation}`, body, {}, signal);
}

export async function esmsGet(simulator: Simulator, operation: string): Promise<Answer> {
	return await call('GET', `${simulator.esmsUrl}/MainService.svc/json/${operation}`);
}

/** An OTP message by ZNS; `own` changes or (with undefined) removes members. */
export function znsBody(own: Record<string, unknown> = {}): Record<string, unknown> {
	return { ...KEYS, OAID: SVOUCHER, Phone: '0901888484', TempID: '205644', TempData: { otp: '686868' }, ...own };
}

export async function sendZns(simulator: Simulator, own: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Answer> {
	return await esms(simulator, 'SendZaloMessage_V6/', znsBody(own), signal);
}

export async function sendSms(simulator: Simulator, own: Record<string, unknown> = {}): Promise<Answer> {
	return await esms(simulator, 'SendMultipleMessage_V4_post_json/', {
		...KEYS,
		Content: 'MYSHOP: don hang HD00001 da duoc xac nhan. Cam on quy khach!',
		Phone: '0901888484',
		Brandname: 'MYSHOP',
		SmsType: '2',
		IsUnicode: '0',
		...own,
	});
}

export async function caresoft(
	simulator: Simulator,
	method: Method,
	path: string,
	body?: unknown,
	token = 'SIMULATOR-API-TOKEN',
): Promise<Answer> {
	return await call(method, `${simulator.caresoftUrl}/simshop/api/v1/${path}`, body, { Authorization: `Bearer ${token}` });
}

/** A ZNS of scenario 366. */
export async function caresoftZns(simulator: Simulator, own: Record<string, unknown> = {}): Promise<Answer> {
	const zns = { phone: '0901888484', template_id: 366, params: { requester: 'Nguyễn Hải Hà', masoDatve: '098733' }, ...own };
	return await caresoft(simulator, 'POST', 'zalo/zns', { zns });
}

/** The query of a callback URL, decoded once, in order. */
export function parameters(url: string): Array<[string, string]> {
	return [...new URLSearchParams(url.slice(url.lastIndexOf('?') + 1))];
}
