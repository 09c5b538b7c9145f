import type { INodePropertyOptions } from 'n8n-workflow';
import type { EventKind } from '../../providers/zalo/events/kinds';

interface KindOption extends INodePropertyOptions {
	value: EventKind;
}

/** Every kind of event, with the names under which the app console lists them (zalo.md 8.3 to 8.7). */
export const eventKinds: KindOption[] = [
	{ name: 'Chat', value: 'chat', description: 'All of the chat with the Official Account: follow, user_send_text and the like' },
	{ name: 'Journey', value: 'journey', description: 'Of journeys: event_journey_acknowledged, event_journey_time_out' },
	{ name: 'Quick Reply', value: 'quickReply', description: 'A customer pressed a button of a ZNS: user_click_response_button' },
	{ name: 'Quota Change', value: 'quota', description: 'How much may be sent: change_oa_daily_quota, change_template_quota' },
	{ name: 'Rating', value: 'rating', description: 'A customer rated: user_feedback' },
	{ name: 'Template Change', value: 'template', description: 'Approval, quality or tags: change_template_status, change_template_quality, change_oa_template_tags' },
	{ name: 'Unknown', value: 'unknown', description: 'Events with a name that this node does not know' },
	{ name: 'ZNS Delivered', value: 'delivered', description: 'A ZNS reached the phone: user_received_message' },
];

/** What starts the workflow where nobody chose. */
export const USUAL_KINDS: EventKind[] = ['delivered', 'journey', 'quickReply', 'quota', 'rating', 'template'];
