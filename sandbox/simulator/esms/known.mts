import { throughZalo, type Message } from '../records.mjs';
import type { World } from '../world.mjs';

/**
 * The messages of an SMSID, one for each number, that status calls already, and still, know.
 * 'settings': messages through Zalo only where the settings say so.
 */
export function knownMessages(world: World, id: string, which: 'all' | 'settings' = 'settings'): readonly Message[] {
	const { sendStatusCoversZns } = world.settings.esms;
	return world.journal
		.group(id)
		// A voice call has a status call of its own (esms.md 9).
		.filter((message) => message.channel !== 'voice' && isKnown(world, message))
		.filter((message) => which === 'all' || sendStatusCoversZns || !throughZalo(message));
}

/** Known from `statusLagMs` after the send until `statusWindowMs` (documented: 7 days). */
export function isKnown(world: World, message: Message): boolean {
	if (message.provider !== 'esms') return false;
	const age = world.now() - message.createdAt;
	const { statusLagMs, statusWindowMs } = world.settings.esms;
	return age >= statusLagMs && age <= statusWindowMs;
}
