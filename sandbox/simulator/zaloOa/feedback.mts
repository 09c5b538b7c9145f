import type { Clock } from '../world.mjs';

/** A rating as `/rating/get` lists it (zalo.md 3.7); the members are those of the event (8.4). */
export interface Rating {
	rating_type: string;
	option: string;
	note: string;
	rate: number;
	/** Epoch ms as a string. */
	submitDate: string;
	msgId: string;
	feedbacks: readonly string[];
	trackingId: string;
}

/** An answer to a quick-reply button as `/response/get` lists it (zalo.md 3.7). */
export interface QuickReply {
	data: string;
	submitDate: string;
	msgId: string;
	oaId: string;
	trackingId: string;
}

/** The template that asks for ratings. */
export const RATED_TEMPLATE = '415203';
const SLOT = 6 * 3_600_000;
/** As many as fill a page and part of a second. */
const COUNT = 120;
const FEEDBACKS = ['Nhân viên vui vẻ', 'Chất lượng sản phẩm rất tốt', 'Giao hàng nhanh'];

/** What customers answered: seeded for the last 30 days, and what events brought since. */
export class Feedback {
	private readonly ratings = new Map<string, Rating[]>();
	private readonly replies = new Map<string, QuickReply[]>();

	constructor(private readonly now: Clock) {}

	addRating(templateId: string, rating: Rating): void {
		this.ratings.set(templateId, [...(this.ratings.get(templateId) ?? []), rating]);
	}

	addReply(templateId: string, reply: QuickReply): void {
		this.replies.set(templateId, [...(this.replies.get(templateId) ?? []), reply]);
	}

	/** The ratings of a template, oldest first. */
	ratingsOf(templateId: string): readonly Rating[] {
		return [...(templateId === RATED_TEMPLATE ? recentRatings(this.now()) : []), ...(this.ratings.get(templateId) ?? [])];
	}

	repliesOf(templateId: string): readonly QuickReply[] {
		return this.replies.get(templateId) ?? [];
	}

	reset(): void {
		this.ratings.clear();
		this.replies.clear();
	}
}

/** One rating every six hours; the number goes with the time, so a rating stays itself while the clock goes on. */
function recentRatings(now: number): Rating[] {
	const newest = Math.floor(now / SLOT);
	return Array.from({ length: COUNT }, (_, i) => newest - COUNT + 1 + i).map((slot) => ({
		rating_type: 'csat',
		option: 'five_emotions',
		note: slot % 5 === 0 ? 'Tôi rất hài lòng.' : '',
		rate: 5 - (slot % 5),
		submitDate: String(slot * SLOT),
		msgId: `b0${slot.toString(16).padStart(18, '0')}`,
		feedbacks: FEEDBACKS.slice(0, slot % 4),
		trackingId: `DH-${slot}`,
	}));
}
