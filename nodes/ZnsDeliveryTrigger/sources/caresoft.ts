import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { isSignedByOneOf } from '../../providers/caresoft/signature';
import { readWebhook, type StatusReading } from '../../providers/caresoft/webhook';
import { choiceOf } from '../../shared/fields/kinds/choice';
import { listOf } from '../../shared/fields/kinds/list';
import { text } from '../../shared/fields/kinds/text';
import { rejectWith } from '../../shared/webhooks/rejection';
import { triggerSetting, type TriggerContext } from '../../shared/webhooks/setting';
import { decodeEvent } from '../caresoft/event';
import { eventFamilies, familyOf } from '../caresoft/families';
import { checkSecrets, SECRET_MISSING, webhookSecrets } from '../caresoft/secrets';
import type { Received, Source } from '../received';

const notice: INodeProperties = {
	displayName:
		'CareSoft support sets the webhook up: send them the production URL above, the secret key of your credential, and the events you want, for ZNS ticket.inbox_zalo_zns. The test URL never receives events.',
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
	default: [],
	description: 'Events that start the workflow; none chosen means all. A ticket event that does not name its source matches no ticket event in this list.',
};

const statusPathField: INodeProperties = {
	displayName: 'Status Path',
	name: 'statusPath',
	type: 'string',
	default: '',
	placeholder: 'e.g. ticket.ticket_comment.status',
	description:
		'Where the delivery state stands in the event, as a dot path. CareSoft does not document it: look into a real event under raw, then set it here. While it is empty every event leaves by Other.',
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
}

function readSettings(context: TriggerContext): CaresoftSettings {
	return {
		events: triggerSetting(context, eventsField, listOf(choiceOf(eventsField)), []),
		states: {
			path: triggerSetting(context, statusPathField, text, ''),
			delivered: triggerSetting(context, deliveredField, listOf(text), []),
			notDelivered: triggerSetting(context, notDeliveredField, listOf(text), []),
		},
	};
}

/** Webhooks of CareSoft, which are signed. */
export const caresoft: Source<CaresoftSettings> = { readSettings, checkCredential: checkSecrets, receive };

/** Reads a webhook of CareSoft once its signature over the raw body is right (caresoft.md 10.3). */
async function receive(context: IWebhookFunctions, { events, states }: CaresoftSettings): Promise<Received> {
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

	const event = decodeEvent(report.value.raw);
	if (events.length > 0 && !events.includes(familyOf(event))) return { ignored: 'Event not chosen' };
	return { report: { ...report.value, requestKey: null, event } };
}
