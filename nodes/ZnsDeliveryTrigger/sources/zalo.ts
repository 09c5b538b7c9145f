import type { INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { requestKeyOf } from '../../domain/requestId';
import { isSignedBy } from '../../providers/zalo/signature';
import { readCall, readEvent } from '../../providers/zalo/webhook';
import { choiceOf } from '../../shared/fields/kinds/choice';
import { listOf } from '../../shared/fields/kinds/list';
import { rejectWith } from '../../shared/webhooks/rejection';
import { triggerSetting, type TriggerContext } from '../../shared/webhooks/setting';
import type { Received, Source } from '../received';
import { checkKeys, webhookKeys } from '../zalo/keys';
import { eventKinds, USUAL_KINDS } from '../zalo/kinds';

const notice: INodeProperties = {
	displayName:
		"In Zalo's app console, on the page Webhook: enter the production URL from Webhook URLs above (one URL for each app, https, a domain without a port that you verified there), copy the OA Secret Key into your credential, and switch on each event that you want. Publish this workflow first. To use the test URL, enter it there for as long as you test: meanwhile the production URL receives nothing.",
	name: 'zaloNotice',
	type: 'notice',
	default: '',
};

const eventsField: INodeProperties = {
	displayName: 'Zalo Events',
	name: 'zaloEvents',
	type: 'multiOptions',
	options: eventKinds,
	default: [...USUAL_KINDS],
	description:
		'Events that start the workflow; none chosen means all. Only a ZNS that was delivered leaves by Delivered, everything else by Other: Zalo has no event for a message that does not arrive. Each kind has a switch of its own in the app console.',
};

export const fields: INodeProperties[] = [notice, eventsField];

/** What the user wants of the webhooks of Zalo. */
interface ZaloSettings {
	/** Kinds of events; none means all. */
	kinds: string[];
}

function readSettings(context: TriggerContext): ZaloSettings {
	return { kinds: triggerSetting(context, eventsField, listOf(choiceOf(eventsField)), USUAL_KINDS) };
}

/** Webhooks of Zalo, which are signed. */
export const zalo: Source<ZaloSettings> = { readSettings, checkCredential: checkKeys, receive };

/** Reads a webhook of Zalo once its signature over the raw body is right (zalo.md 8). */
async function receive(context: IWebhookFunctions, { kinds }: ZaloSettings): Promise<Received> {
	const request = context.getRequestObject();
	if (!request.rawBody) await request.readRawBody();
	// A URL is saved in the app console only where it answers 200 to a call that holds nothing (zalo.md 8.1).
	const call = Buffer.isBuffer(request.rawBody) ? readCall(request.rawBody) : undefined;
	if (!call) return { ignored: 'No event in this call' };

	const keys = await webhookKeys(context);
	if (!keys.ok) return rejectWith(500, keys.fault);
	// An event that names no app is bound to it by the signature.
	if (call.appId !== null && call.appId !== keys.value.appId) return rejectWith(401, 'The event is not of the app of the credential');
	if (!isSignedBy(call.rawBody, request.headers['x-zevent-signature'], { ...keys.value, timestamp: call.timestamp })) {
		return rejectWith(401, 'The signature is missing or wrong');
	}
	const report = readEvent(call, request.headers['x-zevent-server'], new Date());
	const { kind } = report.event;
	if (kinds.length > 0 && !kinds.includes(kind)) return { ignored: 'Event not chosen' };
	return { report: { ...report, requestKey: requestKeyOf(report.requestId), confirmed: true }, other: kind !== 'delivered' };
}
