/**
 * What workflows build on, compared with the output schemas that n8n's editor shows (nodes/<Node>/__schema__): a field
 * that stands in only one of both does not compile (`npm run typecheck`), and the error names it.
 */
import type { DeliveryReport } from '../../nodes/domain/deliveryReport';
import type { Failure } from '../../nodes/domain/failure';
import type { SendReceipt } from '../../nodes/domain/sendReceipt';
import type { CallReport } from '../../nodes/providers/esms/callStatus';
import type { SentReport } from '../../nodes/providers/esms/sentMessages';
import type { FailureItem } from '../../nodes/shared/errors';
import type { TriggerReport } from '../../nodes/ZnsDeliveryTrigger/received';
import type caresoftSms from '../../nodes/Caresoft/__schema__/v1.0.0/sms/send.json';
import type sentReport from '../../nodes/Esms/__schema__/v1.1.0/message/getDeliveryReports.json';
import type esmsStatus from '../../nodes/Esms/__schema__/v1.1.0/message/getDeliveryStatus.json';
import type callReport from '../../nodes/Esms/__schema__/v1.1.0/voice/getCallStatus.json';
import type sendZns from '../../nodes/SendZns/__schema__/v1.1.0/send.json';
import type sendAndFollow from '../../nodes/SendZns/__schema__/v1.1.0/sendAndFollow.json';
import type zaloStatus from '../../nodes/ZaloOfficialAccount/__schema__/v1.0.0/message/getDeliveryStatus.json';
import type trigger from '../../nodes/ZnsDeliveryTrigger/__schema__/v1.1.0.json';
import type { FieldsOf, FieldsShown, Same } from './fields';

/** `raw` is the provider's own, and of a receipt it is there only where Simplify is off. */
type Receipt = Omit<SendReceipt, 'raw'>;
/**
 * Only CareSoft has tickets, whose reports the trigger alone shows, and only a message to many stays unknown when all is said;
 * of a recipient each provider names what it knows.
 */
type Asked<Report extends DeliveryReport> = Exclude<FieldsOf<Report>, 'ticketId' | 'unknownBecause' | `recipient.${string}`>;
type AskedShown<Schema> = Exclude<FieldsShown<Schema>, `recipient.${string}`>;
/** Behind a wait, the report says why there is no result. */
type Waited = Asked<DeliveryReport> | 'noResult';
/** Of what only the callback says, the schema shows what the tests have seen. */
type Told = Omit<TriggerReport, 'claimed'> & { claimed: unknown };
type ToldShown = Exclude<FieldsShown<typeof trigger>, `claimed.${string}`>;

/** What all sends together show of a receipt; each shows what its provider has. */
type ReceiptShown = FieldsShown<typeof sendZns> | FieldsShown<typeof caresoftSms>;
/** A failure item has no schema: n8n shows that of what went well. */
type Detail = 'class' | 'code' | 'fallbackAdvised' | 'httpCode' | 'provider' | 'raw' | 'retryable';
type WaitedShown<Schema extends { properties: { delivery: unknown } }> = AskedShown<Schema['properties']['delivery']>;

export const checks: [
	Same<FieldsOf<Receipt>, ReceiptShown>,
	Same<Asked<DeliveryReport>, AskedShown<typeof esmsStatus>>,
	Same<Asked<DeliveryReport>, AskedShown<typeof zaloStatus>>,
	Same<Asked<SentReport>, AskedShown<typeof sentReport>>,
	Same<Asked<CallReport>, AskedShown<typeof callReport>>,
	Same<Waited, WaitedShown<typeof sendAndFollow>>,
	Same<FieldsOf<Told>, ToldShown>,
	Same<FieldsOf<Failure>, FieldsShown<(typeof trigger)['properties']['failure']>>,
	Same<FieldsOf<FailureItem>, 'error' | 'message' | 'details' | `details.${Detail}`>,
] = [true, true, true, true, true, true, true, true, true];
