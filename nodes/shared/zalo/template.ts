import type { INodeProperties } from 'n8n-workflow';
import type { Template } from '../../domain/template';
import type { ZaloClient } from '../../providers/zalo/client';
import { getTemplate } from '../../providers/zalo/templates';
import type { Item } from '../fields/item';
import { digitsAndLetters } from '../fields/kinds/id';
import { locator, readId } from '../fields/locator';
import type { Run } from '../run/run';
import { once } from '../template/once';
import { valueFields } from '../template/valueFields';

/** Nodes need `searchZaloTemplates` among their methods. */
export const zaloTemplateField: INodeProperties = locator({
	displayName: 'Template',
	name: 'template',
	searchListMethod: 'searchZaloTemplates',
	description: 'ZNS template of the Official Account of the credential; the list says how long Zalo tries to deliver a message, and of a template that cannot be sent why',
	idPlaceholder: 'e.g. 12345',
	letters: true,
});

const templateId = digitsAndLetters(40);

/**
 * @returns the template that is set; all real IDs are digits, while the one in Zalo's own sample has letters (zalo.md 3.1)
 * @throws Refusal where there is none
 */
export function readTemplateId(item: Item, field: INodeProperties = zaloTemplateField): string {
	return readId(item, field, templateId);
}

/** Nodes need `zaloTemplateFields` among their methods. */
export const zaloTemplateValueFields: INodeProperties[] = valueFields('zaloTemplateFields', ['template.value']);

/** @returns a call that fetches each template once per run */
export function zaloTemplatesOnce(run: Run<ZaloClient>): (templateId: string) => Promise<Template> {
	return once(async (templateId: string) => await run.read(async (client) => await getTemplate(client, templateId)));
}
