import { z } from 'zod';
import type { ParameterKind, Template, TemplateParameter } from '../../domain/template';
import { readData } from './answer';
import { get, post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { idSchema, withRaw } from './fieldSchemas';

const listedParameterSchema = z.object({
	Param: z.string(),
	Limit: z.number().finite().nullish(),
	ParamLevel: z.number().finite().nullish(),
	RequireType: z.string().nullish(),
});

const listSchema = z.object({
	ZNSTemplates: z
		.array(
			withRaw(
				z.object({
					TempId: idSchema,
					TempName: z.string().nullish(),
					TempContent: z.string().nullish(),
					ZNSTempDetail: z.array(listedParameterSchema).nullish(),
				}),
			),
		)
		.nullish(),
});

const detailSchema = z.object({
	Data: z.object({
		TemplateId: idSchema,
		TemplateName: z.string().nullish(),
		Status: z.string().nullish(),
		Reason: z.string().nullish(),
		ListButtons: z.array(z.object({ Title: z.string().nullish(), Content: z.string().nullish() })).nullish().catch(null),
		ListParams: z
			.array(
				z.object({
					Name: z.string(),
					Require: z.boolean().nullish(),
					Type: z.string().nullish(),
					MaxLength: z.number().finite().nullish(),
					MinLength: z.number().finite().nullish(),
					AcceptNull: z.boolean().nullish(),
				}),
			)
			.nullish(),
	}),
});

type ListedParameter = z.output<typeof listedParameterSchema>;

/** A template as the list call gives it. */
export interface ListedTemplate {
	id: string;
	name: string;
	parameters: ListedParameter[];
}

/** The whole row of a template, with the type of ZNS that it was listed for (esms.md 1.9). */
export interface TemplateRow extends ListedTemplate {
	typeId: (typeof ZNS_TYPES)[number];
	/** HTML with `{{parameter}}` in it. */
	content: string;
	raw: Record<string, unknown>;
}

/** The kinds of the list call (esms.md 10.10). */
export const KINDS: ReadonlyMap<string, ParameterKind> = new Map([
	['type_text', 'text'],
	['type_number', 'number'],
	['type_date', 'date'],
	['type_cta_url', 'url'],
]);

/** The list has one call for each of the two types of ZNS (esms.md 10.10). */
const ZNS_TYPES = ['24', '25'] as const;

/** @returns the templates of an Official Account, priority and normal ones, each once (esms.md 10.10) */
export async function listTemplateRows(client: EsmsClient, officialAccountId: string): Promise<TemplateRow[]> {
	const lists = await Promise.all(
		ZNS_TYPES.map(async (typeId): Promise<TemplateRow[]> => {
			const answer = await post(client, PATHS.templates, { OAId: officialAccountId, SmsType: typeId });
			return (readData(answer, listSchema).ZNSTemplates ?? []).map(({ raw, row }) => ({
				id: row.TempId,
				name: row.TempName || row.TempId,
				typeId,
				content: row.TempContent ?? '',
				parameters: row.ZNSTempDetail ?? [],
				raw,
			}));
		}),
	);
	return [...new Map(lists.flat().map((row) => [row.id, row])).values()];
}

/** @returns the templates of an Official Account, without what a list to choose from has no use for (esms.md 10.10) */
export async function listTemplates(client: EsmsClient, officialAccountId: string): Promise<ListedTemplate[]> {
	const rows = await listTemplateRows(client, officialAccountId);
	return rows.map(({ id, name, parameters }) => ({ id, name, parameters }));
}

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
	const listing = listTemplateRows(client, officialAccountId);
	const [detail, listed] = await Promise.all([
		get(client, PATHS.template, { TemplateId: templateId, OAId: officialAccountId }),
		positional ? listing : listing.catch(() => []),
	]);
	const { Data } = readData(detail, detailSchema, '0');
	const row = listed.find(({ id }) => id === Data.TemplateId);
	const listedParameters = new Map((row?.parameters ?? []).map((parameter) => [parameter.Param, parameter]));
	const levels = (Data.ListParams ?? []).map(({ Name }) => listedParameters.get(Name)?.ParamLevel);
	// Values that go by position shift where one is missing or two share a place.
	const inOrder = levels.every((level) => typeof level === 'number') && new Set(levels).size === Math.max(levels.length, listedParameters.size);
	return {
		id: Data.TemplateId,
		inOrder,
		name: Data.TemplateName || Data.TemplateId,
		status: Data.Status ?? '',
		statusReason: Data.Reason ?? '',
		look: {
			content: row?.content ?? '',
			buttons: (Data.ListButtons ?? []).map(({ Title, Content }) => ({ title: Title ?? '', target: Content ?? '' })),
		},
		parameters: (Data.ListParams ?? [])
			.map((parameter): [order: number, parameter: TemplateParameter] => {
				const inList = listedParameters.get(parameter.Name);
				return [inList?.ParamLevel ?? Number.MAX_SAFE_INTEGER, {
					name: parameter.Name,
					kind: kindOf(inList?.RequireType, parameter.Type),
					required: parameter.Require ?? true,
					maxLength: lowest(parameter.MaxLength, inList?.Limit),
					minLength: parameter.MinLength || undefined,
					acceptsEmpty: parameter.AcceptNull ?? false,
				}];
			})
			.sort(([a], [b]) => a - b)
			.map(([, parameter]) => parameter),
	};
}

/** @returns the stricter of two limits; 0 and null are none */
function lowest(...limits: Array<number | null | undefined>): number | undefined {
	const set = limits.filter((limit): limit is number => Boolean(limit));
	return set.length === 0 ? undefined : Math.min(...set);
}

/** Only `STRING` is documented for the detail call (esms.md 10.11); NUMBER and DATE are read if they ever come. */
function kindOf(requireType: string | null | undefined, detailType: string | null | undefined): ParameterKind {
	const kind = KINDS.get(requireType ?? '');
	if (kind) return kind;
	if (detailType === 'NUMBER') return 'number';
	return detailType === 'DATE' ? 'date' : 'text';
}
