import { z } from 'zod';
import { requestKeyOf } from '../../domain/requestId';
import { readData } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { countSchema, readEpochMs, textSchema, withRaw } from './fieldSchemas';
import { readPages } from './pages';
import { rowsOf } from './rows';

/** The most ratings of one request (esms.md 10.15). */
const PAGE_SIZE_MAX = 50;

const ratingSchema = z.object({
	msgId: textSchema,
	rate: countSchema,
	feedbacks: z.array(textSchema).nullish().catch(null),
	note: textSchema,
	submitDate: textSchema,
	trackingId: textSchema,
});

const ratingsSchema = z.object({ Data: rowsOf(withRaw(ratingSchema).transform(toRating)), Total: countSchema });

/** Which ratings are asked for. */
export interface RatingRange {
	officialAccountId: string;
	templateId: string;
	/** `yyyy-MM-dd HH:mm:ss` in Vietnam time, both. */
	from: string;
	to: string;
}

/** What a customer said of a template message. */
export interface Rating {
	/** Stars. */
	rating: number | null;
	feedbacks: string[];
	note: string | null;
	/** ISO 8601; null where eSMS does not tell. */
	submittedAt: string | null;
	zaloMessageId: string | null;
	/** Request ID of the message. */
	requestId: string | null;
	/** The key that the sender gave the message. */
	requestKey: string | null;
	raw: Record<string, unknown>;
}

/**
 * Reads the ratings that customers gave with a template, page by page (esms.md 10.15).
 *
 * @param limit the most ratings to return
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function getRatings(client: EsmsClient, range: RatingRange, limit: number): Promise<Rating[]> {
	const { officialAccountId, templateId, from, to } = range;
	return await readPages(client, limit, PAGE_SIZE_MAX, async (offset, count) => {
		const answer = await post(client, PATHS.ratings, {
			OAID: officialAccountId,
			TemplateID: templateId,
			FromTime: from,
			ToTime: to,
			Offset: String(offset),
			Limit: String(count),
		});
		const { Data, Total } = readData(answer, ratingsSchema);
		return { rows: Data, total: Total };
	});
}

function toRating({ raw, row }: { raw: Record<string, unknown>; row: z.output<typeof ratingSchema> }): Rating {
	return {
		rating: row.rate,
		feedbacks: (row.feedbacks ?? []).filter((words) => words !== null),
		note: row.note,
		submittedAt: readEpochMs(row.submitDate),
		zaloMessageId: row.msgId,
		requestId: row.trackingId,
		requestKey: requestKeyOf(row.trackingId),
		raw,
	};
}
