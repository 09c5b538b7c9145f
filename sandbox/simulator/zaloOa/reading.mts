import type { Incoming } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { ZaloRefusal } from './answers.mjs';
import { readBody } from './body.mjs';

const LIMIT_MAX = 100;

export interface Page {
	offset: number;
	limit: number;
}

/** `offset` and `limit`, the latter at most 100; what else does is not documented. */
export function readPage(given: URLSearchParams, world: World): Page {
	const offset = wholeNumber(given.get('offset'));
	const limit = wholeNumber(given.get('limit'));
	if (world.settings.zalo.lists.badPage === 'cap') return { offset: offset ?? 0, limit: Math.min(limit || LIMIT_MAX, LIMIT_MAX) };
	if (offset === undefined || !limit || limit > LIMIT_MAX) throw new ZaloRefusal(-132);
	return { offset, limit };
}

/** Where a range of time begins and ends, epoch ms, both ends included. */
export function readRange(given: URLSearchParams): (submitDate: string) => boolean {
	const from = wholeNumber(given.get('from_time'));
	const to = wholeNumber(given.get('to_time'));
	if (from === undefined || to === undefined || from > to) throw new ZaloRefusal(-132);
	return (submitDate) => Number(submitDate) >= from && Number(submitDate) <= to;
}

/** The parameters of a call that reads by POST: in the query, in a JSON body, or wherever they are. */
export function readParameters(request: Incoming, world: World): URLSearchParams {
	const { readParameters: place } = world.settings.zalo.lists;
	if (place === 'query' || request.body === '' || (place === 'either' && request.query.size > 0)) return request.query;
	const given = new URLSearchParams();
	for (const [name, value] of Object.entries(readBody(request))) {
		if (typeof value === 'string' || typeof value === 'number') given.set(name, String(value));
	}
	return given;
}

function wholeNumber(text: string | null): number | undefined {
	return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
