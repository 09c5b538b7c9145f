import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { ProviderError } from '../providerError';
import { readData } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { countSchema, idSchema } from './fieldSchemas';
import { readPages } from './pages';
import { rowsOf } from './rows';

/** The most users of one request; for followers it is not documented, and taken to be the same (esms.md 10.16, 10.17). */
const PAGE_SIZE_MAX = 50;

/** The offset ends at 9,950 (esms.md 10.16). */
export const INTERACTING_USERS_MAX = 10_000;

const interactingSchema = z.object({
	Data: z.object({ Users: rowsOf(idSchema.transform((zaloUserId): ZaloUser => ({ zaloUserId }))), Total: countSchema }),
});

const followersSchema = z.object({
	Followers: rowsOf(z.object({ User_Id: idSchema }).transform(({ User_Id }): ZaloUser => ({ zaloUserId: User_Id }))),
	Total: countSchema,
});

/** A Zalo user as an Official Account knows them. */
export interface ZaloUser {
	zaloUserId: string;
}

/** Which users are asked for. */
export interface Interaction {
	officialAccountId: string;
	/** `yyyy-MM-dd`, both. */
	from: string;
	to: string;
	/** Only those who follow the Official Account, or only those who do not. */
	following?: boolean;
	tag?: string;
}

/**
 * Reads the users who interacted with an Official Account, page by page (esms.md 10.16).
 *
 * @param limit the most users to return
 * @throws ProviderError where eSMS answers with another code than success, or has more users than it gives out
 */
export async function getInteractingUsers(client: EsmsClient, interaction: Interaction, limit: number): Promise<ZaloUser[]> {
	const { officialAccountId, from, to, following, tag = '' } = interaction;
	let told: number | null = null;
	return await readPages(client, limit, PAGE_SIZE_MAX, async (offset, count) => {
		if (offset >= INTERACTING_USERS_MAX) {
			// The last page was full, and still that were all of them.
			if (told === INTERACTING_USERS_MAX) return { rows: [], total: told };
			throw tooMany();
		}
		const answer = await post(client, PATHS.interactingUsers, {
			OAID: officialAccountId,
			Offset: offset,
			Count: count,
			FromDate: toDay(from),
			ToDate: toDay(to),
			IsFollower: following === undefined ? '' : following ? '1' : '0',
			TagName: tag,
		});
		const { Users, Total } = readData(answer, interactingSchema).Data;
		told = Total;
		// Told before all the pages are read for nothing.
		if (limit > INTERACTING_USERS_MAX && (Total ?? 0) > INTERACTING_USERS_MAX) throw tooMany();
		return { rows: Users, total: Total };
	});
}

/**
 * Reads the followers of an Official Account, page by page, by a call that eSMS hides (esms.md 10.17).
 *
 * @param limit the most followers to return
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function getFollowers(client: EsmsClient, officialAccountId: string, limit: number): Promise<ZaloUser[]> {
	return await readPages(client, limit, PAGE_SIZE_MAX, async (Offset, Count) => {
		const answer = await post(client, PATHS.followers, { OAID: officialAccountId, Offset, Count });
		const { Followers, Total } = readData(answer, followersSchema);
		return { rows: Followers, total: Total };
	});
}

/** @returns `2024-09-01` as this call writes it: `01/09/2024` */
function toDay(day: string): string {
	return day.split('-').reverse().join('/');
}

function tooMany(): ProviderError {
	return new ProviderError({
		provider: 'esms',
		failure: failureOf(
			null,
			'eSMS has more users in this time than the 10,000 that it gives out',
			'params',
			"Ask for a shorter time, or set 'Limit' to 10000 or less.",
		),
		status: 200,
		raw: null,
	});
}
