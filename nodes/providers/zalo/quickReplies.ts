import { z } from 'zod';
import { requestKeyOf } from '../../domain/requestId';
import { readData } from './answer';
import { post, type ZaloClient } from './client';
import { PATHS } from './endpoints';
import { listSchema, type AnswerRange } from './ratings';
import { text, time } from './values';

/** The answer of a customer to a template with quick replies (zalo.md 3.7); null where Zalo does not tell. */
export interface QuickReply {
	/** What the button sends. */
	reply: string | null;
	/** ISO 8601. */
	submittedAt: string | null;
	messageId: string | null;
	oaId: string | null;
	/** The tracking ID of the message. */
	requestId: string | null;
	/** The key that the sender gave the message. */
	requestKey: string | null;
	raw: Record<string, unknown>;
}

const replySchema = z.object({ data: text, submitDate: time, msgId: text, oaId: text, trackingId: text });

/**
 * Reads the quick replies that customers gave with a template (zalo.md 3.7). No offset is documented, so there is one
 * request; where `template_id` and its like belong is not documented either: they go as in the call for ratings.
 *
 * @param limit the most replies to return
 * @throws ProviderError where Zalo says no
 */
export async function getQuickReplies(client: ZaloClient, { templateId, from, to }: AnswerRange, limit: number): Promise<QuickReply[]> {
	const query = { template_id: templateId, from_time: String(from.getTime()), to_time: String(to.getTime()), limit: String(limit) };
	const rows = readData(await post(client, PATHS.quickReplies, { query }), listSchema).data.data;
	return rows.slice(0, limit).map((raw) => {
		const { data, submitDate, msgId, oaId, trackingId } = replySchema.parse(raw);
		return { reply: data, submittedAt: submitDate, messageId: msgId, oaId, requestId: trackingId, requestKey: requestKeyOf(trackingId), raw };
	});
}
