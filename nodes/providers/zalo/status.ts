import { z } from 'zod';
import type { DeliveryReport } from '../../domain/deliveryReport';
import { readData } from './answer';
import { get, type ZaloClient } from './client';
import { PATHS } from './endpoints';
import { toReport } from './report';
import { dataRow, number, text, time } from './values';

const statusSchema = z.object({ status: number, message: text, delivery_time: time });

/** What the status of a message means (zalo.md 3.3). */
const STATES: ReadonlyMap<number | null, MessageStatus['state']> = new Map([[-1, 'notFound'], [0, 'pending'], [1, 'delivered']]);

/** What Zalo says of a message by phone (zalo.md 3.3). */
export interface MessageStatus {
	messageId: string;
	/** `notFound`: no such message, or not yet; `unknown`: a status that is not documented. */
	state: 'delivered' | 'pending' | 'notFound' | 'unknown';
	/** Zalo's words beside it. */
	text: string | null;
	/** ISO 8601. */
	deliveredAt: string | null;
	raw: Record<string, unknown>;
}

/**
 * Asks for the status of a message that was sent by phone (zalo.md 3.3).
 *
 * @throws ProviderError where Zalo says no
 */
export async function getMessageStatus(client: ZaloClient, messageId: string): Promise<MessageStatus> {
	const { data: raw } = readData(await get(client, PATHS.messageStatus, { message_id: messageId }), z.object({ data: dataRow }));
	const { status, message, delivery_time: deliveredAt } = statusSchema.parse(raw);
	const state = STATES.get(status) ?? 'unknown';
	return { messageId, state, text: message, deliveredAt: state === 'delivered' ? deliveredAt : null, raw };
}

/**
 * Asks what became of a message.
 *
 * @returns the report, `unknown` where Zalo says what nobody has documented; undefined where it knows no such message, or not yet
 * @throws ProviderError where Zalo says no
 */
export async function getReport(client: ZaloClient, messageId: string, now: Date): Promise<DeliveryReport | undefined> {
	const { state, deliveredAt, raw } = await getMessageStatus(client, messageId);
	const saysNothing = state === 'notFound' || (raw.status ?? null) === null;
	return saysNothing ? undefined : toReport({ messageId, outcome: state, deliveredAt }, raw, now);
}
