import type { CallbackSettings } from '../callbackSettings.mjs';
import { telcoId } from '../phones.mjs';
import { throughZalo, type Message } from '../records.mjs';
import type { EsmsSettings } from '../settings.mjs';
import type { Parameter } from './callbackQuery.mjs';
import { errorInfo } from './errorInfo.mjs';
import { inOrder } from './parameterOrder.mjs';
import { voiceParameters } from './voice/report.mjs';
import { withheld } from './withheld.mjs';

/** The messages one callback reports on: one, or all of an advertising SMS (esms.md 12.2). */
export type Reported = readonly [Message, ...Message[]];

/** The telco of a recipient without a number; undocumented, in the sample by user id (esms.md 12.4). */
const NO_TELCO = 9;
/** The callback of an advertising SMS names no number (esms.md 12.3). */
const ADVERTISING = 1;
/** There is no sample of a callback of this type. */
const FIXED_NUMBER = 8;
/** Callbacks of the types 26 and 27 cut the user id off here (esms.md 12.3). */
const CUT_USER_ID = 15;

/** The parameters of the delivery callback of messages at a state, as the settings want them. */
export function reportParameters(messages: Reported, sendStatus: number, settings: EsmsSettings): Parameter[] {
	const [message] = messages;
	const sample =
		message.channel === 'voice'
			? voiceParameters(message, sendStatus, settings.voice)
			: sampleParameters(messages, sendStatus, settings);
	return inOrder(withheld(sample, settings.callback), settings.callback);
}

/** The parameters in the order of the samples (esms.md 12.2, 12.3). */
function sampleParameters(messages: Reported, sendStatus: number, settings: EsmsSettings): Parameter[] {
	const [message] = messages;
	const final = sendStatus === 5;
	const counted = final && countersOf(message, settings) !== 'zero';
	const number = (state: Message['state']) => String(counted ? messages.filter((one) => one.state === state).length : 0);
	const total = (value: (one: Message) => number) => (final ? messages.reduce((sum, one) => sum + value(one), 0) : 0);
	const common: Parameter[] = [
		['SMSID', message.groupId ?? message.id],
		['SendFailed', number('failed')],
		['SendStatus', String(sendStatus)],
		['SendSuccess', number('delivered')],
		['TotalPrice', total(({ price }) => price).toFixed(4)],
		['TotalReceiver', String(messages.length)],
		['TotalSent', String(total(countedAsSent))],
		['RequestId', settings.callback.requestId === 'echo' ? (message.requestId ?? '') : ''],
		['TypeId', String(message.typeId ?? '')],
	];
	return [...common, ...ownParameters(message, final, settings)];
}

/** The counters of the advertising sample are both 0 although it is finished (esms.md 12.4). */
function countersOf({ typeId }: Message, { advertising, callback }: EsmsSettings): CallbackSettings['counters'] {
	return typeId === ADVERTISING && advertising.callbackCounters === 'zero' ? 'zero' : callback.counters;
}

/** What a callback carries beyond the common parameters depends on its type (esms.md 12.3). */
function ownParameters(message: Message, final: boolean, settings: EsmsSettings): Parameter[] {
	if (message.typeId === ADVERTISING) return [];
	const telco: Parameter = ['telcoid', String(telcoOf(message, settings))];
	const number: Parameter = ['phonenumber', phoneNumberOf(message, settings)];
	if (message.channel === 'sms') {
		if (message.typeId === FIXED_NUMBER && settings.fixedNumber.callback === 'bare') return [];
		return [telco, number, ['switchsmsid', settings.multiChannel.switchSmsId === 'znsId' ? (message.switchedFrom ?? '') : '']];
	}
	if (message.channel === 'viber') return [telco, number];
	const partner: Parameter = ['partnerids', final ? partnerId(message, settings) : ''];
	const info: Parameter = ['error_info', final ? errorInfo(message, settings) : ''];
	const oa: Parameter = ['oaid', message.oaId ?? ''];
	const template: Parameter = ['tempid', message.templateId ?? ''];
	if (isFollowerForm(message)) return [number, info, oa, partner];
	// The sample by user id has another order than the one by phone.
	if (message.zaloUserId !== undefined) return [telco, number, info, oa, template, partner];
	return [telco, number, partner, info, oa, template];
}

/** Types 26 and 27 share one form of callback (esms.md 12.3). */
export function isFollowerForm({ typeId }: Message): boolean {
	return typeId === 26 || typeId === 27;
}

/** The samples count a failed SMS as sent and a failed ZNS as not sent; of Viber there is no failed one. */
function countedAsSent(message: Message): number {
	return throughZalo(message) && message.state === 'failed' ? 0 : 1;
}

/** The journey sample has a partnerids that begins like the message id and ends in other characters. */
function partnerId(message: Message, { journey }: EsmsSettings): string {
	const id = message.zaloMessageId ?? '';
	return id !== '' && message.typeId === 27 && journey.partnerId === 'other' ? `${id.slice(0, 15)}rir3gfbff` : id;
}

/** What eSMS calls the phone number of a recipient: a number, a user id, a part of one, or a hash. */
export function phoneNumberOf(message: Message, { hash }: EsmsSettings): string {
	if (isFollowerForm(message)) return (message.zaloUserId ?? '').slice(0, CUT_USER_ID);
	if (message.hashPhone !== undefined && (hash.callbackPhone === 'hash' || message.phone === '')) return message.hashPhone;
	return message.phone || (message.zaloUserId ?? '');
}

export function telcoOf(message: Message, { hash }: EsmsSettings): number {
	const hidden = message.hashPhone !== undefined && hash.callbackPhone === 'hash';
	return message.phone === '' || hidden ? NO_TELCO : telcoId(message.phone);
}
