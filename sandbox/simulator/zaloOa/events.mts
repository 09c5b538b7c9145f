import type { Message } from '../records.mjs';
import type { World } from '../world.mjs';
import type { Json } from '../zalo/shape.mjs';

/** An event to be posted: its name, the message it is about, and members of its own, which replace those of the form. */
export interface ZaloEvent {
	event: string;
	/** Event of a message that was sent; without it the IDs are those of the samples. */
	messageId?: string;
	/** user_received_message as 1:1 messages have it (zalo.md 8.3). */
	chat?: boolean;
	/** Laid over the body; undefined removes a member. */
	own?: Json;
}

type Build = (world: World, message: Partial<Message>) => Json;

/** The two forms of a message that arrived (zalo.md 8.3). */
export function deliveryEvent(world: World, message: Message, form: 'zns' | 'chat'): Json {
	return form === 'zns' ? received(world, message) : receivedInChat(world, message);
}

/** The body of an event in the documented form; names that nobody knows get the envelope of a chat event. */
export function eventBody(world: World, { event, messageId, chat = false, own = {} }: ZaloEvent): Json {
	const message: Partial<Message> = messageId === undefined ? {} : (world.journal.get(messageId) ?? { id: messageId });
	const build = chat && event === 'user_received_message' ? receivedInChat : (FORMS.get(event) ?? chatEvent(event));
	return { ...build(world, message), ...own };
}

/** Whether an event is one of message templates, whose header X-ZEvent-Server is `ZNS`; documented for the delivery alone. */
export function isTemplateEvent(body: Json): boolean {
	if (body.event_name === 'user_received_message') return isDelivery(body.message);
	return FORMS.has(String(body.event_name)) && body.event_name !== 'follow' && body.event_name !== 'unfollow';
}

function isDelivery(message: unknown): boolean {
	return typeof message === 'object' && message !== null && 'delivery_time' in message;
}

/** Members in the order of the sample of zalo.md 8.3. */
const received: Build = (world, message) => {
	const { appId, oaId } = world.settings.zalo;
	const now = String(world.now());
	return {
		sender: { id: oaId },
		recipient: { id: addressOf(message) },
		event_name: 'user_received_message',
		message: { delivery_time: now, msg_id: message.id ?? '15a0cc0bbb13bd4ce403', tracking_id: message.requestId ?? 'tracking_id' },
		app_id: appId,
		timestamp: now,
	};
};

const receivedInChat: Build = (world, message) => ({
	...envelope(world, message, 'user_received_message'),
	message: { msg_id: message.id ?? 'a1b2c3d4e5f6a7b8c9d0' },
});

/** zalo.md 8.4. */
const feedback: Build = (world, message) => ({
	event_name: 'user_feedback',
	message: {
		rating_type: 'csat',
		option: 'five_emotions',
		note: 'Tôi rất hài lòng.',
		rate: 5,
		submit_time: String(world.now()),
		msg_id: message.id ?? '7e4c33cfc20b05575c18',
		feedbacks: ['Nhân viên vui vẻ'],
		tracking_id: message.requestId ?? '1956',
	},
	...account(world),
});

/** zalo.md 8.5: here msg_id is at the top. */
const quickReply: Build = (world, message) => ({
	event_name: 'user_click_response_button',
	message: {
		submit_time: String(world.now()),
		button_type: 'response',
		data: 'Đồng ý',
		tracking_id: message.requestId ?? '1956',
	},
	msg_id: message.id ?? '7e4c33cfc20b05575c18',
	...account(world),
});

/** zalo.md 8.6. */
const templateStatus: Build = (world) => ({
	event_name: 'change_template_status',
	oa_id: world.settings.zalo.oaId,
	app_id: world.settings.zalo.appId,
	template_id: '415209',
	status: { prev_status: 'PENDING_REVIEW', new_status: 'ENABLE' },
	reason: '',
	timestamp: String(world.now()),
});

/** zalo.md 8.6 lists no app_id here; the signature needs one, so where it comes from then is open. */
const templateQuality: Build = (world) => ({
	event_name: 'change_template_quality',
	oa_id: world.settings.zalo.oaId,
	template_id: '415206',
	quality: 'MEDIUM',
	timestamp: String(world.now()),
});

/** zalo.md 8.6: oaId, sic. */
const dailyQuota: Build = (world) => ({
	event_name: 'change_oa_daily_quota',
	oaId: world.settings.zalo.oaId,
	quota: { prev_value: 500, new_value: 2_000 },
	timestamp: String(world.now()),
});

/** The rest of zalo.md 8.6: such events exist, their fields are not known. */
const unknownFields = (event_name: string): Build => (world) => ({ event_name, ...account(world) });

/** zalo.md 8.7. */
const follower = (event_name: string): Build => (world, message) => ({
	oa_id: world.settings.zalo.oaId,
	follower: { id: userOf(message) },
	user_id_by_app: '552177279717587730',
	event_name,
	source: 'oa_profile',
	app_id: world.settings.zalo.appId,
	timestamp: String(world.now()),
});

/** Any chat event, in the envelope of zalo.md 8.7. */
const chatEvent = (event_name: string): Build => (world, message) => ({
	...envelope(world, message, event_name),
	message: { text: 'Cho mình hỏi về đơn hàng', msg_id: 'a1b2c3d4e5f6a7b8c9d0' },
});

const FORMS: ReadonlyMap<string, Build> = new Map<string, Build>([
	['user_received_message', received],
	['user_feedback', feedback],
	['user_click_response_button', quickReply],
	['change_template_status', templateStatus],
	['change_template_quality', templateQuality],
	['change_oa_daily_quota', dailyQuota],
	...['change_oa_template_tags', 'change_template_quota', 'event_journey_acknowledged', 'event_journey_time_out'].map(
		(name) => [name, unknownFields(name)] as const,
	),
	['follow', follower('follow')],
	['unfollow', follower('unfollow')],
]);

/** Every event whose form is known, or at least its name. */
export const EVENT_NAMES: readonly string[] = [...FORMS.keys()];

function account({ settings: { zalo }, now }: World): Json {
	return { app_id: zalo.appId, oa_id: zalo.oaId, timestamp: String(now()) };
}

function envelope(world: World, message: Partial<Message>, event_name: string): Json {
	const { appId, oaId } = world.settings.zalo;
	return {
		app_id: appId,
		sender: { id: userOf(message) },
		recipient: { id: oaId },
		user_id_by_app: '552177279717587730',
		event_name,
		timestamp: String(world.now()),
	};
}

/** `recipient.id`: the number in the 84 form, or the hash that was sent to. */
function addressOf({ phone, hashPhone, zaloUserId }: Partial<Message>): string {
	return hashPhone ?? (phone ? `84${phone.slice(1)}` : (zaloUserId ?? '84123456789'));
}

/** Invented, but always the same one for a number. */
function userOf({ phone, zaloUserId }: Partial<Message>): string {
	return zaloUserId ?? (phone ? `7000000${phone}` : '8347391743918472');
}
