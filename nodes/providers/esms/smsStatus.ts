import { z } from 'zod';
import { eventIdOf, type DeliveryReport } from '../../domain/deliveryReport';
import type { Channel } from '../../domain/sendReceipt';
import { flagSchema } from '../flag';
import { expectOk, parseData, readAnswer, type EsmsAnswer } from './answer';
import { get, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { idSchema, numberSchema, withRaw } from './fieldSchemas';
import { readFacts } from './facts';
import { toReport, type MessageFacts } from './report';
import { readable, rowsOf } from './rows';

/** eSMS knows no such message, or not yet: status calls can say so for a while after sending (esms.md 1.11). */
export const NOT_FOUND: ReadonlySet<string> = new Set(['105', '854']);

/** Channels whose messages GetSendStatus knows. */
export type SmsChannel = Extract<Channel, 'sms' | 'viber' | 'voice'>;

/** Type IDs for the channel of a report; the call does not name the type (esms.md 10.2). */
const TYPE_IDS: Record<SmsChannel, string> = { sms: '2', viber: '23', voice: '8' };

/** An answer that says neither is none. */
const messageSchema = z.object({ SendStatus: numberSchema });

const receiverSchema = withRaw(z.object({ Phone: idSchema, IsSent: flagSchema, SentResult: flagSchema }));

type Receiver = z.output<typeof receiverSchema>['row'];

const receiversSchema = z.object({ ReceiverList: rowsOf(receiverSchema) });

/**
 * Asks what became of a message as a whole (esms.md 10.2).
 *
 * @returns the report; undefined where eSMS knows nothing of the message, or not yet
 * @throws ProviderError where eSMS answers with another code
 */
export async function getSmsReport(client: EsmsClient, messageId: string, channel: SmsChannel, now: Date): Promise<DeliveryReport | undefined> {
	const asked = await askMessage(client, messageId, channel);
	return asked && toReport(asked.facts, asked.raw, now);
}

/**
 * Asks what became of each phone number of a message (esms.md 10.2, 10.3).
 *
 * @returns one report for each number; undefined where eSMS knows nothing of the message, or not yet
 * @throws ProviderError where eSMS answers with another code
 */
export async function getReceiverReports(client: EsmsClient, messageId: string, channel: SmsChannel, now: Date): Promise<DeliveryReport[] | undefined> {
	const message = await askMessage(client, messageId, channel);
	if (!message) return undefined;
	return (await askReceivers(client, messageId))?.map(({ raw, row: receiver }) => {
		const facts = {
			messageId,
			sendStatus: receiverStatus(message.facts, receiver),
			sendSuccess: receiver.SentResult ? 1 : 0,
			sendFailed: receiver.SentResult === false ? 1 : 0,
			typeId: TYPE_IDS[channel],
			phoneNumber: receiver.Phone,
		};
		const report = toReport(facts, raw, now);
		// All numbers share the message ID.
		return { ...report, eventId: eventIdOf(report.eventId, receiver.Phone) };
	});
}

/**
 * Asks which phone number a message was for (esms.md 10.3).
 *
 * @returns a report that says no more than that; undefined where eSMS names none, or several
 */
export async function getReceiverOf(client: EsmsClient, messageId: string, now: Date): Promise<DeliveryReport | undefined> {
	const [receiver, ...others] = (await askReceivers(client, messageId)) ?? [];
	return receiver && others.length === 0 ? toReport({ messageId, phoneNumber: receiver.row.Phone }, receiver.raw, now) : undefined;
}

async function askReceivers(client: EsmsClient, messageId: string) {
	const read = await ask(client, PATHS.receiverStatus, messageId);
	return read && readable(parseData(read.answer, read.status, receiversSchema).ReceiverList);
}

/** "Not delivered" means "not yet" while the message is under way, and while its counters lag behind (esms.md 12.4). */
function receiverStatus(message: MessageFacts, { IsSent, SentResult }: Receiver): number | undefined {
	if (SentResult) return 5;
	if (SentResult === null) return undefined;
	const { sendStatus, sendSuccess = 0, sendFailed = 0, totalReceiver = 1 } = message;
	if (sendStatus !== 5) return sendStatus;
	return IsSent && sendSuccess + sendFailed >= totalReceiver ? 5 : 7;
}

async function askMessage(client: EsmsClient, messageId: string, channel: SmsChannel): Promise<{ facts: MessageFacts; raw: unknown } | undefined> {
	const read = await ask(client, PATHS.smsStatus, messageId);
	if (!read) return undefined;
	parseData(read.answer, read.status, messageSchema);
	const facts = { ...readFacts(read.answer.data), messageId, typeId: TYPE_IDS[channel] };
	return { facts, raw: read.answer.data };
}

/** @returns the answer of a status call; undefined where eSMS knows no such message */
async function ask(client: EsmsClient, path: string, messageId: string): Promise<{ answer: EsmsAnswer; status: number } | undefined> {
	const answer = await get(client, path, { RefId: messageId });
	const read = readAnswer(answer);
	if (NOT_FOUND.has(read.code)) return undefined;
	expectOk(read, answer.status);
	return { answer: read, status: answer.status };
}
