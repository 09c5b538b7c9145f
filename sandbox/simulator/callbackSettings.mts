import type { RetrySettings } from './settings.mjs';

/** Each way for a CallbackUrl `…?a=1`, the query being `SMSID=x&TypeId=25`. */
export type CallbackJoin =
	/** `…?a=1?SMSID=x&TypeId=25` */
	| 'question'
	/** `…?a=1&SMSID=x&TypeId=25` */
	| 'ampersand'
	/** `…?a=1?&SMSID=x&TypeId=25` */
	| 'questionAmpersand'
	/** `…?a=1%3FSMSID=x&TypeId=25`: a second `?` is not left as it is in a query. */
	| 'encodedQuestion'
	/** `…?a=1%3FSMSID%3Dx%26TypeId%3D25`: all that is appended is taken for a value, and encoded once more. */
	| 'encodedQuery'
	/** `…?SMSID=x&TypeId=25&a=1`: both queries, that of the URL behind. */
	| 'ownLast'
	/** `…?SMSID=x&TypeId=25` */
	| 'dropQuery';

/** How eSMS callbacks are sent. Everything esms.md 12.1 leaves open is a switch here. */
export interface CallbackSettings {
	/** Time between acceptance and the final report; 0 starts the callback before the answer is written. */
	delayMs: number;
	/** Wait for the callbacks before answering the send call: the report then overtakes the receipt. */
	beforeAnswer: boolean;
	/** Nothing is reported until the reports are released (`releaseReports`). */
	held: boolean;
	/** GET alone is documented (esms.md 12.1); a POST with a JSON body of texts, or of numbers and texts, is for receivers that tolerate one. */
	method: 'GET' | 'POST' | 'POST numbers';
	/** What happens when CallbackUrl already has a query (esms.md 1.6: not documented; samples show `{url}?SMSID=`). */
	join: CallbackJoin;
	/** Order of the parameters of a callback: "varies" (esms.md 12.3); 'sample' is that of the samples. */
	parameterOrder: 'sample' | 'reversed' | 'random';
	/** Name of the parameter that comes first, in any case, wherever parameterOrder put it; '' for none. */
	first: string;
	/** Send the states 2 and 7 before the final one (not documented whether eSMS does). */
	intermediate: boolean;
	/** Order of the callbacks of one message; the documents promise none. */
	order: 'asSent' | 'reversed';
	/** How often each callback is sent, for duplicates. */
	repeat: number;
	/** SendSuccess and SendFailed: "counters may lag" (esms.md 12.4), seen for advertising; 'empty' and 'missing' are not documented. */
	counters: 'counted' | 'zero' | 'empty' | 'missing';
	/** TypeId of a callback: in every sample but that of a call; 'missing' leaves it out. */
	typeId: 'told' | 'missing';
	/** oaid of a callback of a message through Zalo: in every sample; 'missing' leaves it out. */
	oaId: 'told' | 'missing';
	/** RequestId is described as the partner's id, but is empty in every sample. */
	requestId: 'echo' | 'empty';
	/** error_info of a message that Zalo refused: told in the only sample; 'missing' leaves it empty. */
	reason: 'told' | 'missing';
	/** Encoding of error_info of a delivered ZNS by phone: only the failed sample exists (a JSON string literal). */
	deliveredErrorInfo: 'literal' | 'object';
	/** delivery_time of a delivered ZNS: null in the only sample, epoch ms as a string in the status call. */
	deliveryTime: 'null' | 'epochMs';
	/** error_info of a failed message of type 26 or 27: only delivered samples exist, where `data` holds the user id. */
	followerFailure: 'withoutData' | 'withUserId';
	/** The page asks for https since 2026-02-26; whether plain http is refused is open. */
	httpsOnly: boolean;
	retry: RetrySettings;
}

export function defaultCallbackSettings(): CallbackSettings {
	return {
		delayMs: 20,
		beforeAnswer: false,
		held: false,
		method: 'GET',
		join: 'question',
		parameterOrder: 'sample',
		first: '',
		intermediate: false,
		order: 'asSent',
		repeat: 1,
		counters: 'counted',
		typeId: 'told',
		oaId: 'told',
		requestId: 'echo',
		reason: 'told',
		deliveredErrorInfo: 'literal',
		deliveryTime: 'null',
		followerFailure: 'withoutData',
		httpsOnly: false,
		retry: { times: 5, intervalMs: 50, timeoutMs: 2_000, retryOn: 'timeout' },
	};
}
