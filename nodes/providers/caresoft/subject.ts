import { z } from 'zod';

const id = z.union([z.string().min(1), z.number()]).optional().catch(undefined);

const bodySchema = z.object({ object: z.string() }).passthrough();

/** The part of a body that is named like its object (caresoft.md 10.4). */
const partSchema = z.object({ ticket_id: id, id, updated_at: z.unknown() });

/** What stands in the place of a time that is none, as 0 in the sample (caresoft.md 10.6). */
const NO_TIME = ['', '0'];

/**
 * An event has neither an ID nor a time (caresoft.md 10.4, 10.9). Where the ticket or the customer in it says when it was
 * changed, its bytes are those of no other event. Otherwise the same bytes come again when a state comes back.
 *
 * @param body the parsed body
 * @returns what an event without such a time is about, e.g. `ticket 297005`; undefined where there is a time, or no ID
 */
export function subjectWithoutTime(body: unknown): string | undefined {
	const event = bodySchema.safeParse(body);
	if (!event.success) return undefined;
	const { object } = event.data;
	const part = partSchema.safeParse(Object.hasOwn(event.data, object) ? event.data[object] : event.data.ticket);
	if (!part.success || !NO_TIME.includes(String(part.data.updated_at ?? ''))) return undefined;
	const key = part.data.ticket_id ?? part.data.id;
	return key === undefined ? undefined : `${object} ${key}`;
}
