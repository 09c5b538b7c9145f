import { z } from 'zod';
import { readData } from './answer';
import { get, type ZaloClient } from './client';
import { PATHS } from './endpoints';
import { dataRow, text } from './values';

/** Values with which a template was registered, by the name of the parameter. */
export interface TemplateSample {
	templateId: string;
	values: Record<string, string>;
	raw: Record<string, unknown>;
}

/**
 * Reads a sample value for each parameter of a template (zalo.md 3.7).
 *
 * @throws ProviderError where Zalo says no
 */
export async function getTemplateSample(client: ZaloClient, templateId: string): Promise<TemplateSample> {
	const { data: raw } = readData(await get(client, PATHS.templateSample, { template_id: templateId }), z.object({ data: dataRow }));
	const values = Object.entries(raw).flatMap(([name, value]) => {
		const read = text.parse(value);
		return read === null ? [] : [[name, read] as const];
	});
	return { templateId, values: Object.fromEntries(values), raw };
}
