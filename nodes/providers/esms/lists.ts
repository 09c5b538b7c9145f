import { z } from 'zod';
import { readData } from './answer';
import { get, post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { idSchema, numberSchema, textSchema } from './fieldSchemas';
import { readable, rowsOf } from './rows';

/** An Official Account of the eSMS account; the ID has 19 digits and stays text. */
export interface OfficialAccount {
	id: string;
	name: string;
}

/** @returns the Official Accounts of the account (esms.md 10.9) */
export async function listOfficialAccounts(client: EsmsClient): Promise<OfficialAccount[]> {
	const schema = z.object({ ZOAList: rowsOf(z.object({ OAID: idSchema, OAName: textSchema })) });
	const { ZOAList } = readData(await post(client, PATHS.officialAccounts), schema);
	return readable(ZOAList).map(({ OAID, OAName }) => ({ id: OAID, name: OAName ?? OAID }));
}

/** What a brandname may send: 1 advertising SMS, 2 customer-care SMS, 23 Viber (esms.md 10.8). */
export type BrandnameType = 1 | 2 | 23;

/** A sender name that is registered for one type of message. */
export interface Brandname {
	name: string;
	/** A BrandnameType, or another number that is not documented. */
	type: number;
}

/** @returns all brandnames of the account (esms.md 10.8) */
export async function listAllBrandnames(client: EsmsClient): Promise<Brandname[]> {
	const schema = z.object({ ListBrandName: rowsOf(z.object({ Brandname: idSchema, Type: numberSchema })) });
	const { ListBrandName } = readData(await get(client, PATHS.brandnames), schema);
	return readable(ListBrandName).map(({ Brandname, Type }) => ({ name: Brandname, type: Type }));
}

/** @returns the names of the brandnames that may send messages of the type (esms.md 10.8) */
export async function listBrandnames(client: EsmsClient, type: BrandnameType): Promise<string[]> {
	return (await listAllBrandnames(client)).filter((brandname) => brandname.type === type).map(({ name }) => name);
}
