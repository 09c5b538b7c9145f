import type { DeliveryReport } from '../domain/deliveryReport';
import type { Rejected } from '../shared/webhooks/rejection';
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

/** A call that was not refused: a report, or why there is none. */
export type Taken = { report: TriggerReport } | { ignored: string };

/** What a call to the trigger is worth. */
export type Received = Taken | Rejected;
