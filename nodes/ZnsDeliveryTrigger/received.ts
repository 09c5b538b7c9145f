import type { DeliveryReport } from '../domain/deliveryReport';

/** What a call to the trigger is worth: a report, nothing to report, or a refusal. */
export type Received =
	| { report: DeliveryReport }
	| { ignored: string }
	| { rejected: { status: number; reason: string } };

/** @returns a refusal that the caller gets as its answer; nothing starts */
export function rejectWith(status: number, reason: string): Received {
	return { rejected: { status, reason } };
}
