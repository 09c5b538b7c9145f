export type Provider = 'esms' | 'caresoft' | 'zalo';
/** 'zalo' is a transaction or consultation message to a Zalo user (eSMS type 26), 'voice' a call. */
export type Channel = 'zns' | 'sms' | 'zalo' | 'viber' | 'voice';

/** 'accepted' means on its way without a report; 'scheduled' waits for its SendDate. */
export type MessageState = 'scheduled' | 'accepted' | 'delivered' | 'failed';

export interface MessageEvent {
	at: number;
	what: string;
}

/** One message a provider took for sending. */
export interface Message {
	id: string;
	provider: Provider;
	channel: Channel;
	/** The SMSID all messages of one request share, when it named several numbers. */
	groupId?: string;
	/** National form, 0901888484; '' when the recipient is known by a Zalo user id or a hash alone. */
	phone: string;
	zaloUserId?: string;
	/** The hash a ZNS by hashed phone was sent to, hexadecimal. */
	hashPhone?: string;
	/** What the recipient reads: the template filled in, or the SMS text. */
	text: string;
	/** Name of the OA or the brandname, as the phone shows it. */
	senderName: string;
	templateId?: string;
	templateName?: string;
	oaId?: string;
	brandname?: string;
	ticketId?: number;
	/** RequestId of eSMS, tracking_id of Zalo. */
	requestId?: string;
	campaign?: string;
	/** Journey the message belongs to (esms.md 3.4). */
	orderId?: string;
	/** The ZNS an SMS stands in for, by its SMSID (esms.md 4.1). */
	switchedFrom?: string;
	/** eSMS message type: 1, 2, 8, 23, 24, 25, 26 or 27; a voice call has none. */
	typeId?: number;
	/** The request body as it came, without the keys; kept for the calls beyond ZNS by phone and SMS. */
	body?: Readonly<Record<string, unknown>>;
	/** `Payload` of a transaction or consultation message as it came. */
	payload?: Readonly<Record<string, unknown>>;
	callbackUrl?: string;
	/** Time of a SendDate, epoch ms. */
	sendAt?: number;
	price: number;
	state: MessageState;
	failure?: { code: number; message: string };
	zaloMessageId?: string;
	createdAt: number;
	events: MessageEvent[];
}

/** Whom a message is for: the number, or what stands for it. */
export function recipientOf(message: Pick<Message, 'phone' | 'zaloUserId' | 'hashPhone'>): string {
	return message.phone || (message.zaloUserId ?? message.hashPhone ?? '');
}

/** Whether a message goes through Zalo. */
export function throughZalo({ channel }: Pick<Message, 'channel'>): boolean {
	return channel === 'zns' || channel === 'zalo';
}

/** One call a client made. Credentials are never part of it. */
export interface LoggedRequest {
	id: number;
	at: number;
	provider: Provider;
	method: string;
	/** Without query string, and without the keys that GetListBrandname carries in its path. */
	path: string;
	/** HTTP status; 0 when the connection was closed or left without an answer. */
	status: number;
	/** The provider's code in the body, '' when there was none. */
	code: string;
	/** The recipient: a phone number, a Zalo user id or a hash. */
	phone?: string;
	messageId?: string;
	note?: string;
	durationMs: number;
}

/** One try to deliver a callback or a short-code message (eSMS) or a webhook event (CareSoft, Zalo). */
export interface CallbackTry {
	id: number;
	provider: Provider;
	messageId?: string;
	/** 1 is the first call. */
	attempt: number;
	method: 'GET' | 'POST';
	url: string;
	body?: string;
	signature?: string;
	at: number;
	durationMs: number;
	/** The receiver's HTTP status, absent when no answer came. */
	status?: number;
	/** What the receiver answered, for the calls whose answer means something (esms.md 12.6). */
	answer?: { contentType: string; body: string };
	error?: string;
}
