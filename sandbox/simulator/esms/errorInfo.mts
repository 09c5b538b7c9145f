import type { CallbackSettings } from '../callbackSettings.mjs';
import type { Message } from '../records.mjs';
import type { EsmsSettings } from '../settings.mjs';
import { slashedLocalTime } from './localTime.mjs';

/** `error_info` before it is encoded into the query: one of three forms (esms.md 12.4), or nothing. */
export function errorInfo(message: Message, settings: EsmsSettings): string {
	if (message.failure && settings.callback.reason === 'missing') return '';
	if (message.typeId === 26 || message.typeId === 27) return followerInfo(message, settings);
	const result = JSON.stringify(znsResult(message, settings.callback));
	// By user id the JSON stands as it is; only a delivered sample exists, a failure is taken to look the same.
	if (message.zaloUserId !== undefined) return result;
	// By phone a failed ZNS carries a JSON string literal that contains JSON.
	return message.failure || settings.callback.deliveredErrorInfo === 'literal' ? JSON.stringify(result) : result;
}

function znsResult({ failure, events }: Message, settings: CallbackSettings): object {
	if (failure) return { error: failure.code, message: failure.message };
	// The content is that of the delivered sample by UID; by phone there is none.
	return {
		error: 0,
		message: 'Success',
		data: {
			delivery_time: settings.deliveryTime === 'null' ? null : String(events.at(-1)?.at ?? ''),
			message: "The message was delivered to the user's phone",
			status: 1,
		},
	};
}

/** Percent-encoded once here and once more in the query, with the time behind four underscores. */
function followerInfo(message: Message, { callback, sendDateOffsetHours }: EsmsSettings): string {
	const time = slashedLocalTime(message.events.at(-1)?.at ?? message.createdAt, sendDateOffsetHours);
	return encodeURI(`${JSON.stringify(followerResult(message, callback))}____${time}`);
}

/** Zalo's answer to a message of type 26 or 27. */
export function followerResult({ failure, zaloMessageId, zaloUserId }: Message, settings: CallbackSettings): object {
	const user = { user_id: zaloUserId };
	if (!failure) return { data: { message_id: zaloMessageId, ...user }, error: 0, message: 'Success' };
	const data = settings.followerFailure === 'withUserId' ? { data: user } : {};
	return { ...data, error: failure.code, message: failure.message };
}
