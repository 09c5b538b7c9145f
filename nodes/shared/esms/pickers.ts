import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { listBrandnames, listOfficialAccounts, type BrandnameType } from '../../providers/esms/lists';
import type { EsmsClient } from '../../providers/esms/client';
import { getTemplateDetails } from '../../providers/esms/templateDetails';
import { getZaloTemplates, type ZaloTemplateFacts } from '../../providers/esms/templateLists';
import { esms } from '../../providers/esms';
import { clientOf } from '../run/connect';
import { asNodeError } from '../pickers/asNodeError';
import { pickerError } from '../pickers/pickerError';
import { toResult } from '../pickers/toResult';

/** Fills the list of Official Accounts of the eSMS account. */
export async function searchOfficialAccounts(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const accounts = await asNodeError(this, async () => await listOfficialAccounts(await clientOf(this, esms)));
	return toResult(this, accounts.map(({ id, name }) => ({ name: `${name} (${id})`, value: id })), filter, {
		message: 'This eSMS account has no Official Account yet',
		description: 'Ask eSMS to add your Zalo Official Account to it. If that is done, check that the credential is of the same eSMS account.',
	});
}

/** Fills the list of templates of the chosen Official Account. */
export async function searchTemplates(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const officialAccount = this.getCurrentNodeParameter('officialAccount', { extractValue: true });
	if (!officialAccount) {
		throw pickerError(this.getNode(), 'No Official Account is chosen yet', "Fill in 'Official Account' first: every template belongs to one.");
	}
	const templates = await asNodeError(this, async () => {
		const client = await clientOf(this, esms);
		return await withStates(client, String(officialAccount), await getZaloTemplates(client, String(officialAccount)));
	});
	return toResult(this, templates.map(({ templateId, name, state }) => ({ name: `${name} (${templateId}${state})`, value: templateId })), filter, {
		message: 'This Official Account has no template yet',
		description: "Register one with the operation 'Register Zalo Template' of the eSMS node, or ask eSMS. It can be sent once it is approved.",
	});
}

/** States of a template that cannot be sent, in words (esms.md 10.11). */
const STATES: ReadonlyMap<string, string> = new Map([
	['REJECT', 'rejected'],
	['PENDING_REVIEW', 'in review'],
	['DISABLE', 'disabled'],
	['DELETE', 'deleted'],
]);

/** Only the detail call tells the state, one template at a time; nobody waits for hundreds in front of a list. */
const MOST_ASKED = 20;

/** @returns the templates with the state of each that cannot be sent, as it stands behind its ID; one that cannot be asked stays unmarked */
async function withStates(client: EsmsClient, officialAccountId: string, templates: ZaloTemplateFacts[]): Promise<Array<ZaloTemplateFacts & { state: string }>> {
	return await Promise.all(
		templates.map(async (template, at) => {
			const details = at < MOST_ASKED ? await getTemplateDetails(client, officialAccountId, template.templateId).catch(() => undefined) : undefined;
			const status = details?.status ?? '';
			return { ...template, state: status === '' || status === 'ENABLE' ? '' : `, ${STATES.get(status) ?? status}` };
		}),
	);
}

/** Fills the list of brandnames that may send customer-care SMS. */
export async function searchSmsBrandnames(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await searchBrandnames(this, 2, 'SMS of customer care', filter);
}

/** Fills the list of brandnames that may send advertising SMS. */
export async function searchAdvertisingBrandnames(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await searchBrandnames(this, 1, 'advertising SMS', filter);
}

/** Fills the list of brandnames that may send Viber messages. */
export async function searchViberBrandnames(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return await searchBrandnames(this, 23, 'Viber messages', filter);
}

async function searchBrandnames(context: ILoadOptionsFunctions, type: BrandnameType, sends: string, filter?: string): Promise<INodeListSearchResult> {
	const brandnames = await asNodeError(context, async () => await listBrandnames(await clientOf(context, esms), type));
	return toResult(context, brandnames.map((name) => ({ name, value: name })), filter, {
		message: `This eSMS account has no brandname for ${sends} yet`,
		description: `Ask eSMS to register a brandname for ${sends}: each one is registered for one type of message.`,
	});
}
