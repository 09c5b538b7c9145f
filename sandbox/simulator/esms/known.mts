import { throughZalo, type Message } from '../records.mjs';
import type { World } from '../world.mjs';

/**
 * The messages of an SMSID, one for each number, that status calls already, and still, know, as these calls tell them.
 * 'settings': messages through Zalo only where the settings say so.
 */
export function knownMessages(world: World, id: string, which: 'all' | 'settings' = 'settings'): readonly Message[] {
	const { sendStatusCoversZns } = world.settings.esms;
	return world.journal
		.group(id)
		// A voice call has a status call of its own (esms.md 9).
		.filter((message) => message.channel !== 'voice' && isKnown(world, message))
		.filter((message) => which === 'all' || sendStatusCoversZns || !throughZalo(message))
		.map((message) => asTold(world, message));
}

/** For `finalLagMs` after the final report a message is told as it was before. */
export function asTold(world: World, message: Message): Message {
	const outcome = world.journal.outcome(message);
	const lags = outcome !== undefined && world.now() - outcome.at < world.settings.esms.retrieval.finalLagMs;
	return lags ? { ...message, ...outcome.before } : message;
}

/** Known from `statusLagMs` after the send until `statusWindowMs` (documented: 7 days). */
export function isKnown(world: World, message: Message): boolean {
	if (message.provider !== 'esms') return false;
	const age = world.now() - message.createdAt;
	const { statusLagMs, statusWindowMs } = world.settings.esms;
	return age >= statusLagMs && age <= statusWindowMs;
}
