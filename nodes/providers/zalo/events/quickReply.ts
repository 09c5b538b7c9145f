import { z } from 'zod';
import { fromMilliseconds } from '../../milliseconds';
import { text } from '../values';
import { part } from './fields';

/** The button with which a customer answered a message (zalo.md 8.5). */
export interface QuickReply {
	/** What the button sends. */
	reply: string | null;
	buttonType: string | null;
	/** ISO 8601. */
	submittedAt: string | null;
}

const schema = z.object({ message: part({ button_type: text, data: text, submit_time: text }) });

/** Reads `user_click_response_button`; what has another shape is null. Never throws. */
export function readQuickReply(body: object): QuickReply {
	const { data: reply, button_type: buttonType, submit_time } = schema.parse(body).message;
	return { reply, buttonType, submittedAt: fromMilliseconds(submit_time) };
}
