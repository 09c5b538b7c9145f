import type { Incoming, Reply } from '../http/reply.mjs';
import type { Message } from '../records.mjs';
import type { World } from '../world.mjs';
import { ZaloRefusal, zaloOk } from './answers.mjs';

/** The text of status 1 is that of the sample; those of 0 and -1 are not documented (zalo.md 3.3). */
const TEXTS: Readonly<Record<string, string>> = {
	'1': "The message was delivered to the user's phone",
	'0': "The message was pushed, not yet delivered to the user's phone",
	'-1': 'The message does not exist',
};

/** `GET /message/status` (zalo.md 3.3). */
export function messageStatus({ query }: Incoming, world: World): Reply {
	const id = query.get('message_id') ?? '';
	if (id === '') throw new ZaloRefusal(-107, 'Message id invalid');
	const message = world.journal.get(id);
	const status = message?.provider === 'zalo' ? statusOf(message, world) : -1;
	const { statusUnknown, statusFields } = world.settings.zalo.delivery;
	if (status === -1 && statusUnknown === '-107') throw new ZaloRefusal(-107, 'Message id invalid');
	const told = { delivery_time: deliveredAt(message, status, world), message: TEXTS[String(status)] };
	if (status === 1 || statusFields === 'told') return zaloOk(world, { data: { ...told, status } });
	return zaloOk(world, { data: statusFields === 'empty' ? { delivery_time: '', message: '', status } : { status } });
}

function statusOf(message: Message, world: World): -1 | 0 | 1 {
	const { statusMissingMs, statusLagMs, statusWindowMs, statusOfUid } = world.settings.zalo.delivery;
	const now = world.now();
	const age = now - message.createdAt;
	if (age < statusMissingMs || age > statusWindowMs) return -1;
	if (message.zaloUserId !== undefined && statusOfUid === 'unknown') return -1;
	const outcome = world.journal.outcome(message);
	return outcome && now - outcome.at >= statusLagMs ? 1 : 0;
}

/** Epoch ms as a string; empty before the delivery. */
function deliveredAt(message: Message | undefined, status: number, world: World): string {
	const outcome = message && status === 1 ? world.journal.outcome(message) : undefined;
	return outcome ? String(outcome.at) : '';
}
