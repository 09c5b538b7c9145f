import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { ZaloRefusal, zaloOk } from './answers.mjs';
import { readPage, readParameters, readRange } from './reading.mjs';

/** `GET /message/quota` (zalo.md 3.7): numbers or null, unlike the strings of a receipt. */
export function messageQuota(_request: Incoming, world: World): Reply {
	const { limits, lists } = world.settings.zalo;
	const promotion = lists.quota === 'sample' ? null : 0;
	return zaloOk(world, {
		data: {
			dailyQuota: limits.oaDaily,
			remainingQuota: world.zalo.limits.remaining,
			dailyQuotaPromotion: promotion,
			remainingQuotaPromotion: promotion,
			monthlyPromotionQuota: 125,
			remainingMonthlyPromotionQuota: 124,
			estimatedNextMonthPromotionQuota: 2_000,
		},
	}, 'success');
}

/** `GET /quality` (zalo.md 3.7). */
export function quality(_request: Incoming, world: World): Reply {
	return zaloOk(world, { data: { oaCurrentQuality: 'HIGH', oa7dayQuality: 'MEDIUM' } }, 'success');
}

/** `POST /rating/get` (zalo.md 3.7), oldest first. */
export function listRatings(request: Incoming, world: World): Reply {
	const given = readParameters(request, world);
	const found = world.zalo.feedback.ratingsOf(templateOf(given, world)).filter(within(given));
	const { offset, limit } = readPage(given, world);
	return zaloOk(world, { data: { total: found.length, data: found.slice(offset, offset + limit) } }, 'success');
}

/** `POST /response/get` (zalo.md 3.7): a limit, no offset. */
export function listReplies(request: Incoming, world: World): Reply {
	const given = readParameters(request, world);
	const found = world.zalo.feedback.repliesOf(templateOf(given, world)).filter(within(given));
	const page = new URLSearchParams([...given].filter(([name]) => name !== 'offset'));
	page.set('offset', '0');
	return zaloOk(world, { data: { data: found.slice(0, readPage(page, world).limit) } }, 'success');
}

function within(given: URLSearchParams): (entry: { submitDate: string }) => boolean {
	const fits = readRange(given);
	return ({ submitDate }) => fits(submitDate);
}

function templateOf(given: URLSearchParams, world: World): string {
	const template = world.zalo.template(given.get('template_id'));
	if (!template) throw new ZaloRefusal(-109);
	return template.id;
}
