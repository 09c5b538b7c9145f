import type { EsmsClient } from './client';
import { PATHS } from './endpoints';
import { commonFields, send, type CommonSendFields, type SendResult } from './send';

/** A Viber message: text, text and button, image, or all three (esms.md 7.3). */
export interface ViberMessage extends Omit<CommonSendFields, 'campaign'> {
	brandname: string;
	/** National form, e.g. `0901888484`. */
	phone: string;
	/** Empty for an image alone; the call wants it all the same. */
	content: string;
	imageUrl?: string;
	button?: { label: string; url: string };
}

/**
 * Sends a Viber message, type 23 (esms.md 7.3).
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendViber(client: EsmsClient, message: ViberMessage): Promise<SendResult> {
	const { brandname, phone, content, imageUrl, button, sandbox, ...common } = message;
	return await send(client, PATHS.sendViber, {
		Brandname: brandname,
		Phones: [phone],
		Content: content,
		SmsType: '23',
		OttImgUrl: imageUrl,
		OttLabel: button?.label,
		OttUrl: button?.url,
		...commonFields(common),
		// Spelled differently from all other sends (esms.md 13).
		IsSandBox: sandbox ? '1' : undefined,
	});
}
