import type { DeliveryReport } from '../domain/deliveryReport';
import type { CaresoftEvent } from './caresoft/event';

/** What the trigger emits: the report, and what only the trigger knows of it. */
export interface TriggerReport extends DeliveryReport {
	/** The user's own key inside the request ID, which tells the order without a database; null where there is none. */
	requestKey: string | null;
	/** Whether eSMS confirmed the report; absent where nobody asked. */
	confirmed?: boolean;
	/** Fields that stand in the callback only: eSMS does not tell them when it is asked. */
	claimed?: string[];
	/** CareSoft only: the event in convenient form, beside `raw`. */
	event?: CaresoftEvent;
}

/** What a call to the trigger is worth: a report, nothing to report, or a refusal. */
export type Received =
	| { report: TriggerReport }
	| { ignored: string }
	| { rejected: { status: number; reason: string; logged: string } };

/**
 * @param reason what the caller is told
 * @param logged what the log says, where the reason quotes the call: a log must not hold personal data
 * @returns a refusal; nothing starts
 */
export function rejectWith(status: number, reason: string, logged = reason): Received {
	return { rejected: { status, reason, logged } };
}
