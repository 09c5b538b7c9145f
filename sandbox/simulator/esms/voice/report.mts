import type { Message } from '../../records.mjs';
import type { VoiceSettings } from '../../sendingSettings.mjs';
import type { Parameter } from '../callbackQuery.mjs';

/** What became of a call; zeros and '' until it is over, or when nobody answered. */
export interface CallResult {
	seconds: number;
	answered: boolean;
	/** The key the person pressed, as far as the call asked for one. */
	key: string;
}

/** Whoever answers presses the key the call asked for; which one a person would press cannot be documented. */
export function callResult(message: Message, { answeredSeconds }: VoiceSettings): CallResult {
	const answered = message.state === 'delivered';
	return { seconds: answered ? answeredSeconds : 0, answered, key: answered ? String(message.body?.Ivr ?? '') : '' };
}

/** The callback of a call, in the order of the sample; no RequestId comes with it (esms.md 12.2). */
export function voiceParameters(message: Message, sendStatus: number, settings: VoiceSettings): Parameter[] {
	const final = sendStatus === 5;
	const { seconds, answered, key } = callResult(message, settings);
	return [
		['ReferenceId', message.id],
		['CallDuration', String(final ? seconds : 0)],
		['CallStatus', final ? (answered ? 'ANSWERED' : settings.callbackNotAnswered) : ''],
		['Ivr', final ? key : ''],
		['Price', (final ? message.price : 0).toFixed(4)],
		['SentResult', final && answered ? '1' : '0'],
		['CID', settings.callerId],
		['SendStatus', String(sendStatus)],
	];
}
