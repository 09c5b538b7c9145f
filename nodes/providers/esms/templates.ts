import type { ParameterKind, Template, TemplateParameter } from '../../domain/template';
import type { EsmsClient } from './client';
import { getTemplateDetails, type TemplateDetails } from './templateDetails';
import { getZaloTemplates, type ListedParameter } from './templateLists';

type Parameter = TemplateDetails['parameters'][number] & { name: string };

/**
 * Fetches the definition of a template. The detail call knows what is required and how long
 * (esms.md 10.11), the list call which form a value must have and the order (10.10); only both give the whole.
 *
 * @param positional whether the order is needed; without it a list that cannot be read costs nothing but its hints
 */
export async function getTemplate(
	client: EsmsClient,
	officialAccountId: string,
	templateId: string,
	{ positional = false }: { positional?: boolean } = {},
): Promise<Template> {
	const listing = getZaloTemplates(client, officialAccountId);
	const [details, listed] = await Promise.all([
		getTemplateDetails(client, officialAccountId, templateId),
		positional ? listing : listing.catch(() => []),
	]);
	const inList = listed.find((template) => template.templateId === details.templateId);
	const parameters = details.parameters.filter((parameter): parameter is Parameter => parameter.name !== null);
	const byName = new Map((inList?.parameters ?? []).map((parameter) => [parameter.name, parameter]));
	const positionOf = (name: string | null) => (name === null ? null : byName.get(name)?.position) ?? null;
	const ordered = [...parameters].sort((a, b) => (positionOf(a.name) ?? Number.MAX_SAFE_INTEGER) - (positionOf(b.name) ?? Number.MAX_SAFE_INTEGER));
	const positions = details.parameters.map(({ name }) => positionOf(name));
	return {
		id: details.templateId,
		// Values that go by position shift where one is missing or two share a place.
		inOrder: !positions.includes(null) && new Set(positions).size === Math.max(positions.length, byName.size),
		name: details.name ?? details.templateId,
		status: details.status ?? '',
		statusReason: details.statusReason ?? '',
		look: {
			content: inList?.content ?? '',
			buttons: details.buttons.map(({ title, content }) => ({ title: title ?? '', target: content ?? '' })),
		},
		parameters: ordered.map((parameter) => toParameter(parameter, byName.get(parameter.name))),
	};
}

function toParameter({ name, type, required, minLength, maxLength, acceptsEmpty }: Parameter, inList: ListedParameter | undefined): TemplateParameter {
	return {
		name,
		kind: inList?.kind ?? kindOf(type),
		required: required ?? true,
		maxLength: lowest(maxLength, inList?.maxLength),
		minLength: minLength || undefined,
		acceptsEmpty: acceptsEmpty ?? false,
	};
}

/** @returns the stricter of two limits; 0 and null are none */
function lowest(...limits: Array<number | null | undefined>): number | undefined {
	const set = limits.filter((limit): limit is number => Boolean(limit));
	return set.length === 0 ? undefined : Math.min(...set);
}

/** Only `STRING` is documented for the detail call (esms.md 10.11); NUMBER and DATE are read if they ever come. */
function kindOf(type: string | null): ParameterKind {
	if (type === 'NUMBER') return 'number';
	return type === 'DATE' ? 'date' : 'text';
}
