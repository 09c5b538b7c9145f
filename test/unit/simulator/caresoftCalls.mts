import { request } from 'undici';
import type { Simulator } from '../../../sandbox/simulator/index.mjs';
import { caresoft } from './client.mjs';

/** 2026-11-21 16:00 in Vietnam. */
export const NOW = Date.parse('2026-11-21T09:00:00Z');

export interface RecordAnswer {
	status: number;
	code: string;
	message?: string;
	numFound?: number;
	contact: Record<string, unknown>;
	ticket: Record<string, unknown>;
	contacts: Array<Record<string, unknown>>;
	tickets: Array<Record<string, unknown>>;
	campaigns: Array<Record<string, unknown>>;
	custom_fields: Array<Record<string, unknown>>;
	extra_data?: unknown;
}

/** A GET; the body laid over its HTTP status. */
export async function get(simulator: Simulator, path: string): Promise<RecordAnswer> {
	const answer = await caresoft(simulator, 'GET', path);
	return { ...answer.json(), status: answer.status } as unknown as RecordAnswer;
}

export async function post(simulator: Simulator, path: string, body: unknown): Promise<RecordAnswer> {
	const answer = await caresoft(simulator, 'POST', path, body);
	return { ...answer.json(), status: answer.status } as unknown as RecordAnswer;
}

export async function put(simulator: Simulator, path: string, body: unknown): Promise<RecordAnswer> {
	const { statusCode, body: answer } = await request(`${simulator.caresoftUrl}/simshop/api/v1/${path}`, {
		method: 'PUT',
		headers: { 'Content-Type': 'application/json', Authorization: 'Bearer SIMULATOR-API-TOKEN' },
		body: JSON.stringify(body),
	});
	return { ...((await answer.json()) as object), status: statusCode } as RecordAnswer;
}
