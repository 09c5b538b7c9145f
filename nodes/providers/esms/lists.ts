import { z } from 'zod';
import { readData } from './answer';
import { get, post, type EsmsClient } from './client';
import { PATHS } from './endpoints';

const idSchema = z.union([z.string(), z.number()]).transform(String);

/** An Official Account of the eSMS account; the ID has 19 digits and stays text. */
export interface OfficialAccount {
	id: string;
	name: string;
}

/** @returns the Official Accounts of the account (esms.md 10.9) */
export async function listOfficialAccounts(client: EsmsClient): Promise<OfficialAccount[]> {
	const schema = z.object({
		ZOAList: z.array(z.object({ OAID: idSchema, OAName: z.string().nullish() })).nullish(),
	});
	const { ZOAList } = readData(await post(client, PATHS.officialAccounts), schema);
	return (ZOAList ?? []).map(({ OAID, OAName }) => ({ id: OAID, name: OAName || OAID }));
}

/** What a brandname may send: 1 advertising SMS, 2 customer-care SMS, 23 Viber (esms.md 10.8). */
export type BrandnameType = 1 | 2 | 23;

/** @returns the brandnames of the account that may send messages of the type (esms.md 10.8) */
export async function listBrandnames(client: EsmsClient, type: BrandnameType): Promise<string[]> {
	const schema = z.object({
		ListBrandName: z.array(z.object({ Brandname: z.string(), Type: z.coerce.number() })).nullish(),
	});
	const { ListBrandName } = readData(await get(client, PATHS.brandnames), schema);
	return (ListBrandName ?? []).filter(({ Type }) => Type === type).map(({ Brandname }) => Brandname);
}
