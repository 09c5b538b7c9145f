import { post, type EsmsClient } from './client';
import { readBulkAnswer, type BulkOutcome } from './bulkAnswer';
import { PATHS } from './endpoints';
import { commonFields, omitUndefined, type CommonSendFields } from './send';

/** The most messages that eSMS takes in one request (esms.md 3.7). */
export const ZNS_PER_REQUEST = 500;

/** One message of a bulk request. */
export interface BulkMessage {
	/** National form, e.g. `0901888484`; eSMS names a message by it alone, so it stands once in a request. */
	phone: string;
	/** In the order of the template. */
	values: string[];
	requestId?: string;
}

/** Template messages with everything but recipient and values in common (esms.md 3.7). */
export interface BulkZns extends Omit<CommonSendFields, 'requestId'> {
	officialAccountId: string;
	templateId: string;
	/** `1` normal, `3` beyond the quota. */
	sendingMode?: '1' | '3';
	/** At most 500. */
	messages: BulkMessage[];
}

/**
 * Sends up to 500 ZNS in one request (esms.md 3.7).
 *
 * @returns what became of each message, in the order in which they were given
 * @throws ProviderError where eSMS does not take the request as a whole
 */
export async function sendZnsBulk(client: EsmsClient, { officialAccountId, templateId, sendingMode, messages, ...common }: BulkZns): Promise<BulkOutcome[]> {
	const body = {
		OAID: officialAccountId,
		TempID: templateId,
		SendingMode: sendingMode,
		...commonFields(common),
		Data: messages.map(({ phone, values, requestId }) => omitUndefined({ Phone: phone, Params: values, RequestId: requestId })),
	};
	const answer = await post(client, PATHS.sendZnsBulk, omitUndefined<unknown>(body));
	return readBulkAnswer(answer, messages.map(({ phone }) => phone));
}
