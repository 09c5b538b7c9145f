import { z } from 'zod';
import { failureOf } from '../../domain/failure';
import { ProviderError } from '../providerError';
import { flagSchema } from '../flag';
import { readData } from './answer';
import { get, type ZaloClient } from './client';
import { PATHS } from './endpoints';
import { dataRow, number, row, text } from './values';

/** What the buttons of a template do (zalo.md 4.4). */
const BUTTON_TYPES: ReadonlyMap<string, string> = new Map([
	['1', 'website'], ['2', 'call'], ['3', 'officialAccountPage'], ['4', 'miniApp'], ['5', 'appDownload'], ['6', 'productDistribution'],
	['7', 'otherWebOrMiniApp'], ['8', 'otherApp'], ['9', 'article'], ['10', 'copy'], ['11', 'instantPayment'], ['12', 'details'],
]);

/** Rows of which nothing must be there; what is no list is none. */
const rowsOf = <T extends z.ZodTypeAny>(schema: T) => z.array(row.catch({}).pipe(schema)).nullish().catch(null);

const parameterSchema = z.object({ name: text, require: flagSchema, type: text, maxLength: number, minLength: number, acceptNull: flagSchema });

const detailSchema = z.object({
	templateId: text,
	templateName: text,
	status: text,
	reason: text,
	templateTag: text,
	templateQuality: text,
	previewUrl: text,
	timeout: number,
	price: number,
	price_sdt: number,
	price_uid: number,
	listButtons: rowsOf(z.object({ type: text, title: text, content: text })),
	// Without the parameters no message could be checked, so what is no list is a fault.
	listParams: z.array(row.catch({}).pipe(parameterSchema)).nullish(),
});

/** All that Zalo tells of one template (zalo.md 4.1); null where it does not. */
export interface TemplateDetails {
	templateId: string;
	name: string | null;
	/** ENABLE, PENDING_REVIEW, REJECT, DISABLE or DELETE. */
	status: string | null;
	statusReason: string | null;
	/** E.g. TRANSACTION; older templates have older names (zalo.md 4.2). */
	tag: string | null;
	/** HIGH, MEDIUM, LOW or UNDEFINED. */
	quality: string | null;
	previewUrl: string | null;
	/** How long Zalo tries to deliver, in milliseconds as far as its pages tell (zalo.md 3.4). */
	timeoutMs: number | null;
	/** VND for one message. */
	priceByPhone: number | null;
	priceByUserId: number | null;
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
 * Reads the details of one template (zalo.md 4.1).
 *
 * @throws ProviderError where Zalo says no
 */
export async function getTemplateDetails(client: ZaloClient, templateId: string): Promise<TemplateDetails> {
	const answer = await get(client, PATHS.template, { template_id: templateId });
	const { data } = readData(answer, z.object({ data: dataRow.transform((raw) => ({ raw, details: raw })).pipe(z.object({ raw: row, details: detailSchema })) }));
	const { raw, details } = data;
	// Taken for a template without parameters, it would be sent without any.
	if (Object.keys(raw).length === 0) {
		const failure = failureOf(null, `Zalo says nothing of template ${templateId}`, 'retry', "Check the ID in 'Template', and that the template is of this Official Account and application. If so, try again in a moment.");
		throw new ProviderError({ provider: 'zalo', failure, status: answer.status, raw: null });
	}
	return {
		templateId: details.templateId ?? templateId,
		name: details.templateName,
		status: details.status,
		statusReason: details.reason,
		tag: details.templateTag,
		quality: details.templateQuality,
		previewUrl: details.previewUrl,
		timeoutMs: details.timeout,
		priceByPhone: details.price_sdt ?? details.price,
		priceByUserId: details.price_uid,
		buttons: (details.listButtons ?? []).map(({ title, content, type }) => ({ title, content, type: BUTTON_TYPES.get(type ?? '') ?? type })),
		parameters: (details.listParams ?? []).map(({ name, type, require, minLength, maxLength, acceptNull }) => ({
			name,
			type,
			required: require,
			minLength,
			maxLength,
			acceptsEmpty: acceptNull,
		})),
		raw,
	};
}
