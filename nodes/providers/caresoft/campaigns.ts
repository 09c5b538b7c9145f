import { z } from 'zod';
import type { CaresoftClient } from './client';
import { PATHS } from './endpoints';
import { getPages } from './pages';
import { text } from './values';

/** Values that the filter takes; rows have others too, e.g. `FINISHED` (caresoft.md 9.1). */
export const CAMPAIGN_STATUSES = ['NEW', 'PAUSE', 'RUNNING', 'STOP'] as const;

const campaignSchema = z.object({ campaign_id: text, campaign_name: text, campaign_status: text, start_time: text, end_time: text });

/**
 * @param query `created_since`, `created_to`, `status`
 * @param limit the most campaigns to return
 * @returns campaigns, newest first (caresoft.md 9.1); times as CareSoft writes them
 */
export async function listCampaigns(client: CaresoftClient, query: Record<string, string>, limit: number) {
	return (await getPages(client, PATHS.campaigns, 'campaigns', query, limit)).map((raw) => {
		const campaign = campaignSchema.parse(raw);
		return {
			id: campaign.campaign_id,
			name: campaign.campaign_name,
			status: campaign.campaign_status,
			startsAt: campaign.start_time,
			endsAt: campaign.end_time,
			raw,
		};
	});
}
