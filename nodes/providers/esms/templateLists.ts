import { z } from 'zod';
import type { ParameterKind } from '../../domain/template';
import { readData } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { countSchema, idSchema, textSchema, withRaw } from './fieldSchemas';
import { looseRow, readable, rowsOf } from './rows';

/** Networks by number (esms.md 12.4). */
const NETWORKS: ReadonlyMap<string, string> = new Map([
	['1', 'Viettel'], ['2', 'Mobifone'], ['3', 'Vinaphone'], ['4', 'Vietnamobile'], ['5', 'Gmobile'], ['6', 'Itel'], ['7', 'Reddi'],
]);

/** The kinds of parameters (esms.md 10.10). */
const KINDS: ReadonlyMap<string, ParameterKind> = new Map([
	['type_text', 'text'],
	['type_number', 'number'],
	['type_date', 'date'],
	['type_cta_url', 'url'],
]);

/** The list has one call for each of the two types of ZNS (esms.md 10.10). */
const ZNS_TYPES = ['24', '25'] as const;

/** A parameter in a list; null where eSMS says nothing that can be read. */
export interface ListedParameter {
	name: string | null;
	kind: ParameterKind | null;
	maxLength: number | null;
	position: number | null;
}

/** A template of Zalo in a list (esms.md 10.10). */
export interface ZaloTemplateFacts {
	templateId: string;
	name: string;
	priority: boolean;
	/** HTML with `{{parameter}}` in it. */
	content: string;
	/** All that the list names, as positions count each of them. */
	parameters: ListedParameter[];
	raw: Record<string, unknown>;
}

/** A text of a brandname that is registered with one network (esms.md 10.12). */
export interface SmsTemplateFacts {
	templateId: string;
	/** With `{P1,20}` where up to 20 characters may stand. */
	content: string;
	/** Null where the number of the network is not documented. */
	network: string | null;
	networkId: string | null;
	raw: Record<string, unknown>;
}

const parameterSchema = z
	.object({ Param: textSchema, Limit: countSchema, ParamLevel: countSchema, RequireType: textSchema })
	.transform(({ Param, Limit, ParamLevel, RequireType }): ListedParameter => ({
		name: Param,
		kind: KINDS.get(RequireType ?? '') ?? null,
		maxLength: Limit,
		position: ParamLevel,
	}));

const zaloTemplateSchema = withRaw(
	z.object({ TempId: idSchema, TempName: textSchema, TempContent: textSchema, ZNSTempDetail: z.array(looseRow(parameterSchema)).nullish().catch(null) }),
);

type ListedTemplate = z.output<typeof zaloTemplateSchema>;

const zaloTemplatesSchema = z.object({ ZNSTemplates: rowsOf(zaloTemplateSchema) });

/** @returns the templates of an Official Account, priority and normal ones, each once (esms.md 10.10) */
export async function getZaloTemplates(client: EsmsClient, officialAccountId: string): Promise<ZaloTemplateFacts[]> {
	const lists = await Promise.all(
		ZNS_TYPES.map(async (typeId) => {
			const answer = await post(client, PATHS.templates, { OAId: officialAccountId, SmsType: typeId });
			return readData(answer, zaloTemplatesSchema).ZNSTemplates.map((listed): ZaloTemplateFacts | undefined => listed && toTemplate(listed, typeId));
		}),
	);
	return [...new Map(readable(lists.flat()).map((template) => [template.templateId, template])).values()];
}

function toTemplate({ raw, row }: ListedTemplate, typeId: (typeof ZNS_TYPES)[number]): ZaloTemplateFacts {
	return {
		templateId: row.TempId,
		name: row.TempName ?? row.TempId,
		priority: typeId === '24',
		content: row.TempContent ?? '',
		parameters: row.ZNSTempDetail ?? [],
		raw,
	};
}

const smsTemplatesSchema = z.object({
	BrandnameTemplates: rowsOf(withRaw(z.object({ TempId: idSchema, TempContent: textSchema, NetworkID: textSchema }))),
});

/** @returns the customer-care texts of a brandname, one for each network (esms.md 10.12) */
export async function getSmsTemplates(client: EsmsClient, brandname: string): Promise<SmsTemplateFacts[]> {
	const answer = await post(client, PATHS.templates, { SmsType: '2', Brandname: brandname });
	return readable(readData(answer, smsTemplatesSchema).BrandnameTemplates).map(({ raw, row }) => ({
		templateId: row.TempId,
		content: row.TempContent ?? '',
		network: NETWORKS.get(row.NetworkID ?? '') ?? null,
		networkId: row.NetworkID,
		raw,
	}));
}
