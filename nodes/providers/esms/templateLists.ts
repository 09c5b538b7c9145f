import { z } from 'zod';
import type { ParameterKind } from '../../domain/template';
import { readData } from './answer';
import { post, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { idSchema, textSchema, withRaw } from './fieldSchemas';
import { KINDS, listTemplateRows } from './templates';

/** Networks by number (esms.md 12.4). */
const NETWORKS: ReadonlyMap<string, string> = new Map([
	['1', 'Viettel'], ['2', 'Mobifone'], ['3', 'Vinaphone'], ['4', 'Vietnamobile'], ['5', 'Gmobile'], ['6', 'Itel'], ['7', 'Reddi'],
]);

/** A template of Zalo in a list (esms.md 10.10). */
export interface ZaloTemplateFacts {
	templateId: string;
	name: string;
	priority: boolean;
	/** HTML with `{{parameter}}` in it. */
	content: string;
	parameters: Array<{ name: string; kind: ParameterKind | null; maxLength: number | null; position: number | null }>;
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

/** @returns the templates of an Official Account (esms.md 10.10) */
export async function getZaloTemplates(client: EsmsClient, officialAccountId: string): Promise<ZaloTemplateFacts[]> {
	const rows = await listTemplateRows(client, officialAccountId);
	return rows.map(({ id, name, typeId, content, parameters, raw }) => ({
		templateId: id,
		name,
		priority: typeId === '24',
		content,
		parameters: parameters.map(({ Param, RequireType, Limit, ParamLevel }) => ({
			name: Param,
			kind: KINDS.get(RequireType ?? '') ?? null,
			maxLength: Limit ?? null,
			position: ParamLevel ?? null,
		})),
		raw,
	}));
}

const smsTemplatesSchema = z.object({
	BrandnameTemplates: z
		.array(withRaw(z.object({ TempId: idSchema, TempContent: z.string().nullish(), NetworkID: textSchema })))
		.nullish(),
});

/** @returns the customer-care texts of a brandname, one for each network (esms.md 10.12) */
export async function getSmsTemplates(client: EsmsClient, brandname: string): Promise<SmsTemplateFacts[]> {
	const answer = await post(client, PATHS.templates, { SmsType: '2', Brandname: brandname });
	return (readData(answer, smsTemplatesSchema).BrandnameTemplates ?? []).map(({ raw, row }) => ({
		templateId: row.TempId,
		content: row.TempContent ?? '',
		network: NETWORKS.get(row.NetworkID ?? '') ?? null,
		networkId: row.NetworkID,
		raw,
	}));
}
