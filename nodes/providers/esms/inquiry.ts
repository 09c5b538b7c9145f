import { isExplained } from '../../domain/deliveryReport';
import type { AskedMessage, Inquiry, InquiryCall } from '../provider';
import { getCallReport } from './callStatus';
import type { EsmsClient } from './client';
import { listOfficialAccounts } from './lists';
import { getReceiverOf, getSmsReport, type SmsChannel } from './smsStatus';
import { getStoredReports, STORED_CALLBACKS_PER_CALL } from './storedCallbacks';
import { getZnsReport, ZNS_TYPES } from './znsStatus';

type Call = InquiryCall<EsmsClient>;

/** No limit is documented for these calls: that of the slowest one that has a limit (esms.md 1.8). */
const UNDOCUMENTED_PER_SECOND = 20;

const SMS_CHANNELS: readonly string[] = ['sms', 'viber', 'voice'];

const channelOf = ({ channel, claimedChannel = 'unknown' }: AskedMessage) => channel ?? claimedChannel;
const isOfZalo = (message: AskedMessage) => ['zns', 'zalo', 'unknown'].includes(channelOf(message));
const isSms = (message: AskedMessage) => [...SMS_CHANNELS, 'unknown'].includes(channelOf(message));
/** Who claims that it is an SMS may hide that it is not. */
const mayBeOfZalo = (message: AskedMessage) => message.channel === undefined || isOfZalo(message);

/** Says most of a message: who, which template, and Zalo's own words (esms.md 10.7). */
const storedCallbacks: Call = {
	name: 'GetCallback',
	most: STORED_CALLBACKS_PER_CALL,
	perSecond: 20,
	keysOf: (message) => (mayBeOfZalo(message) && message.callsBack !== false ? (message.officialAccountIds ?? []) : []),
	ask: async (client, messages, officialAccountId, now) => {
		const reports = await getStoredReports(client, officialAccountId, messages.map(({ messageId }) => messageId), now);
		// Several callbacks of one message can be stored: its end counts.
		return reports.sort((a, b) => Number(a.final) - Number(b.final));
	},
};

/** Whether a ZNS is of type 24 or 25 is a property of its template, so both are tried (esms.md 1.9). */
const znsStatus = ZNS_TYPES.map((typeId): Call => ({
	name: 'QueryZnsStatus',
	most: 1,
	perSecond: 100,
	keysOf: (message, known) => {
		// It does not know types 26 and 27 (esms.md 10.5).
		if (message.hasStatusCall === false || channelOf(message) === 'zalo') return [];
		const asks = known === undefined ? !SMS_CHANNELS.includes(channelOf(message)) : mayBeOfZalo(message) && !isExplained(known);
		return asks ? [message.messageId] : [];
	},
	ask: async (client, [message], _key, now) => {
		const report = message && (await getZnsReport(client, message.messageId, typeId, now));
		return report ? [report] : [];
	},
}));

/** Asks for no type, so it is the call for what names none (esms.md 10.2). */
const smsStatus: Call = {
	name: 'GetSendStatus',
	most: 1,
	perSecond: UNDOCUMENTED_PER_SECOND,
	keysOf: (message, known) => (isSms(message) && !known?.final ? [message.messageId] : []),
	ask: async (client, [message], _key, now) => {
		const report = message && (await getSmsReport(client, message.messageId, smsChannelOf(message), now));
		return report ? [report] : [];
	},
};

/** Calls by template and by recording, whose IDs no other call knows (esms.md 9). */
const callStatus: Call = {
	name: 'GetSendStatus of calls',
	most: 1,
	perSecond: UNDOCUMENTED_PER_SECOND,
	keysOf: (message, known) => (channelOf(message) === 'voice' && !known?.final ? [message.messageId] : []),
	ask: async (client, [message], _key, now) => {
		const report = message && (await getCallReport(client, message.messageId, now));
		return report ? [report] : [];
	},
};

/** The only call that names the number of an SMS (esms.md 10.3): asked where a caller alone says it. */
const receiver: Call = {
	name: 'GetSmsReceiverStatus_get',
	most: 1,
	perSecond: UNDOCUMENTED_PER_SECOND,
	keysOf: (message, known) => (message.channel === undefined && isSms(message) && known?.final && known.recipient === null ? [message.messageId] : []),
	ask: async (client, [message], _key, now) => {
		const report = message && (await getReceiverOf(client, message.messageId, now));
		return report ? [report] : [];
	},
};

function smsChannelOf(message: AskedMessage): SmsChannel {
	const channel = channelOf(message);
	return SMS_CHANNELS.includes(channel) ? (channel as SmsChannel) : 'sms';
}

/** How eSMS is asked what became of a message (esms.md 10.2 to 10.7). */
export const inquiry: Inquiry<EsmsClient> = {
	calls: [storedCallbacks, smsStatus, callStatus, ...znsStatus, receiver],
	refuses: ({ hasStatusCall, callsBack }) =>
		hasStatusCall === false && callsBack === false ? 'eSMS answers for these messages only where they were sent with a callback URL' : undefined,
	listAccounts: async (client) => (await listOfficialAccounts(client)).map(({ id }) => id),
};
