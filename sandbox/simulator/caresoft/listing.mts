import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { caresoftOk } from './answers.mjs';
import { BadField } from './fields.mjs';
import { readRestTime } from './times.mjs';

const COUNT_DEFAULT = 50;
const COUNT_MAX = 500;

/** What a list of contacts or tickets sorts and filters by. */
export interface Dated {
	id: number;
	updatedAt: number;
}

/** Answers a list of contacts or tickets: `updated_since`, `updated_to`, order and page (caresoft.md 4). */
export function listByUpdate<T extends Dated>(
	request: Incoming,
	world: World,
	key: string,
	records: readonly T[],
	row: (record: T) => object,
): Reply {
	const since = timeParameter(request, 'updated_since', world) ?? Number.NEGATIVE_INFINITY;
	const to = timeParameter(request, 'updated_to', world) ?? Number.POSITIVE_INFINITY;
	const found = records.filter(({ updatedAt }) => updatedAt >= since && updatedAt <= to);
	return listReply(request, key, found.sort(order(request.query)), row);
}

/** Answers the page that `page` and `count` ask for, with the number of all records found. */
export function listReply<T>(
	{ query }: Incoming,
	key: string,
	found: readonly T[],
	row: (record: T) => object,
	countDefault = COUNT_DEFAULT,
): Reply {
	const count = Math.min(positive(query.get('count')) ?? countDefault, COUNT_MAX);
	const page = positive(query.get('page')) ?? 1;
	const rows = found.slice((page - 1) * count, page * count).map(row);
	return caresoftOk({ numFound: found.length, [key]: rows });
}

/** A time filter; undefined when absent, BadField when it is not of the documented form. */
export function timeParameter({ query }: Incoming, name: string, world: World): number | undefined {
	const text = query.get(name);
	if (text === null || text === '') return undefined;
	const time = readRestTime(text, world.settings.caresoft.timeOffsetHours);
	if (time === undefined) throw new BadField(name);
	return time;
}

/** By `updated_at` when asked for. Newest first otherwise, as campaigns are; for the rest no order is documented. */
function order(query: URLSearchParams): (a: Dated, b: Dated) => number {
	const direction = query.get('order_type') === 'asc' ? 1 : -1;
	return query.get('order_by') === 'updated_at'
		? (a, b) => direction * (a.updatedAt - b.updatedAt || a.id - b.id)
		: (a, b) => direction * (a.id - b.id);
}

function positive(text: string | null): number | undefined {
	return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
