import type { IWebhookFunctions } from 'n8n-workflow';
import type { DeliveryReport } from '../domain/deliveryReport';
import type { QuickReply } from '../providers/zalo/events/quickReply';
import type { Rating } from '../providers/zalo/events/rating';
import type { ZaloEvent } from '../providers/zalo/webhook';
import type { Rejected } from '../shared/webhooks/rejection';
import type { TriggerContext } from '../shared/webhooks/setting';
import type { CaresoftEvent } from './caresoft/event';

/** What the trigger emits: the report, and what only the trigger knows of it. */
export interface TriggerReport extends DeliveryReport {
	/** The user's own key inside the request ID, which tells the order without a database; null where there is none. */
	requestKey: string | null;
	/** Whether the provider confirmed the report, by its answer or by the signature of Zalo; absent where nobody asked. */
	confirmed?: boolean;
	/** Why it did not. */
	unconfirmedBecause?: string;
	/** What stands in the callback only: the provider did not tell it when it was asked. */
	claimed?: Claimed;
	/** The event of a webhook in convenient form, beside `raw`. */
	event?: CaresoftEvent | ZaloEvent;
	/** Zalo only: what a customer says in a rating. */
	rating?: Rating;
	/** Zalo only: the button with which a customer answered. */
	quickReply?: QuickReply;
}

/** What whoever called says, and nobody else. */
export type Claimed = Partial<Pick<TriggerReport, 'channel' | 'deliveredAt' | 'oaId' | 'price' | 'recipient' | 'requestId' | 'requestKey' | 'templateId' | 'zaloMessageId'>>;

/** A call that was not refused: a report, and whether it leaves by Other whatever it says; or why there is none. */
export type Taken = { report: TriggerReport; other?: boolean } | { ignored: string };

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
