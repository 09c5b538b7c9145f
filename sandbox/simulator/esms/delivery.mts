import { randomUUID } from 'node:crypto';
import type { OutboundCall } from '../outbound.mjs';
import { recipientOf, throughZalo, type Message } from '../records.mjs';
import { recipientScript, type RecipientScript } from '../recipients.mjs';
import type { RetrySettings } from '../settings.mjs';
import type { World } from '../world.mjs';
import { zaloMessage } from '../zalo/failures.mjs';
import { callbackCall } from './callbackCall.mjs';
import { reportParameters, type Reported } from './callbackForm.mjs';
import type { Parameter } from './callbackQuery.mjs';

/** What is known about a delivery beyond the messages themselves. */
export interface DeliveryPlan {
	/** Zalo's refusal that the template or the user id itself brings about. */
	failure?: number | undefined;
	/** What follows when the message could not be delivered. */
	onFailed?: (() => Promise<void>) | undefined;
}

/** SendStatus of a message: 2 waiting, 7 sent and awaiting its report, 5 finished (esms.md 12.4). */
export function sendStatusOf(message: Message): number {
	if (message.state === 'scheduled') return 2;
	return message.state === 'accepted' ? 7 : 5;
}

/** Sends messages that share their report on their way, now or at their SendDate; resolves when the callbacks are through. */
export async function deliver(world: World, messages: Reported, plan: DeliveryPlan = {}): Promise<void> {
	const [{ id, state, sendAt }] = messages;
	if (state !== 'scheduled' || sendAt === undefined) {
		await sendOut(world, messages, plan);
		return;
	}
	const release = () => {
		// Released once, by its time or by hand, whichever comes first.
		if (!world.account.scheduled.delete(id)) return;
		for (const message of messages) world.journal.change(message, 'accepted', { state: 'accepted' });
		void sendOut(world, messages, plan);
	};
	world.account.scheduled.set(id, release);
	world.tasks.later(sendAt - world.now(), release);
}

async function sendOut(world: World, messages: Reported, plan: DeliveryPlan): Promise<void> {
	const { esms, recipients } = world.settings;
	const [first] = messages;
	const { report } = recipientScript(recipientOf(first));
	// Zalo gives its id when it takes the message, long before the phone has it (esms.md 10.6, status 0).
	for (const message of messages) if (throughZalo(message)) message.zaloMessageId = newZaloMessageId();
	if (report === 'none') return;
	if (esms.callback.held) await new Promise<void>((resolve) => world.account.heldReports.add(resolve));
	await world.tasks.after(report === 'late' ? recipients.lateMs : esms.callback.delayMs, async () => {
		const told = reports(world, messages, plan.failure);
		const followed = first.state === 'failed' ? plan.onFailed?.() : undefined;
		await Promise.all([callBack(world, first, told), followed]);
	});
}

/** Settles messages and returns the parameters of their callbacks in their natural order, none without a CallbackUrl. */
function reports(world: World, messages: Reported, failure: number | undefined): Parameter[][] {
	const { esms } = world.settings;
	const { callback } = esms;
	const [first] = messages;
	const { report } = recipientScript(recipientOf(first));
	const told: Parameter[][] = [];
	const push = (state: number, times = 1) => {
		if (first.callbackUrl === undefined) return;
		const parameters = reportParameters(messages, state, esms);
		for (let i = 0; i < times; i++) told.push(parameters);
	};
	if (callback.intermediate || report === 'intermediate') {
		for (const state of [2, 7]) {
			push(state);
			for (const message of messages) world.journal.change(message, `state ${state}`);
		}
	}
	for (const message of messages) settle(world, message, failure);
	push(5, Math.max(callback.repeat, report === 'twice' ? 2 : 1));
	return told;
}

/** Decides what became of a message. */
function settle(world: World, message: Message, givenFailure: number | undefined): void {
	const script = recipientScript(recipientOf(message));
	const zaloFailure = throughZalo(message) ? (givenFailure ?? script.zaloFailure) : undefined;
	if (zaloFailure !== undefined) {
		fail(world, message, { code: zaloFailure, message: zaloMessage(zaloFailure) });
		return;
	}
	const reason = failureBesideZalo(message, script);
	// These callbacks carry no reason; the code is only for the page.
	if (reason !== undefined) fail(world, message, { code: 0, message: reason });
	else world.journal.change(message, 'delivered', { state: 'delivered' });
}

function failureBesideZalo({ channel }: Message, script: RecipientScript): string | undefined {
	if (channel === 'sms' && script.smsFails) return 'SMS could not be delivered';
	if (channel === 'viber' && script.viberFails) return 'Viber could not deliver';
	return channel === 'voice' && script.voiceFails ? 'Nobody answered' : undefined;
}

function newZaloMessageId(): string {
	return randomUUID().replaceAll('-', '').slice(0, 20);
}

/** A failed message costs nothing and has no partnerids in the failed sample (esms.md 12.2). */
function fail(world: World, message: Message, failure: NonNullable<Message['failure']>): void {
	world.account.balance += message.price;
	world.journal.change(message, `failed ${failure.code}`, { state: 'failed', failure, price: 0, zaloMessageId: undefined });
}

async function callBack(world: World, message: Message, told: Parameter[][]): Promise<void> {
	const { callback } = world.settings.esms;
	if (message.callbackUrl === undefined) return;
	if (callback.order === 'reversed') told.reverse();
	for (const parameters of told) {
		const brought = callbackCall(message.callbackUrl, parameters, callback);
		const call: OutboundCall = { provider: 'esms', messageId: message.id, ...brought };
		if (callback.httpsOnly && !/^https:/i.test(call.url)) world.outbound.refuse(call, 'not called: CallbackUrl is not https');
		else await world.outbound.send(call, retryOf(message, callback.retry));
	}
}

/** Only the voice page says that any answer but 200 is followed by another call (esms.md 12.1). */
function retryOf({ channel }: Message, retry: RetrySettings): RetrySettings {
	return channel === 'voice' ? { ...retry, retryOn: 'non200' } : retry;
}
