/** What an event is about; the words that the trigger lets choose from. */
export type EventKind = 'chat' | 'delivered' | 'journey' | 'quickReply' | 'quota' | 'rating' | 'template' | 'unknown';

/** Event of a message that arrived: of a ZNS, and under the same name of a chat (zalo.md 8.3). */
export const RECEIVED = 'user_received_message';

/** Value of `X-ZEvent-Server` for what belongs to ZNS (zalo.md 8.1). */
const ZNS_SERVER = 'zns';

/** Documented names (zalo.md 8.4 to 8.7). */
const KINDS = new Map<string, EventKind>([
	['user_feedback', 'rating'],
	['user_click_response_button', 'quickReply'],
	['change_template_status', 'template'],
	['change_template_quality', 'template'],
	['change_oa_template_tags', 'template'],
	['change_oa_daily_quota', 'quota'],
	['change_template_quota', 'quota'],
	['event_journey_acknowledged', 'journey'],
	['event_journey_time_out', 'journey'],
	...(
		[
			'follow', 'unfollow', 'user_seen_message', 'user_reacted_message', 'oa_reacted_message', 'user_submit_info', 'add_user_to_tag', 'remove_user_from_tag',
			'user_click_chatnow', 'user_reply_consent', 'user_call_oa', 'widget_interaction_accepted', 'extension_purchased',
		] as const
	).map((name) => [name, 'chat'] as const),
]);

/** Families of names of which the documents list only some (zalo.md 8.7). */
const CHAT = /^(?:user|oa|anonymous)_send_|(?:^|_)group(?:_|$)/;

/**
 * @param name of the event
 * @param server value of the header `X-ZEvent-Server`, which no signature covers and a proxy may drop
 * @param hasDeliveryTime whether the event says when a message arrived, which that of a chat does not
 * @returns what the event is about (zalo.md 8.3 to 8.7)
 */
export function eventKindOf(name: string, server: unknown, hasDeliveryTime: boolean): EventKind {
	if (name === RECEIVED) {
		const isOfZns = typeof server === 'string' && server.trim().toLowerCase() === ZNS_SERVER;
		return isOfZns || hasDeliveryTime ? 'delivered' : 'chat';
	}
	return KINDS.get(name) ?? (CHAT.test(name) ? 'chat' : 'unknown');
}
