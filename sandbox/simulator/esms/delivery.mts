import { randomUUID } from 'node:crypto';
import type { OutboundCall } from '../outbound.mjs';
import { recipientOf, throughZalo, type Message } from '../records.mjs';
import { recipientScript } from '../recipients.mjs';
import type { World } from '../world.mjs';
import { zaloMessage } from '../zalo/failures.mjs';
import { callbackQuery, joinCallbackUrl } from './callbackForm.mjs';

/** SendStatus of a message: 2 waiting, 7 sent and awaiting its report, 5 finished (esms.md 12.4). */
export function sendStatusOf(message: Message): number {
	if (message.state === 'scheduled') return 2;
	return message.state === 'accepted' ? 7 : 5;
}

/** Sends a message on its way, now or at its SendDate; resolves when its callbacks are through. */
export async function deliver(world: World, message: Message, templateFailure?: number): Promise<void> {
	if (message.state !== 'scheduled' || message.sendAt === undefined) {
		await sendOut(world, message, templateFailure);
		return;
	}
	const release = () => {
		// Released once, by its time or by hand, whichever comes first.
		if (!world.account.scheduled.delete(message.id)) return;
		world.journal.change(message, 'accepted', { state: 'accepted' });
		void sendOut(world, message, templateFailure);
	};
	world.account.scheduled.set(message.id, release);
	world.tasks.later(message.sendAt - world.now(), release);
}

async function sendOut(world: World, message: Message, templateFailure?: number): Promise<void> {
	const { esms, recipients } = world.settings;
	const { report } = recipientScript(recipientOf(message));
	// Zalo gives its id when it takes the message, long before the phone has it (esms.md 10.6, status 0).
	if (throughZalo(message)) message.zaloMessageId = newZaloMessageId();
	if (report === 'none') return;
	await world.tasks.after(report === 'late' ? recipients.lateMs : esms.callback.delayMs, async () => {
		const calls = reports(world, message, templateFailure);
		if (message.callbackUrl === undefined) return;
		if (esms.callback.order === 'reversed') calls.reverse();
		for (const query of calls) await callBack(world, message, message.callbackUrl, query);
	});
}

/** Settles a message and returns the queries of its callbacks in their natural order. */
function reports(world: World, message: Message, templateFailure?: number): string[] {
	const { esms } = world.settings;
	const { callback } = esms;
	const { report } = recipientScript(recipientOf(message));
	const queries: string[] = [];
	if (callback.intermediate || report === 'intermediate') {
		for (const state of [2, 7]) {
			queries.push(callbackQuery(message, state, esms));
			world.journal.change(message, `state ${state}`);
		}
	}
	settle(world, message, templateFailure);
	const times = Math.max(callback.repeat, report === 'twice' ? 2 : 1);
	for (let i = 0; i < times; i++) queries.push(callbackQuery(message, 5, esms));
	return queries;
}

/** Decides what became of a message. */
function settle(world: World, message: Message, givenFailure?: number): void {
	const script = recipientScript(recipientOf(message));
	const zaloFailure = throughZalo(message) ? (givenFailure ?? script.zaloFailure) : undefined;
	if (zaloFailure !== undefined) {
		fail(world, message, { code: zaloFailure, message: zaloMessage(zaloFailure) });
	} else if (message.channel === 'sms' && script.smsFails) {
		// SMS and Viber callbacks carry no reason; the code is only for the page.
		fail(world, message, { code: 0, message: 'SMS could not be delivered' });
	} else if (message.channel === 'viber' && script.viberFails) {
		fail(world, message, { code: 0, message: 'Viber could not deliver' });
	} else {
		world.journal.change(message, 'delivered', { state: 'delivered' });
	}
}

function newZaloMessageId(): string {
	return randomUUID().replaceAll('-', '').slice(0, 20);
}

/** A failed message costs nothing and has no partnerids in the failed sample (esms.md 12.2). */
function fail(world: World, message: Message, failure: NonNullable<Message['failure']>): void {
	world.account.balance += message.price;
	world.journal.change(message, `failed ${failure.code}`, { state: 'failed', failure, price: 0, zaloMessageId: undefined });
}

async function callBack(world: World, message: Message, callbackUrl: string, query: string): Promise<void> {
	const { callback } = world.settings.esms;
	const url = joinCallbackUrl(callbackUrl, query, callback.join);
	const call: OutboundCall = { provider: 'esms', messageId: message.id, method: 'GET', url };
	if (callback.httpsOnly && !/^https:/i.test(url)) {
		world.outbound.refuse(call, 'not called: CallbackUrl is not https');
		return;
	}
	await world.outbound.send(call, callback.retry);
}
