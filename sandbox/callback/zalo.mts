import { randomUUID } from 'node:crypto';
import { defaultSettings } from '../simulator/settings.mjs';
import { World } from '../simulator/world.mjs';
import { eventBody, EVENT_NAMES } from '../simulator/zaloOa/events.mjs';
import { eventCall, probeCall } from '../simulator/zaloOa/webhook.mjs';
import type { Detail, Details, Door, Kind } from './door.mjs';

/** What the events are about, where it can be said (zalo.md 8.3 to 8.6). */
const KNOWN: Readonly<Record<string, { what: string; takes?: readonly Detail[] }>> = {
	user_received_message: { what: 'a ZNS reached the phone', takes: ['message-id', 'tracking-id', 'phone'] },
	user_feedback: { what: 'a rating', takes: ['message-id', 'tracking-id'] },
	user_click_response_button: { what: 'a quick reply', takes: ['message-id', 'tracking-id'] },
	change_template_status: { what: 'a template was approved' },
	change_template_quality: { what: 'the quality of a template' },
	change_oa_daily_quota: { what: 'the quota of the Official Account' },
	follow: { what: 'a customer follows the Official Account' },
	unfollow: { what: 'a customer follows it no longer' },
};
const FIELDS_UNKNOWN = 'fields not documented';
const ACCOUNT: readonly Detail[] = ['app-id', 'oa-id'];

/** Zalo: events of the app, signed with the OA Secret Key, and the probe of the console (zalo.md 8.1, 8.2). */
export const zalo: Door = {
	label: 'Zalo',
	kinds: {
		...Object.fromEntries(EVENT_NAMES.map((name) => [name, eventKind(name)])),
		user_send_text: eventKind('user_send_text', 'a customer writes in the chat'),
		probe: {
			what: 'the call without an event when the URL is saved in the app console',
			takes: [],
			call: (url) => probeCall(worldOf({}, ''), url),
		},
	},
};

function eventKind(name: string, what = KNOWN[name]?.what ?? FIELDS_UNKNOWN): Kind {
	return {
		what,
		takes: [...(KNOWN[name]?.takes ?? []), ...ACCOUNT],
		signedBy: 'OA Secret Key',
		call: (url, details, secret) => {
			const world = worldOf(details, secret);
			const { id } = world.journal.add({
				id: details['message-id'] ?? randomUUID().replaceAll('-', '').slice(0, 20),
				provider: 'zalo',
				channel: 'zns',
				phone: details.phone?.replace(/^\+?84/, '0') ?? '0901888484',
				requestId: details['tracking-id'],
				text: '',
				senderName: '',
				price: 0,
				state: 'delivered',
			});
			const body = eventBody(world, { event: name, messageId: id });
			return eventCall(world, body, { url, ...(secret === '' ? { signature: '' } : {}) });
		},
	};
}

/** The app and the Official Account that the event is of. */
function worldOf(details: Details, oaSecretKey: string): World {
	const { appId, oaId } = defaultSettings().zalo;
	return new World({ zalo: { appId: details['app-id'] ?? appId, oaId: details['oa-id'] ?? oaId, webhook: { oaSecretKey } } }, Date.now);
}
