import { z } from 'zod';
import { readData } from './answer';
import { get, type ZaloClient } from './client';
import { PATHS } from './endpoints';
import { dataRow, text } from './values';

const qualitySchema = z.object({ oaCurrentQuality: text, oa7dayQuality: text });

/** How good the messages of the Official Account are: HIGH, MEDIUM, LOW or UNDEFINED, in Zalo's words; null where it does not tell. */
export interface Quality {
	/** Of the last 48 hours. */
	currentQuality: string | null;
	/** Of the last 7 days. */
	sevenDayQuality: string | null;
	raw: Record<string, unknown>;
}

/**
 * Reads how good the messages of the Official Account are (zalo.md 3.7).
 *
 * @throws ProviderError where Zalo says no
 */
export async function getQuality(client: ZaloClient): Promise<Quality> {
	const { data: raw } = readData(await get(client, PATHS.quality), z.object({ data: dataRow }));
	const { oaCurrentQuality, oa7dayQuality } = qualitySchema.parse(raw);
	return { currentQuality: oaCurrentQuality, sevenDayQuality: oa7dayQuality, raw };
}
