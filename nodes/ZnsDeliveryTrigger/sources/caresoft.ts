import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { sameState, type StatusReading } from '../../providers/caresoft/deliveryState';
import { familyOf, ZNS_EVENT } from '../../providers/caresoft/family';
import { isSignedByOneOf } from '../../providers/caresoft/signature';
import { readWebhook } from '../../providers/caresoft/webhook';
import { choiceOf } from '../../shared/fields/kinds/choice';
import { listOf } from '../../shared/fields/kinds/list';
import { rawPath } from '../../shared/fields/kinds/rawPath';
import { text } from '../../shared/fields/kinds/text';
import { Refusal } from '../../shared/refusal';
import { rejectWith } from '../../shared/webhooks/rejection';
import { placeSetting, triggerSetting, type TriggerContext } from '../../shared/webhooks/setting';
import { decodeEvent } from '../caresoft/event';
import { eventFamilies } from '../caresoft/families';
import { eventIdIn } from '../caresoft/returns';
import { checkSecrets, SECRET_MISSING, webhookSecrets } from '../caresoft/secrets';
import type { Received, Source } from '../received';
import { ignoresRepeats } from '../repeats';

const notice: INodeProperties = {
	displayName:
		'CareSoft support sets the webhook up: send them the production URL (open Webhook URLs above and choose Production URL), the secret key of your credential, and the events you want, for ZNS ticket.inbox_zalo_zns. The test URL never receives events.',
	name: 'caresoftNotice',
	type: 'notice',
	default: '',
};

const eventsField: INodeProperties = {
	// Not "Events": of a field with that name the editor makes the list of what the trigger is for.
	displayName: 'CareSoft Events',
	name: 'events',
	type: 'multiOptions',
	options: eventFamilies,
	default: [ZNS_EVENT],
	description: 'Events that start the workflow; none chosen means all. Of all, only those of ZNS can leave by Delivered and Not Delivered. A ticket event that does not name its source matches no ticket event in this list.',
};

const statusPathField: INodeProperties = {
	displayName: 'Status Path',
	name: 'statusPath',
	type: 'string',
	default: '',
	placeholder: 'e.g. ticket.ticket_comment.status',
	description:
		'Where the delivery state stands in the event, as a path inside raw. CareSoft does not document it: look into a real event under raw, then set it here. An event without a state there leaves by Other, and its field unknownBecause says why.',
};

const deliveredField: INodeProperties = {
	displayName: 'Delivered Values',
	name: 'deliveredValues',
	type: 'string',
	default: '',
	placeholder: 'e.g. delivered, 1',
	description: 'Values at the status path that mean delivered, separated by commas',
};

const notDeliveredField: INodeProperties = {
	displayName: 'Not Delivered Values',
	name: 'notDeliveredValues',
	type: 'string',
	default: '',
	placeholder: 'e.g. failed, -1',
	description: 'Values at the status path that mean not delivered, separated by commas',
};

export const fields: INodeProperties[] = [notice, eventsField, statusPathField, deliveredField, notDeliveredField];

/** What the user wants of the webhooks of CareSoft. */
interface CaresoftSettings {
	/** Names of events; none means all. */
	events: string[];
	states: StatusReading;
	ignoresRepeated: boolean;
}

function readSettings(context: TriggerContext): CaresoftSettings {
	const events = triggerSetting(context, eventsField, listOf(choiceOf(eventsField)), [ZNS_EVENT]);
	const path = placeSetting(context, statusPathField, rawPath, []);
	const delivered = triggerSetting(context, deliveredField, listOf(text), []);
	const notDelivered = triggerSetting(context, notDeliveredField, listOf(text), []);
	const both = delivered.find((one) => notDelivered.some((other) => sameState(one, other)));
	if (both !== undefined) {
		throw new Refusal(context.getNode(), `${quote(both)} stands in '${deliveredField.displayName}' and in '${notDeliveredField.displayName}'`, { advice: 'A state means one of the two.' });
	}
	return { events, states: { path, delivered, notDelivered, ofAnyEvent: events.length > 0 }, ignoresRepeated: ignoresRepeats(context) };
}

/** Webhooks of CareSoft, which are signed. */
export const caresoft: Source<CaresoftSettings> = { readSettings, checkCredential: checkSecrets, receive };

/** Reads a webhook of CareSoft once its signature over the raw body is right (caresoft.md 10.3). */
async function receive(context: IWebhookFunctions, { events, states, ignoresRepeated }: CaresoftSettings): Promise<Received> {
	const request = context.getRequestObject();
	if (request.method !== 'POST') return rejectWith(405, 'CareSoft calls with POST');
	const secrets = await webhookSecrets(context);
	if (secrets.length === 0) return rejectWith(500, SECRET_MISSING);
	if (!request.rawBody) await request.readRawBody();
	// A multipart body is never kept (n8n.md 3.1), and CareSoft sends JSON.
	if (!Buffer.isBuffer(request.rawBody)) return rejectWith(400, 'The call has no body');
	if (!isSignedByOneOf(request.rawBody, request.headers['x-hub-signature'], secrets)) {
		return rejectWith(401, 'The signature is missing or wrong');
	}
	const report = readWebhook(request.rawBody, states, new Date());
	if (!report.ok) return rejectWith(400, report.fault);

	const eventId = eventIdIn(context, report.value, ignoresRepeated);
	const event = decodeEvent(report.value.raw);
	if (events.length > 0 && !events.includes(familyOf(event.object, event.ticketSource))) return { ignored: 'Event not chosen' };
	return { report: { ...report.value, eventId, requestKey: null, event } };
}
