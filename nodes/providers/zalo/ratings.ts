import { z } from 'zod';
import { requestKeyOf } from '../../domain/requestId';
import { readData } from './answer';
import { post, type ZaloClient } from './client';
import { PATHS } from './endpoints';
import { readPages } from './pages';
import { dataRow, number, row, text, time } from './values';

/** Not documented for this list: what the list of templates takes at most (zalo.md 3.7). */
const PAGE_SIZE_MAX = 100;

/** Which answers of customers are asked for: all that came with a template in a time. */
export interface AnswerRange {
	templateId: string;
	from: Date;
	to: Date;
}

/** What a customer said of a template message (zalo.md 3.7); null where Zalo does not tell. */
export interface Rating {
	/** Stars. */
	rating: number | null;
	/** What was asked for, e.g. `csat`, and how, e.g. `five_emotions` (zalo.md 8.4). */
	ratingType: string | null;
	option: string | null;
	feedbacks: string[];
	note: string | null;
	/** ISO 8601. */
	submittedAt: string | null;
	messageId: string | null;
	/** The tracking ID of the message. */
	requestId: string | null;
	/** The key that the sender gave the message. */
	requestKey: string | null;
	raw: Record<string, unknown>;
}

const ratingSchema = z.object({
	rating_type: text,
	option: text,
	note: text,
	rate: number,
	submitDate: time,
	msgId: text,
	feedbacks: z.array(text).nullish().catch(null),
	trackingId: text,
});

/** A list inside `data`, of which what is no row costs nothing but itself. */
export const listSchema = z.object({
	data: dataRow.pipe(
		z.object({
			total: number,
			data: z.array(row.catch({})).nullish().transform((rows) => rows ?? []),
		}),
	),
});

/**
 * Reads the ratings that customers gave with a template, page by page (zalo.md 3.7). An older page of Zalo shows GET;
 * POST is what its present one has.
 *
 * @param limit the most ratings to return; infinity for all
 * @throws ProviderError where Zalo says no
 */
export async function getRatings(client: ZaloClient, { templateId, from, to }: AnswerRange, limit = Number.POSITIVE_INFINITY): Promise<Rating[]> {
	const rows = await readPages(client, limit, PAGE_SIZE_MAX, async (offset, count) => {
		const query = { template_id: templateId, from_time: String(from.getTime()), to_time: String(to.getTime()), offset: String(offset), limit: String(count) };
		const { total, data } = readData(await post(client, PATHS.ratings, { query }), listSchema).data;
		return { rows: data, total };
	});
	return rows.map(toRating);
}

function toRating(raw: Record<string, unknown>): Rating {
	const { rating_type, option, note, rate, submitDate, msgId, feedbacks, trackingId } = ratingSchema.parse(raw);
	return {
		rating: rate,
		ratingType: rating_type,
		option,
		feedbacks: (feedbacks ?? []).filter((words) => words !== null),
		note,
		submittedAt: submitDate,
		messageId: msgId,
		requestId: trackingId,
		requestKey: requestKeyOf(trackingId),
		raw,
	};
}
