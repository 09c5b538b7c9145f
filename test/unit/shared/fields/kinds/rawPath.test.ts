import fc from 'fast-check';
import { rawPath } from '../../../../../nodes/shared/fields/kinds/rawPath';

const read = (given: unknown) => {
	const reading = rawPath(given, 'Asia/Ho_Chi_Minh');
	return reading.ok ? reading.value.join(' ') : `! ${reading.fault}`;
};

it.each([
	'ticket.comments[0].state', 'ticket.comments.0.state', ' ticket.comments[0].state\u200b', 'raw.ticket.comments[0].state', 'raw["ticket"]["comments"][0]["state"]', "['raw'].ticket.comments[0].state",
	'$json.raw.ticket.comments[0].state', '$json["raw"]["ticket"]["comments"][0]["state"]', '$json.raw?.ticket?.comments?.[0]?.state', '$json?.raw.ticket.comments[0].state', '$json?.["raw"].ticket.comments[0].state',
	'{{ $json.raw.ticket.comments[0].state }}', '={{ $json.raw.ticket.comments[0].state }}', '={{$json["raw"]["ticket"]["comments"]["0"]["state"]}}', '{{ raw.ticket.comments[0].state }}', '{{ ticket.comments[0].state }}',
	"{{ $('ZNS Delivery Trigger').item.json.raw.ticket.comments[0].state }}", '{{ $("ZNS Delivery Trigger").first().json["raw"].ticket.comments[0].state }}',
	'{{ $node["ZNS Delivery Trigger"].json["raw"]["ticket"]["comments"][0]["state"] }}', '{{ $item(0).$node["ZNS Delivery Trigger"].json["raw"]["ticket"]["comments"][0]["state"] }}', '{{ $input.item.json.raw.ticket.comments[0].state }}',
	// From n8n's Webhook node, with which many look at the first event.
	'{{ $json.body.ticket.comments[0].state }}',
])('%s is the place in the event', (given) => expect(read(given)).toBe('ticket comments 0 state'));

it('only one raw goes', () => expect(read('raw.raw.state')).toBe('raw state'));

const FORM = ': write it like ticket.ticket_comment.status, with a place of a list like ticket.comments[0].status';

it.each([
	['ticket..status', 'is "ticket..status", which is no path'],
	['ticket status', 'is "ticket status", which is no path'],
	['ticket.', 'is "ticket.", which is no path'],
	['ticket[-1]', 'is "ticket[-1]", which is no path'],
	['{{ $json.raw.ticket', 'is "{{ $json.raw.ticket", which is no path'],
	['{{ ticket }}.{{ status }}', 'is "{{ ticket }}.{{ status }}", which is no path'],
	['delivered, failed', 'is "delivered, failed", which is no path'],
	['raw', 'is "raw", which is the whole event'],
	['{{ $json }}', 'is "{{ $json }}", which is no path'],
	['$json.raw', 'is "$json.raw", which is no place inside raw'],
	['$json.outcome', 'is "$json.outcome", which is no place inside raw'],
	['{{ $json.event.ticketStatus }}', 'is "{{ $json.event.ticketStatus }}", which is no place inside raw'],
	["{{ $('Node').item.json.raw.ticket.state.toUpperCase() }}", 'which is no place inside raw'],
	['={{ $json.raw.ticket.state ?? "x" }}', 'which is no place inside raw'],
])('%s is refused', (given, words) => expect(read(given)).toMatch(new RegExp(`^! .*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.*${FORM.replace(/[.[\]]/g, '\\$&')}$`)));

it.each([[['a'], '! is a list, where a text is meant'], [{ raw: 1 }, '! is an object, where a text is meant'], [true, '! is true, where a text is meant']])('%j is refused', (given, words) => expect(read(given)).toBe(words));

it('never throws', () => fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((text) => `{{ $json${text}`)), (given) => void read(given))));
