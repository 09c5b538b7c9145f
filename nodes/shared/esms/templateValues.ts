import type { INodeProperties } from 'n8n-workflow';
import { inTemplateOrder, type Template } from '../../domain/template';
import type { EsmsClient } from '../../providers/esms/client';
import { getTemplate } from '../../providers/esms/templates';
import type { Item } from '../fields/item';
import type { Run } from '../run/run';
import { once } from '../template/once';
import { valueFields } from '../template/valueFields';

/** Nodes need `templateFields` among their methods. */
export const templateValueFields: INodeProperties[] = valueFields('templateFields', ['officialAccount.value', 'template.value']);

/**
 * @param values values that were checked
 * @param taker what takes its values by position, as the subject of a sentence, e.g. `A journey`
 * @returns the values in the order of the template
 * @throws Refusal where that order is not known
 */
export function positionalValues(item: Item, template: Template, values: Record<string, string>, taker: string): Array<[name: string, value: string]> {
	if (template.inOrder) return inTemplateOrder(template, values);
	throw item.refuse(
		`eSMS does not tell the order of the parameters of template ${template.id}`,
		`${taker} takes its values by position. Choose a template of the list of this Official Account.`,
		'template',
	);
}

/** Fetches a template. */
export type TemplateOf = (officialAccountId: string, templateId: string) => Promise<Template>;

/**
 * @param positional whether the values go by position, which only the list of templates tells (esms.md 10.10)
 * @returns a call that fetches each template once per run, however many items use it; a failure is not remembered
 */
export function templatesOnce(run: Run<EsmsClient>, { positional }: { positional: boolean }): TemplateOf {
	return once(async (officialAccountId: string, templateId: string) => await run.read(async (client) => await getTemplate(client, officialAccountId, templateId, { positional })));
}
