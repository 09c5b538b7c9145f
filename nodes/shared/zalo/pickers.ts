import type { ILoadOptionsFunctions, INodeListSearchResult, ResourceMapperFields } from 'n8n-workflow';
import { zalo } from '../../providers/zalo';
import type { ZaloClient } from '../../providers/zalo/client';
import { getTemplate } from '../../providers/zalo/templates';
import { getTemplates, type ListedTemplate } from '../../providers/zalo/templateList';
import { asNodeError } from '../pickers/asNodeError';
import { toResult } from '../pickers/toResult';
import { clientOf } from '../run/connect';
import { formOrReason } from '../template/formOrReason';
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
	const client = await asNodeError(this, async () => await clientOf(this, zalo));
	const templates = await asNodeError(this, async () => await getTemplates(client));
	const { results } = toResult(this, templates.map((template) => ({ name: nameOf(template), value: template.templateId })), filter, {
		message: 'This Official Account has no template yet',
		description: 'Make one at account.zalo.cloud and send it in for approval. If that is done, check that the credential is of the same Official Account and app.',
	});
	const sendable = new Set(templates.filter(isSendable).map(({ templateId }) => templateId));
	const asked = results.filter(({ value }) => sendable.has(String(value))).slice(0, MOST_ASKED);
	const timeouts = new Map(await Promise.all(asked.map(async ({ value }) => [value, await timeoutOf(client, String(value))] as const)));
	return { results: results.map((entry) => ({ ...entry, name: withTimeout(entry.name, timeouts.get(entry.value)) })) };
}

const isSendable = ({ status }: ListedTemplate): boolean => status === null || status === 'ENABLE';

/** @returns e.g. `Order confirmed (12345)` or `Order confirmed (12345, rejected)` */
function nameOf(template: ListedTemplate): string {
	const { templateId, name, status } = template;
	return `${name} (${templateId}${isSendable(template) ? '' : `, ${STATES.get(status ?? '') ?? status}`})`;
}

/** @returns milliseconds; undefined where Zalo does not tell, for the list is good without */
async function timeoutOf(client: ZaloClient, templateId: string): Promise<number | undefined> {
	return await getTemplate(client, templateId).then(({ timeoutMs }) => timeoutMs, () => undefined);
}

/** @returns e.g. `Order confirmed (12345, Zalo tries for 2 hours)` */
function withTimeout(name: string, timeoutMs: number | undefined): string {
	return timeoutMs === undefined ? name : `${name.slice(0, -1)}, Zalo tries for ${inWords(timeoutMs)})`;
}

/** Makes one form field for each parameter of the chosen template. */
export async function zaloTemplateFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const template = this.getCurrentNodeParameter('template', { extractValue: true });
	if (!template) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	return await formOrReason(this, async () => await getTemplate(await clientOf(this, zalo), String(template)));
}
