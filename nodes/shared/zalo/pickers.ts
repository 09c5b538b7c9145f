import type { ILoadOptionsFunctions, INodeListSearchResult, ResourceMapperFields } from 'n8n-workflow';
import { zalo } from '../../providers/zalo';
import type { ZaloClient } from '../../providers/zalo/client';
import { getTemplate } from '../../providers/zalo/templates';
import { getTemplates, type ListedTemplate } from '../../providers/zalo/templateList';
import { asNodeError } from '../pickers/asNodeError';
import { toResult } from '../pickers/toResult';
import { clientOf } from '../run/connect';
import { formOf } from '../template/form';
import { inWords } from './duration';

/** States of a template that cannot be sent, in words (zalo.md 4.1). */
const STATES: ReadonlyMap<string, string> = new Map([
	['REJECT', 'rejected'],
	['PENDING_REVIEW', 'in review'],
	['DISABLE', 'disabled'],
	['DELETE', 'deleted'],
]);

/** Only the detail call tells how long Zalo tries, one template at a time; nobody waits for hundreds in front of a list. */
const MOST_ASKED = 20;

/** Fills the list of templates of the Official Account. */
export async function searchZaloTemplates(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const entries = await asNodeError(this, async () => {
		const client = await clientOf(this, zalo);
		const templates = await getTemplates(client);
		return await Promise.all(templates.map(async (template, at) => ({ name: await nameOf(client, template, at < MOST_ASKED), value: template.templateId })));
	});
	return toResult(this, entries, filter, {
		message: 'This Official Account has no template yet',
		description: 'Make one at account.zalo.cloud and send it in for approval. If that is done, check that the credential is of the same Official Account and app.',
	});
}

/** @returns e.g. `Order confirmed (12345, Zalo tries for 2 hours)` */
async function nameOf(client: ZaloClient, { templateId, name, status }: ListedTemplate, asks: boolean): Promise<string> {
	const sendable = status === null || status === 'ENABLE';
	const timeout = sendable && asks ? await getTemplate(client, templateId).then(({ timeoutMs }) => timeoutMs, () => undefined) : undefined;
	const facts = [templateId, ...(sendable ? [] : [STATES.get(status) ?? status]), ...(timeout === undefined ? [] : [`Zalo tries for ${inWords(timeout)}`])];
	return `${name} (${facts.join(', ')})`;
}

/** Makes one form field for each parameter of the chosen template. */
export async function zaloTemplateFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const template = this.getCurrentNodeParameter('template', { extractValue: true });
	if (!template) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	return formOf(await asNodeError(this, async () => await getTemplate(await clientOf(this, zalo), String(template))));
}
