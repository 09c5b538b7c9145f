/** A customer's rating as GetRating lists it (esms.md 10.15). */
export interface Rating {
	feedbacks: readonly string[];
	/** Zalo's message id. */
	msgId: string;
	note: string;
	/** Stars, 1 to 5. */
	rate: number;
	/** Epoch ms as a string. */
	submitDate: string;
	/** RequestId of the message that asked for the rating. */
	trackingId: string;
}

const SVOUCHER = '4097311281936189049';
/** Template of the sample request; the account does not list it any more. */
const SAMPLE_TEMPLATE = '266986';
/** The rating template the account lists. */
const LISTED_TEMPLATE = '267247';

const HOUR = 3_600_000;
/** As many ratings as fill two pages and part of a third. */
const COUNT = 120;

const FEEDBACKS = [
	'Nhân viên tư vấn nhiệt tình, thái độ vui vẻ, dễ thương',
	'Chính sách hỗ trợ rõ ràng, đầy đủ và dễ hiểu',
	'Chất lượng sản phẩm rất tốt',
	'Giao hàng nhanh',
	'Dịch vụ chăm sóc rất tốt',
];

/** The sample of esms.md 10.15; its time lies two years before the range of the sample request. */
const SAMPLE: Rating = {
	feedbacks: FEEDBACKS,
	msgId: '5dcf84fe1fd8bd85e4ca',
	note: '',
	rate: 5,
	submitDate: '1659750276218',
	trackingId: '',
};

/** A rating made up from its number: all stars occur, some have a note, some no feedback at all. */
function invented(index: number, submittedAt: number): Rating {
	return {
		feedbacks: FEEDBACKS.slice(0, index % 4),
		msgId: `a0${index.toString(16).padStart(18, '0')}`,
		note: index % 5 === 0 ? 'Giao hàng hơi chậm — "sẽ" ủng hộ tiếp 👍' : '',
		rate: 5 - (index % 5),
		submitDate: String(submittedAt),
		trackingId: index % 3 === 0 ? '' : `DH-${String(index).padStart(5, '0')}`,
	};
}

/** 120 ratings within the range of the sample request, 2024-07-28 to 2024-07-30 in Vietnam. */
const WITHIN_SAMPLE = Array.from({ length: COUNT }, (_, i) => invented(i, Date.parse('2024-07-28T00:00:00+07:00') + i * HOUR * 0.5));

/** One rating every six hours of the last 30 days, so that a workflow that asks for recent days finds some. */
function recent(now: number): Rating[] {
	const newest = Math.floor(now / (6 * HOUR));
	// The number goes with the time: a rating stays itself while the clock goes on.
	return Array.from({ length: COUNT }, (_, i) => newest - COUNT + 1 + i).map((slot) => invented(slot, slot * 6 * HOUR));
}

/** The ratings of a template, oldest first; undefined when there never was one. */
export function ratingsOf(oaId: string, templateId: string, now: number): Rating[] | undefined {
	if (oaId !== SVOUCHER) return undefined;
	if (templateId === SAMPLE_TEMPLATE) return [SAMPLE, ...WITHIN_SAMPLE];
	return templateId === LISTED_TEMPLATE ? recent(now) : undefined;
}
