import type { Incoming, Reply } from '../http/reply.mjs';
import type { World } from '../world.mjs';
import { listReply, timeParameter } from './listing.mjs';
import { restTime } from './times.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface Campaign {
	id: number;
	name: string;
	/** FINISHED stands in the sample row although no filter names it (caresoft.md 9.1). */
	status: 'NEW' | 'RUNNING' | 'PAUSE' | 'STOP' | 'FINISHED';
	createdAt: number;
	startAt: number;
	endAt: number;
}

/** The tenant's campaigns, newest first; the last one is older than a year. */
export function seedCampaigns(now: number): Campaign[] {
	const campaign = (id: number, name: string, status: Campaign['status'], ageMs: number): Campaign => {
		const createdAt = now - ageMs;
		return { id, name, status, createdAt, startAt: createdAt + HOUR, endAt: createdAt + 3 * DAY };
	};
	return [
		campaign(5_106, 'Tri ân khách hàng', 'NEW', HOUR),
		campaign(5_105, 'Nhắc lịch hẹn', 'RUNNING', 2 * HOUR),
		campaign(5_104, 'Khảo sát hài lòng', 'PAUSE', 3 * HOUR),
		campaign(5_103, 'Gọi lại khách cũ', 'STOP', 4 * HOUR),
		campaign(5_102, 'Khai trương chi nhánh', 'FINISHED', 5 * HOUR),
		campaign(5_101, 'Tết năm trước', 'FINISHED', 400 * DAY),
	];
}

/** `GET campaigns` (caresoft.md 9.1): without a window, those created since the first day of the year. */
export function listCampaigns(request: Incoming, world: World): Reply {
	const { timeOffsetHours, campaignCount } = world.settings.caresoft;
	const now = world.now();
	const since = timeParameter(request, 'created_since', world) ?? yearStart(now, timeOffsetHours);
	const to = timeParameter(request, 'created_to', world) ?? now;
	const status = request.query.get('status');
	const found = world.tenant.campaigns.filter(
		(campaign) => campaign.createdAt >= since && campaign.createdAt <= to && (status === null || campaign.status === status),
	);
	return listReply(request, 'campaigns', found, (campaign) => row(campaign, timeOffsetHours), campaignCount);
}

function row({ id, name, status, startAt, endAt }: Campaign, offsetHours: number): object {
	return {
		campaign_status: status,
		campaign_name: name,
		campaign_id: id,
		start_time: restTime(startAt, offsetHours),
		end_time: restTime(endAt, offsetHours),
	};
}

function yearStart(now: number, offsetHours: number): number {
	return Date.UTC(new Date(now + offsetHours * HOUR).getUTCFullYear(), 0, 1) - offsetHours * HOUR;
}
