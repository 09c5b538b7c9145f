import { z } from 'zod';
import { number, text } from '../values';
import { part } from './fields';

/** What changed in an account, as far as Zalo documents the fields (zalo.md 8.6); null where it does not say. */
export interface Change {
	previousStatus?: string | null;
	newStatus?: string | null;
	reason?: string | null;
	/** HIGH, MEDIUM, LOW or UNDEFINED. */
	quality?: string | null;
	/** Messages in a day. */
	previousQuota?: number | null;
	quota?: number | null;
}

const statusSchema = z.object({ status: part({ prev_status: text, new_status: text }), reason: text });
const qualitySchema = z.object({ quality: text });
const quotaSchema = z.object({ quota: part({ prev_value: number, new_value: number }) });

const READERS = new Map<string, (body: object) => Change>([
	['change_template_status', (body) => {
		const { status, reason } = statusSchema.parse(body);
		return { previousStatus: status.prev_status, newStatus: status.new_status, reason };
	}],
	['change_template_quality', (body) => qualitySchema.parse(body)],
	['change_oa_daily_quota', (body) => {
		const { quota } = quotaSchema.parse(body);
		return { previousQuota: quota.prev_value, quota: quota.new_value };
	}],
]);

/** @returns what a template or quota event tells in convenient form; nothing of events whose fields are not documented. Never throws. */
export function readChange(name: string, body: object): Change {
	return READERS.get(name)?.(body) ?? {};
}
