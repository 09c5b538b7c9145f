import { z } from 'zod';
import { fromMilliseconds } from '../../milliseconds';
import { number, text } from '../values';
import { part, texts } from './fields';

/** What a customer says of a message or a service (zalo.md 8.4). */
export interface Rating {
	/** 1 to 5 stars; null where Zalo does not say. */
	rate: number | null;
	/** The customer's own words. */
	note: string | null;
	/** What the customer ticked. */
	feedbacks: string[];
	/** Kind of rating, e.g. `csat`. */
	ratingType: string | null;
	/** Form of the scale, e.g. `five_emotions`. */
	option: string | null;
	/** ISO 8601. */
	submittedAt: string | null;
}

const schema = z.object({
	message: part({ rate: number, note: text, feedbacks: texts, rating_type: text, option: text, submit_time: text }),
});

/** Reads `user_feedback`; what has another shape is null. Never throws. */
export function readRating(body: object): Rating {
	const { rate, note, feedbacks, rating_type: ratingType, option, submit_time } = schema.parse(body).message;
	return { rate, note, feedbacks, ratingType, option, submittedAt: fromMilliseconds(submit_time) };
}
