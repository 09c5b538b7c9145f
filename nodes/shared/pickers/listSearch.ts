import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { listBrandnames, listOfficialAccounts } from '../../providers/esms/lists';
import { listTemplates } from '../../providers/esms/templates';
import { esmsClient } from '../clients';
import { asNodeError } from './asNodeError';

/** Fills the list of Official Accounts of the eSMS account. */
export async function searchOfficialAccounts(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const accounts = await asNodeError(this, async () => await listOfficialAccounts(await esmsClient(this)));
	return toResult(accounts.map(({ id, name }) => ({ name: `${name} (${id})`, value: id })), filter);
}

/** Fills the list of templates of the chosen Official Account. */
export async function searchTemplates(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const officialAccount = this.getCurrentNodeParameter('officialAccount', { extractValue: true });
	if (!officialAccount) return { results: [] };
	const templates = await asNodeError(
		this,
		async () => await listTemplates(await esmsClient(this), String(officialAccount)),
	);
	return toResult(templates.map(({ id, name }) => ({ name: `${name} (${id})`, value: id })), filter);
}

/** Fills the list of brandnames that may send customer-care SMS. */
export async function searchSmsBrandnames(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const brandnames = await asNodeError(this, async () => await listBrandnames(await esmsClient(this), 2));
	return toResult(brandnames.map((name) => ({ name, value: name })), filter);
}

/** Fills the list of brandnames that may send advertising SMS. */
export async function searchAdvertisingBrandnames(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const brandnames = await asNodeError(this, async () => await listBrandnames(await esmsClient(this), 1));
	return toResult(brandnames.map((name) => ({ name, value: name })), filter);
}

/** Fills the list of brandnames that may send Viber messages. */
export async function searchViberBrandnames(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const brandnames = await asNodeError(this, async () => await listBrandnames(await esmsClient(this), 23));
	return toResult(brandnames.map((name) => ({ name, value: name })), filter);
}

/** Keeps what contains the words of the user, whatever case and diacritics they typed. */
export function toResult(results: INodeListSearchItems[], filter = ''): INodeListSearchResult {
	const wanted = fold(filter);
	return {
		results: results
			.filter(({ name }) => fold(name).includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name, 'vi')),
	};
}

function fold(text: string): string {
	return text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/đ/gi, 'd').toLowerCase().trim();
}
