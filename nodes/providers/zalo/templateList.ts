import { z } from 'zod';
import { readData } from './answer';
import { get, type ZaloClient } from './client';
import { PATHS } from './endpoints';
import { readPages } from './pages';
import { dataRow, number, row, text, time } from './values';

/** The most templates of one request (zalo.md 3.7). */
const PAGE_SIZE_MAX = 100;

/** States as the query takes them (zalo.md 3.7). */
const STATUS_NUMBERS = { ENABLE: '1', PENDING_REVIEW: '2', REJECT: '3', DISABLE: '4' } as const;

export type TemplateStatus = keyof typeof STATUS_NUMBERS;

const STATUS_WORDS: ReadonlyMap<string, string> = new Map(Object.entries(STATUS_NUMBERS).map(([word, figure]) => [figure, word]));

/** A template in the list (zalo.md 3.7); null where Zalo does not tell. */
export interface ListedTemplate {
	templateId: string;
	name: string;
	/** ENABLE, PENDING_REVIEW, REJECT, DISABLE or DELETE. */
	status: string | null;
	/** HIGH, MEDIUM, LOW or UNDEFINED. */
	quality: string | null;
	/** ISO 8601. */
	createdAt: string | null;
	raw: Record<string, unknown>;
}

/** What is left out of the list. */
export interface TemplateFilter {
	/** All where it is not set. */
	status?: TemplateStatus;
	/** Whether only templates that were made by this application count. */
	ownOnly?: boolean;
}

const listedSchema = z.object({ templateId: text, templateName: text, createdTime: time, status: text, templateQuality: text });

const listSchema = z.object({
	data: z.array(row.catch({})).nullish().transform((rows) => rows ?? []),
	metadata: dataRow,
});

/**
 * Reads the templates of the Official Account, page by page (zalo.md 3.7).
 *
 * @param limit the most templates to return; infinity for all
 * @throws ProviderError where Zalo says no
 */
export async function getTemplates(client: ZaloClient, { status, ownOnly = false }: TemplateFilter = {}, limit = Number.POSITIVE_INFINITY): Promise<ListedTemplate[]> {
	const rows = await readPages(client, limit, PAGE_SIZE_MAX, async (offset, count) => {
		const answer = await get(client, PATHS.templates, {
			offset: String(offset),
			limit: String(count),
			...(status && { status: STATUS_NUMBERS[status] }),
			...(ownOnly && { filterPreset: '1' }),
		});
		const { data, metadata } = readData(answer, listSchema);
		return { rows: data, total: number.parse(metadata.total) };
	});
	return rows.flatMap(toListed);
}

/** A row without an ID names no template. */
function toListed(raw: Record<string, unknown>): ListedTemplate[] {
	const { templateId, templateName, createdTime, status, templateQuality } = listedSchema.parse(raw);
	if (templateId === null) return [];
	return [{ templateId, name: templateName ?? templateId, status: STATUS_WORDS.get(status ?? '') ?? status, quality: templateQuality, createdAt: createdTime, raw }];
}
