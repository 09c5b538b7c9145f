export type Provider = 'esms' | 'caresoft';
export type Channel = 'zns' | 'sms';

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
	/** National form, 0901888484. */
	phone: string;
	/** What the recipient reads: the template filled in, or the SMS text. */
	text: string;
	/** Name of the OA or the brandname, as the phone shows it. */
	senderName: string;
	templateId?: string;
	templateName?: string;
	oaId?: string;
	brandname?: string;
	ticketId?: number;
	requestId?: string;
	campaign?: string;
	/** eSMS message type: 2, 24 or 25. */
	typeId?: number;
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
	phone?: string;
	messageId?: string;
	note?: string;
	durationMs: number;
}

/** One try to deliver a callback (eSMS) or a webhook event (CareSoft). */
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
	error?: string;
}
