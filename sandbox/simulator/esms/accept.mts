import { randomUUID } from 'node:crypto';
import type { NewMessage } from '../journal.mjs';
import type { Message } from '../records.mjs';
import type { World } from '../world.mjs';
import type { Reported } from './callbackForm.mjs';
import { deliver, sendStatusOf, type DeliveryPlan } from './delivery.mjs';
import type { SendOptions } from './sendOptions.mjs';

/** A valid send request, before anything is stored. */
export type Draft = Pick<
	Message,
	| 'channel' | 'phone' | 'zaloUserId' | 'hashPhone' | 'text' | 'senderName' | 'typeId' | 'price'
	| 'templateId' | 'templateName' | 'oaId' | 'brandname' | 'orderId' | 'body' | 'payload' | 'switchedFrom'
> & {
	/** Zalo's refusal that the template or the user id itself brings about. */
	failure?: number | undefined;
	/** More numbers that get the same message under the same SMSID; Viber and advertising take a list. */
	furtherPhones?: readonly string[];
	/** One report on all numbers, as for an advertising SMS, instead of one on each. */
	oneReport?: boolean;
	/** The SMS that goes out when this ZNS cannot be delivered. */
	fallback?: Fallback | undefined;
};

/** The second leg of a multi-channel message; without a draft it cannot be sent. */
export interface Fallback {
	options: SendOptions;
	draft: Draft | undefined;
}

/** A message that was taken and is on its way. */
export interface Accepted {
	code: '100';
	/** Absent for a sandbox request, where the settings say so. */
	smsId: string | undefined;
	sandbox: boolean;
	/** Resolves when the callbacks are through. */
	delivered: Promise<unknown>;
}

/** What became of a valid request. */
export type Taken = Accepted | { code: '103' } | { code: '124'; sendStatus: string | undefined };

const ADVERTISING = 1;

/** A new SMSID: 32 hex digits and a numeric suffix, or with the dashes of the bulk sample (esms.md 1.10). */
export function newSmsId(form: 'plain' | 'dashed' = 'plain'): string {
	const id = randomUUID();
	return (form === 'plain' ? id.replaceAll('-', '') : id) + String(100 + Math.floor(Math.random() * 900));
}

/** The key under which a RequestId is remembered. */
export function requestKey(world: World, endpoint: string, requestId: string): string {
	return world.settings.esms.requestIdScope === 'account' ? requestId : `${endpoint} ${requestId}`;
}

/** Takes a valid message, unless its RequestId was seen (124) or the balance is too small (103). */
export function take(world: World, endpoint: string, options: SendOptions, draft: Draft, smsId = newSmsId()): Taken {
	const legs = draft.fallback ? [options, draft.fallback.options] : [options];
	// A sandbox request may leave its RequestId unused.
	const marked = legs.filter((leg) => leg.requestId !== '' && (!leg.sandbox || world.settings.esms.sandboxConsumesRequestId));
	const keys = marked.map(({ requestId }) => requestKey(world, endpoint, requestId));
	for (const key of keys) {
		const duplicate = duplicateOf(world, key, draft);
		if (duplicate) return duplicate;
	}
	const taken = dispatch(world, smsId, options, draft);
	const messageId = taken.code === '100' && !taken.sandbox ? smsId : undefined;
	if (taken.code === '100') for (const key of keys) world.account.requestIds.remember(key, world.now(), messageId);
	return taken;
}

/** Pays, stores and sends a message; a sandbox request is not stored, not charged, not delivered (esms.md 13). */
function dispatch(world: World, smsId: string, options: SendOptions, draft: Draft): Accepted | { code: '103' } {
	const { account, settings: { esms } } = world;
	const price = draft.price * (1 + (draft.furtherPhones?.length ?? 0));
	if (account.balance < price) return { code: '103' };
	if (options.sandbox) {
		const shown = esms.sandboxAnswer === 'withSmsid' ? smsId : undefined;
		return { code: '100', smsId: shown, sandbox: true, delivered: Promise.resolve() };
	}
	account.balance -= price;
	const stored = store(world, smsId, options, draft);
	return { code: '100', smsId, sandbox: false, delivered: sendOut(world, stored, draft) };
}

async function sendOut(world: World, stored: Reported, { failure, fallback, oneReport = false }: Draft): Promise<void> {
	const onFailed = fallback && (async () => await fallBack(world, stored[0], fallback));
	const plan: DeliveryPlan = { failure, onFailed };
	if (oneReport) await deliver(world, stored, plan);
	else await Promise.all(stored.map(async (message) => await deliver(world, [message], plan)));
}

/** Sends the second leg of a multi-channel message; its RequestId was used up together with that of the first. */
async function fallBack(world: World, zns: Message, { options, draft }: Fallback): Promise<void> {
	const { switchMs } = world.settings.esms.multiChannel;
	if (!draft) return;
	if (switchMs > 0) await world.tasks.sleep(switchMs);
	const taken = dispatch(world, newSmsId(), options, { ...draft, switchedFrom: zns.id });
	if (taken.code === '100') await taken.delivered;
}

/** Writes the message down, once for each number; the first one bears the SMSID as its id. */
function store(world: World, smsId: string, options: SendOptions, draft: Draft): Reported {
	const { furtherPhones = [] } = draft;
	const ids = furtherPhones.length > 0 ? { id: smsId, groupId: smsId } : idsOfLeg(world, smsId, draft);
	// Written out, and once for all numbers: a copy by rest and spread is several times as large and as slow.
	const first: NewMessage = {
		id: ids.id,
		groupId: ids.groupId,
		provider: 'esms',
		channel: draft.channel,
		phone: draft.phone,
		zaloUserId: draft.zaloUserId,
		hashPhone: draft.hashPhone,
		text: draft.text,
		senderName: draft.senderName,
		templateId: draft.templateId,
		templateName: draft.templateName,
		oaId: draft.oaId,
		brandname: draft.brandname,
		orderId: draft.orderId,
		switchedFrom: draft.switchedFrom,
		typeId: draft.typeId,
		price: draft.price,
		body: draft.body,
		payload: draft.payload,
		requestId: options.requestId || undefined,
		campaign: options.campaign || undefined,
		callbackUrl: options.callbackUrl || undefined,
		sendAt: options.sendAt,
		state: options.sendAt !== undefined && options.sendAt > world.now() ? 'scheduled' : 'accepted',
	};
	const taken = world.journal.add(first);
	const further = furtherPhones.map((phone, index) => world.journal.add({ ...first, phone, id: `${smsId}#${index + 2}` }));
	return [taken, ...further];
}

/** Whether the SMS of a multi-channel message has an SMSID of its own is not documented (esms.md 4.1). */
function idsOfLeg(world: World, smsId: string, { switchedFrom }: Draft): { id: string; groupId: string | undefined } {
	if (switchedFrom === undefined || world.settings.esms.multiChannel.smsLegId === 'own') return { id: smsId, groupId: undefined };
	return { id: `${switchedFrom}#sms`, groupId: switchedFrom };
}

/** 124 for a RequestId seen within the window; SendStatus is in the sample of the customer-care SMS, not in that of advertising. */
function duplicateOf(world: World, key: string, { channel, typeId }: Draft): Taken | undefined {
	const earlier = world.account.requestIds.find(key, world.now(), world.settings.esms.requestIdWindowMs);
	if (!earlier) return undefined;
	const message = earlier.messageId === undefined ? undefined : world.journal.get(earlier.messageId);
	// The member is the status of the earlier message; without one there is nothing to report.
	const shown = channel === 'sms' && typeId !== ADVERTISING ? message : undefined;
	return { code: '124', sendStatus: shown && String(sendStatusOf(shown)) };
}
