import { jsonReply, type Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { text, type Body } from './body.mjs';
import { parseLocalTime } from './localTime.mjs';
import { answerOaQuery, wholeNumber } from './oaQuery.mjs';
import { ratingsOf, type Rating } from './ratingSeed.mjs';

const LIMIT_MAX = 50;
const SECOND = 1_000;

/** `POST ZNS/GetRating/` (esms.md 10.15): at most 50 at once; Total counts all of the range. */
export const getRating = answerOaQuery((body, oaId, world) => {
	const { esms } = world.settings;
	const templateId = text(body, 'TemplateID');
	if (templateId === '') return queryError('791');
	const ratings = ratingsOf(oaId, templateId, world.now());
	const unknown = ratings === undefined && world.account.template(oaId, templateId) === undefined;
	if (unknown && esms.lists.ratingUnknownTemplate === '789') return queryError('789');
	return answerRange(body, ratings ?? [], world);
});

function answerRange(body: Body, ratings: readonly Rating[], { settings: { esms } }: World): Reply {
	const from = parseLocalTime(text(body, 'FromTime'), esms.sendDateOffsetHours);
	const to = parseLocalTime(text(body, 'ToTime'), esms.sendDateOffsetHours);
	const offset = wholeNumber(body, 'Offset');
	const limit = wholeNumber(body, 'Limit');
	const overlong = limit !== undefined && limit > LIMIT_MAX && esms.retrieval.overlongPage === 'refuse';
	// Which code a malformed range or page has is not documented.
	if (from === undefined || to === undefined || offset === undefined || !limit || overlong) {
		return queryError(esms.invalidFieldCode);
	}
	// ToTime names a second, and the whole of it counts.
	const found = ratings.filter(({ submitDate }) => Number(submitDate) >= from && Number(submitDate) < to + SECOND);
	if (esms.lists.ratingOrder === 'newestFirst') found.reverse();
	return jsonReply(200, '100', {
		CodeResult: '100',
		ErrorMessage: 'success',
		Data: found.slice(offset, offset + Math.min(limit, LIMIT_MAX)),
		Total: found.length,
	});
}
