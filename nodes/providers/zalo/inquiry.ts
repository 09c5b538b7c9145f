import type { Inquiry, InquiryCall } from '../provider';
import type { ZaloClient } from './client';
import { getReport } from './status';

/** No limit is documented for calls of ZNS (zalo.md 1.5): a third of what the API of Official Accounts allows an application. */
export const UNDOCUMENTED_PER_SECOND = 20;

/** The only call that tells; it knows messages by phone (zalo.md 3.3). */
const messageStatus: InquiryCall<ZaloClient> = {
	name: 'message/status',
	most: 1,
	perSecond: UNDOCUMENTED_PER_SECOND,
	keysOf: ({ messageId, hasStatusCall }, known) => (hasStatusCall === false || known?.final ? [] : [messageId]),
	ask: async (client, [message], _key, now) => {
		const report = message && (await getReport(client, message.messageId, now));
		return report ? [report] : [];
	},
};

/** How Zalo is asked what became of a message (zalo.md 3.3). */
export const inquiry: Inquiry<ZaloClient> = {
	calls: [messageStatus],
	refuses: ({ hasStatusCall }) => (hasStatusCall === false ? 'Zalo answers only for messages that were sent to a phone number' : undefined),
};
