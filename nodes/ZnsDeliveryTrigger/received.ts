import type { IWebhookFunctions } from 'n8n-workflow';
import type { DeliveryReport } from '../domain/deliveryReport';
import type { Rejected } from '../shared/webhooks/rejection';
import type { TriggerContext } from '../shared/webhooks/setting';
import type { CaresoftEvent } from './caresoft/event';

/** What the trigger emits: the report, and what only the trigger knows of it. */
export interface TriggerReport extends DeliveryReport {
	/** The user's own key inside the request ID, which tells the order without a database; null where there is none. */
	requestKey: string | null;
	/** Whether eSMS confirmed the report; absent where nobody asked. */
	confirmed?: boolean;
	/** Fields that stand in the callback only: eSMS does not tell them when it is asked. */
	claimed?: string[];
	/** CareSoft only: why the outcome is unknown, in one sentence. */
	unknownBecause?: string;
	/** CareSoft only: the event in convenient form, beside `raw`. */
	event?: CaresoftEvent;
}

/** A call that was not refused: a report, or why there is none. */
export type Taken = { report: TriggerReport } | { ignored: string };

/** What a call to the trigger is worth. */
export type Received = Taken | Rejected;

/** Who reports. */
export interface Source<Settings> {
	/** Throws Refusal where one of its settings is wrong. */
	readSettings(context: TriggerContext): Settings;
	/** Throws Refusal where the credential lacks what every call needs. */
	checkCredential?(context: TriggerContext): Promise<void>;
	/** Reads a call, as far as it proves itself. */
	receive(context: IWebhookFunctions, settings: Settings): Promise<Received>;
	/** Asks whether a report is true; nothing where a call proves itself. */
	confirm?(context: IWebhookFunctions, claim: TriggerReport, settings: Settings): Promise<Received>;
}
