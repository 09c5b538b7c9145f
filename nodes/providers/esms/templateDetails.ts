import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { flagSchema } from '../flag';
import { ProviderError } from '../providerError';
import { readData } from './answer';
import { get, type EsmsClient } from './client';
import { PATHS } from './endpoints';
import { countSchema, textSchema, withRaw } from './fieldSchemas';
import { looseRow } from './rows';

/** What the buttons of a template do (esms.md 10.11). */
const BUTTON_TYPES: ReadonlyMap<string, string> = new Map([
	['1', 'companyPage'], ['2', 'call'], ['3', 'officialAccountPage'], ['4', 'miniApp'],
	['5', 'appDownload'], ['6', 'productDistribution'], ['7', 'otherWebOrMiniApp'], ['8', 'otherApp'],
]);

/** A word that eSMS does not set: the sample holds the text `null` (esms.md 10.11). */
const wordSchema = textSchema.transform((word) => (word === 'null' ? null : word));

const buttonSchema = z.object({ Title: textSchema, Content: textSchema, Type: textSchema });

const parameterSchema = z.object({
	Name: textSchema,
	Type: textSchema,
	Require: flagSchema,
	MinLength: countSchema,
	MaxLength: countSchema,
	AcceptNull: flagSchema,
});

const detailSchema = z.object({
	TemplateId: textSchema,
	TemplateName: textSchema,
	Status: textSchema,
	Reason: textSchema,
	TemplateTag: wordSchema,
	TemplateQuality: wordSchema,
	PreviewUrl: textSchema,
	Timeout: countSchema,
	ApplyTemplateQuota: flagSchema,
	TemplateDailyQuota: countSchema,
	TemplateRemainingQuota: countSchema,
	// Buttons are a matter of looks; without the parameters no message could be checked.
	ListButtons: z.array(looseRow(buttonSchema)).nullish().catch(null),
	ListParams: z.array(looseRow(parameterSchema)).nullish(),
});

/** All that eSMS tells of one template of Zalo (esms.md 10.11); null where it does not. */
export interface TemplateDetails {
	templateId: string;
	name: string | null;
	/** ENABLE, PENDING_REVIEW, REJECT, DISABLE or DELETE. */
	status: string | null;
	statusReason: string | null;
	/** E.g. TRANSACTION. */
	tag: string | null;
	quality: string | null;
	previewUrl: string | null;
	/** Milliseconds. */
	timeoutMs: number | null;
	/** Whether the template has a quota of its own, which only the English page knows. */
	quotaApplies: boolean | null;
	dailyQuota: number | null;
	remainingQuota: number | null;
	buttons: Array<{ title: string | null; content: string | null; type: string | null }>;
	parameters: Array<{
		name: string | null;
		type: string | null;
		required: boolean | null;
		minLength: number | null;
		maxLength: number | null;
		acceptsEmpty: boolean | null;
	}>;
	raw: Record<string, unknown>;
}

/**
 * Reads the details of one template of Zalo (esms.md 10.11).
 *
 * @throws ProviderError where eSMS answers with another code than success
 */
export async function getTemplateDetails(client: EsmsClient, officialAccountId: string, templateId: string): Promise<TemplateDetails> {
	const answer = await get(client, PATHS.template, { TemplateId: templateId, OAId: officialAccountId });
	const { raw, row } = readData(answer, z.object({ Data: z.unknown().transform((data) => data ?? {}).pipe(withRaw(detailSchema)) }), '0').Data;
	// Taken for a template without parameters, it would be sent without any.
	if (Object.keys(raw).length === 0) {
		const failure = failureOf(null, `eSMS says nothing of template ${templateId}`, 'retry', "Check the ID in 'Template', and that the template is of this Official Account. If so, try again in a moment.");
		throw new ProviderError({ provider: 'esms', failure, status: answer.status, raw: null });
	}
	return {
		templateId: row.TemplateId ?? templateId,
		name: row.TemplateName,
		status: row.Status,
		statusReason: row.Reason,
		tag: row.TemplateTag,
		quality: row.TemplateQuality,
		previewUrl: row.PreviewUrl,
		timeoutMs: row.Timeout,
		quotaApplies: row.ApplyTemplateQuota,
		dailyQuota: row.TemplateDailyQuota,
		remainingQuota: row.TemplateRemainingQuota,
		buttons: (row.ListButtons ?? []).map(({ Title, Content, Type }) => ({
			title: Title,
			content: Content,
			type: BUTTON_TYPES.get(Type ?? '') ?? Type,
		})),
		parameters: (row.ListParams ?? []).map(({ Name, Type, Require, MinLength, MaxLength, AcceptNull }) => ({
			name: Name,
			type: Type,
			required: Require,
			minLength: MinLength,
			maxLength: MaxLength,
			acceptsEmpty: AcceptNull,
		})),
		raw,
	};
}
