import { DateTime } from 'luxon';
import { z } from 'zod';
import { eventIdOf, type DeliveryReport } from '../../domain/deliveryReport';
import { newRows } from '../newRows';
import { readPage } from '../transport';
import { wordSchema } from '../word';
import { expectOk, parseData, readAnswer } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { countSchema, idSchema, numberSchema, textSchema, withRaw } from './fieldSchemas';
import type { Page } from './pages';
import { toReport } from './report';
import { readable, rowsOf } from './rows';
import { NOT_FOUND } from './smsStatus';

/** The most rows of one page (esms.md 10.4). */
export const PAGE_SIZE_MAX = 500;

/** Advertising SMS: all receivers share one message ID (esms.md 7.2). */
const ADVERTISING = '1';

/** Which messages are asked for. */
export interface SentRange {
	/** esms.md 1.9 */
	typeId: string;
	/** `yyyy-MM-dd HH:mm:ss` in Vietnam time, both by creation of the message. */
	from: string;
	to: string;
}

/** A delivery report with the time at which eSMS sent the message. */
export interface SentReport extends DeliveryReport {
	/** ISO 8601; null where eSMS does not tell. */
	sentAt: string | null;
}

/** A message of which nothing more is known than its ID is unknown, and costs the others nothing. */
const messageSchema = withRaw(
	z.object({
		ReferenceId: idSchema.pipe(wordSchema),
		SendStatus: numberSchema.optional().catch(undefined),
		SendResult: numberSchema.nullish().catch(null),
		Phone: textSchema,
		SellPrice: numberSchema.optional().catch(undefined),
		SentTime: textSchema,
	}),
);

const sentSchema = z.object({ SentData: rowsOf(messageSchema), CountTotal: countSchema });

/**
 * Reads the messages of a time range, page by page (esms.md 10.4).
 *
 * @param limit the most reports to return
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function getSentReports(client: EsmsClient, range: SentRange, limit: number, now: Date): Promise<SentReport[]> {
	const pageSize = Math.min(limit, PAGE_SIZE_MAX);
	const reports: Array<SentReport | undefined> = [];
	let read = 0;
	let seen = 0;
	const newOf = newRows();
	for (let page = 1; read < limit; page++) {
		const { rows, total } = await readPage(client, async () => await getPage(client, range, page, pageSize, now));
		const fresh = newOf(rows);
		if (!fresh) break;
		seen += rows.length;
		for (const row of fresh) {
			reports.push(row);
			if (row) read++;
		}
		// Whether CountTotal counts the page or the range is not documented: a page that is not full is the last, unless it says that there is more.
		if (rows.length === 0 || (rows.length < pageSize && seen >= (total ?? 0))) break;
	}
	return readable(reports).slice(0, limit);
}

async function getPage(client: EsmsClient, range: SentRange, page: number, pageSize: number, now: Date): Promise<Page<SentReport | undefined>> {
	const { typeId, from, to } = range;
	const answer = await post(client, PATHS.sentMessages, { SmsType: typeId, From: from, To: to, Page: page, PageSize: pageSize });
	const read = readAnswer(answer);
	// 105 is documented for this call too (esms.md 14): nothing was sent in that time.
	if (NOT_FOUND.has(read.code)) return { rows: [], total: null };
	expectOk(read, answer.status);
	const { SentData, CountTotal } = parseData(read, answer.status, sentSchema);
	const rows = SentData.map((message) => {
		if (!message) return undefined;
		const { raw, row } = message;
		const phoneNumber = row.Phone ?? undefined;
		const facts = {
			messageId: row.ReferenceId,
			sendStatus: row.SendStatus,
			sendSuccess: row.SendResult === 1 ? 1 : 0,
			sendFailed: row.SendResult === 0 ? 1 : 0,
			price: row.SellPrice,
			typeId,
			phoneNumber,
		};
		const report = toReport(facts, raw, now);
		const eventId = typeId === ADVERTISING ? eventIdOf(report.eventId, phoneNumber ?? '') : report.eventId;
		return { ...report, eventId, sentAt: readWcfDate(row.SentTime) };
	});
	return { rows, total: CountTotal };
}

/** @returns the time of `/Date(1705484048995+0700)/` as ISO 8601; the offset only says how to show it (esms.md 10.4) */
export function readWcfDate(value: string | null | undefined): string | null {
	const milliseconds = /^\/Date\((\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(value ?? '')?.[1];
	return milliseconds === undefined ? null : DateTime.fromMillis(Number(milliseconds), { zone: 'utc' }).toISO();
}
