import { z } from 'zod';
import { fromMilliseconds } from '../../milliseconds';
import { part, text } from './fields';

/** The button with which a customer answered a message (zalo.md 8.5). */
export interface QuickReply {
	buttonType: string | null;
	/** What the template says that the button stands for. */
	data: string | null;
	/** ISO 8601. */
	submittedAt: string | null;
}

const schema = z.object({ message: part({ button_type: text, data: text, submit_time: text }) });

/** Reads `user_click_response_button`; what has another shape is null. Never throws. */
export function readQuickReply(body: object): QuickReply {
	const { button_type: buttonType, data, submit_time } = schema.parse(body).message;
	return { buttonType, data, submittedAt: fromMilliseconds(submit_time) };
}
