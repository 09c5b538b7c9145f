/** Header X-ZEvent-Signature (zalo.md 8.2). */
export interface ZaloSignatureSettings {
	/** `mac=<hex>` is live, `mac = <hex>` stands on the page; 'none' leaves the header out. */
	form: 'mac=' | 'mac = ' | 'bare' | 'none';
	/** app_id per page and live events; some community code uses oa_id. */
	firstTerm: 'app_id' | 'oa_id';
	/** The key of the webhook page; one source says the app secret, most likely wrongly. */
	key: 'oaSecretKey' | 'appSecret';
}

/** Webhook events (zalo.md 8.1). */
export interface ZaloWebhookSettings {
	/** Where to post; empty: nobody registered a URL. */
	url: string;
	oaSecretKey: string;
	signature: ZaloSignatureSettings;
	/** Events that are switched off in the console. */
	off: string[];
	/** Time between the delivery and its event. */
	delayMs: number;
	/** The message arrives and its event is posted before the send call is answered. */
	beforeAnswer: boolean;
	/** No event goes out until they are released. */
	held: boolean;
	/** How often every event is posted, for duplicates. */
	repeat: number;
	/** How the same JSON is written: 'spaced' and 'escaped' break receivers that sign a body of their own making. */
	body: 'compact' | 'spaced' | 'escaped';
	/** Body of the probe that saving a URL sends. */
	probeBody: string;
	/** Waits before each repeat, a thousand times faster than Zalo's 30 s, 5 min, 15 min, 30 min, 1 h; [] for the switch being off. */
	ladderMs: number[];
	/** Answer expected within this time, with status 200. */
	timeoutMs: number;
	/** Header num_retry: on repeats alone, or on the first call too. */
	numRetry: 'repeats' | 'always';
	/** Zalo may switch the webhook off after so many events in a row that nobody took; 0 for never. */
	offAfter: number;
}

export function defaultWebhookSettings(): ZaloWebhookSettings {
	return {
		url: '',
		oaSecretKey: 'SIMULATOR-OA-SECRET-KEY',
		signature: { form: 'mac=', firstTerm: 'app_id', key: 'oaSecretKey' },
		off: [],
		delayMs: 0,
		beforeAnswer: false,
		held: false,
		repeat: 1,
		body: 'compact',
		probeBody: '',
		ladderMs: [30, 300, 900, 1_800, 3_600],
		timeoutMs: 2_000,
		numRetry: 'repeats',
		offAfter: 0,
	};
}
