import type { EsmsClient } from './client';
import { PATHS } from './endpoints';
import { omitUndefined, send, type SendResult } from './send';

/** A ZNS that eSMS follows with an SMS where it fails (esms.md 4.1). */
export interface ZaloThenSmsMessage {
	/** National form, e.g. `0901888484`. */
	phone: string;
	zns: {
		officialAccountId: string;
		templateId: string;
		/** Values in the order of the template. */
		parameters: string[];
		campaign?: string;
		callbackUrl?: string;
		requestId?: string;
		/** `1` normal, `3` beyond the quota. */
		sendingMode?: '1' | '3';
	};
	sms: {
		brandname: string;
		content: string;
		unicode: boolean;
		callbackUrl?: string;
		/** Another one than that of the ZNS. */
		requestId?: string;
	};
	/** For both, so that a test never sends one of them. */
	sandbox?: boolean;
}

/**
 * Sends a ZNS with an SMS behind it (esms.md 4.1). The answer has one ID; whose it is, is not documented.
 *
 * @throws ProviderError where eSMS does not take it
 */
export async function sendZaloThenSms(client: EsmsClient, { phone, zns, sms, sandbox }: ZaloThenSmsMessage): Promise<SendResult> {
	const Sandbox = sandbox ? '1' : undefined;
	return await send(client, PATHS.sendMultiChannel, {
		Phone: phone,
		// eSMS takes these two only, in this order.
		Channels: ['zalo', 'sms'],
		Data: [
			omitUndefined<unknown>({
				TempID: zns.templateId,
				Params: zns.parameters,
				OAID: zns.officialAccountId,
				campaignid: zns.campaign,
				CallbackUrl: zns.callbackUrl,
				RequestId: zns.requestId,
				Sandbox,
				SendingMode: zns.sendingMode,
			}),
			omitUndefined<unknown>({
				Content: sms.content,
				IsUnicode: sms.unicode ? '1' : '0',
				SmsType: '2',
				Brandname: sms.brandname,
				CallbackUrl: sms.callbackUrl,
				RequestId: sms.requestId,
				Sandbox,
			}),
		],
	});
}
