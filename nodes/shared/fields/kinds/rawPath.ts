import { pass, refuse } from '../../../domain/checked';
import { stepsOf } from '../../../domain/path';
import { quote } from '../../../domain/text';
import type { Kind, Reading } from './kind';
import { text } from './text';

/** What stands before the path where it was copied from an item: `$json`, `$('Node').item.json`, `$node["Node"].json`. */
const OF_ITEM = /^\$(?:json|[^{}]*?\.json)(?=[.?[])/;

/** Where an item holds what the provider sent: `raw` in those of this package, `body` in those of n8n's Webhook node. */
const OF_EVENT = ['raw', 'body'];

// n8n shows no advice where a trigger is not activated, so the sentence says it.
const FORM = 'write it like ticket.ticket_comment.status, with a place of a list like ticket.comments[0].status';

/**
 * The path to a place inside `raw`, the event as it came. It is understood with and without `raw` before it, and as it is
 * copied or dragged from an item: `{{ $json.raw.ticket.status }}`.
 */
export const rawPath: Kind<string[]> = (given, timezone) => {
	const read = text(given, timezone);
	if (!read.ok) return read;
	const inside = /^=?\s*\{\{(.*)\}\}$/s.exec(read.value)?.[1]?.trim() ?? read.value;
	const item = OF_ITEM.exec(inside)?.[0];
	return item === undefined ? ofEvent(inside, read.value) : ofItem(inside.slice(item.length).replace(/^\??\.(?!\[)/, ''), read.value);
};

function ofEvent(path: string, given: string): Reading<string[]> {
	const steps = stepsOf(path);
	if (!steps) return refuse(`is ${quote(given)}, which is no path: ${FORM}`);
	const place = steps[0] === 'raw' ? steps.slice(1) : steps;
	return place.length > 0 ? pass(place) : refuse(`is ${quote(given)}, which is the whole event: ${FORM}`);
}

function ofItem(path: string, given: string): Reading<string[]> {
	const [root = '', ...place] = stepsOf(path) ?? [];
	if (place.length > 0 && OF_EVENT.includes(root)) return pass(place);
	return refuse(`is ${quote(given)}, which is no place inside raw: ${FORM}`);
}
