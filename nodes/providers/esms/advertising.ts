import type { EsmsClient } from './client';
import { PATHS } from './endpoints';
import { commonFields, send, type CommonSendFields, type SendResult } from './send';

/** An advertising request needs this many different phone numbers, and takes no more (esms.md 7.2). */
export const ADVERTISING_PHONES = { least: 30, most: 5_000 } as const;

/** An advertising SMS to many (esms.md 7.2). */
export interface AdvertisingMessage extends CommonSendFields {
	brandname: string;
	content: string;
	/** 30 to 5,000 different numbers in national form. */
	phones: string[];
}

/**
 * Sends one advertising SMS, type 1, to many phone numbers (esms.md 7.2).
 *
 * @returns one result: all numbers share the message ID
 * @throws ProviderError where eSMS does not take it
 */
export async function sendAdvertising(client: EsmsClient, { brandname, content, phones, ...common }: AdvertisingMessage): Promise<SendResult> {
	return await send(client, PATHS.sendAdvertising, {
		Brandname: brandname,
		Content: content,
		Phones: phones,
		SmsType: '1',
		...commonFields(common),
	});
}
