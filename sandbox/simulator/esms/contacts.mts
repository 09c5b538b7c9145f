import { jsonReply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { queryError } from './answers.mjs';
import { looseText, text, type Body } from './body.mjs';
import { contactsOf } from './contactSeed.mjs';
import { parseDayFirstDate } from './localTime.mjs';
import { answerOaQuery, wholeNumber } from './oaQuery.mjs';

const DAY = 86_400_000;
const OFFSET_MAX = 9_950;
const COUNT_MAX = 50;

/** `POST QueryListUID/` (esms.md 10.16): the users that interacted from one day to another, both included. */
export const queryListUid = answerOaQuery((body, oaId, world) => {
	const range = readRange(body, world);
	if ('code' in range) return queryError(range.code, range.message);
	const follows = looseText(body, 'IsFollower');
	if (!['', '0', '1'].includes(follows)) return queryError(world.settings.esms.invalidFieldCode);
	const tag = text(body, 'TagName');
	const found = contactsOf(oaId, world.now())
		.filter(({ at }) => at >= range.from && at < range.to + DAY)
		.filter((contact) => follows === '' || contact.follows === (follows === '1'))
		.filter(({ tags }) => tag === '' || tags.includes(tag));
	const { offset, count } = range;
	return jsonReply(200, '100', {
		CodeResult: '100',
		Data: {
			Count: count,
			Offset: offset,
			Total: found.length,
			Users: found.slice(offset, offset + count).map(({ userId }) => userId),
		},
	});
});

type Range = { from: number; to: number; offset: number; count: number } | { code: '161' | '162'; message: string };

/** The dates (161) and the page (162), with the texts of the samples. */
function readRange(body: Body, { settings: { esms } }: World): Range {
	const from = parseDayFirstDate(text(body, 'FromDate'), esms.sendDateOffsetHours);
	if (from === undefined) return { code: '161', message: 'FromDate is invalid date format.' };
	const to = parseDayFirstDate(text(body, 'ToDate'), esms.sendDateOffsetHours);
	if (to === undefined) return { code: '161', message: 'ToDate is invalid date format.' };
	const offset = wholeNumber(body, 'Offset');
	if (offset === undefined || offset > OFFSET_MAX) return { code: '162', message: 'Offset is invalid.' };
	const count = wholeNumber(body, 'Count');
	if (!count || count > COUNT_MAX) return { code: '162', message: 'Count is invalid.' };
	return { from, to, offset, count };
}

/** `POST ZNS/GetFollowers/` (esms.md 10.17), as valid JSON unlike the sample. */
export const getFollowers = answerOaQuery((body, oaId, world) => {
	const { esms } = world.settings;
	const offset = wholeNumber(body, 'Offset');
	const count = readCount(body, world);
	const max = esms.lists.followersPageMax;
	// Neither a limit nor the code of a malformed page is documented.
	if (offset === undefined || !count || (count > max && esms.retrieval.overlongPage === 'refuse')) {
		return queryError(esms.invalidFieldCode);
	}
	const followers = contactsOf(oaId, world.now()).filter(({ follows }) => follows);
	return jsonReply(200, '100', {
		CodeResult: '100',
		ErrorMessage: 'success',
		Followers: followers.slice(offset, offset + Math.min(count, max)).map(({ userId }) => ({ User_Id: userId })),
		Total: followers.length,
	});
});

function readCount(body: Body, { settings: { esms } }: World): number | undefined {
	const { followersCount } = esms.lists;
	if (followersCount !== 'either') return wholeNumber(body, followersCount);
	return wholeNumber(body, 'Count') ?? wholeNumber(body, 'Limit');
}
