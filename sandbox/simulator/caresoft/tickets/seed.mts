import type { TicketSource } from './book.mjs';
import type { TicketChange } from './fields.mjs';

/** A ticket at the start, opened at `at` (epoch ms). */
export interface SeededTicket extends TicketChange {
	source: TicketSource;
	at: number;
	requesterId: number;
}

/** Enough for several pages. */
const GENERATED = 117;
const FIRST_GENERATED_CONTACT = 63_204_001;
const STATUSES = ['new', 'open', 'pending', 'solved', 'closed'] as const;
const HOUR = 3_600_000;

/** One generated ticket for each past hour, then three with comments and custom fields; oldest first. */
export function seedTickets(now: number): SeededTicket[] {
	const none = new Map<number, string>();
	const generated = Array.from({ length: GENERATED }, (_, i): SeededTicket => ({
		source: 'api',
		at: now - (GENERATED + 3 - i) * HOUR,
		requesterId: FIRST_GENERATED_CONTACT + i,
		values: { ticket_subject: `Yêu cầu ${String(i + 1).padStart(3, '0')}`, ticket_status: STATUSES[i % STATUSES.length], service_id: 8 },
		customFields: none,
	}));
	return [
		...generated,
		{
			source: 'sms',
			at: now - 3 * HOUR,
			requesterId: 63_203_810,
			values: { ticket_subject: 'SMS', service_id: 12, assignee_id: 142_928_097, group_id: 12_153 },
			customFields: none,
			comment: { text: 'Chúc mừng sinh nhật quý khách hàng.', isPublic: 1 },
		},
		{
			source: 'api',
			at: now - 2 * HOUR,
			requesterId: 12_345,
			values: { ticket_subject: 'Đổi lịch bay', ticket_status: 'open', ticket_priority: 'High', service_id: 8, assignee_id: 195_739_221 },
			customFields: new Map([[6740, '109399'], [9665, 'DH-2026-0007']]),
			comment: { text: 'Khách muốn bay sớm hơn một ngày.', isPublic: 0, authorId: 195_739_221 },
		},
		{
			source: 'api',
			at: now - HOUR,
			requesterId: 173_213_800,
			values: { ticket_subject: 'Đặt vé', service_id: 8, group_id: 12_153, campaign_id: 5_105, duedate: now + 24 * HOUR },
			customFields: new Map([[6068, '106902'], [9666, '1250000']]),
		},
	];
}
