/** Advertising SMS (esms.md 7.2). */
export interface AdvertisingSettings {
	/** A malformed number among the others: not documented whether all are refused (108) or it alone is left out. */
	badNumber: 'refuse' | 'skip';
	/** SendSuccess and SendFailed of its callback: both are 0 in the sample, although it is finished (esms.md 12.4); `callback.counters` is for every type. */
	callbackCounters: 'counted' | 'zero';
}

/** Messages of type 8 (esms.md 7.4). */
export interface FixedNumberSettings {
	/** There is no sample of its callback: as a customer-care SMS, or without number and telco. */
	callback: 'customerCare' | 'bare';
}

/** Generated codes (esms.md 8). */
export interface OtpSettings {
	/** 117 on the pages, 171 in the error table. */
	invalidCode: '117' | '171';
	/** Longest TimeAlive in minutes: 10 on the Vietnamese page, 15 on the English one. */
	maxMinutes: 10 | 15;
	/** Longest code: not documented. */
	maxLength: number;
	/** What a code is made of when IsNumber is not given: not documented. */
	characters: 'lettersAndDigits' | 'digits';
	/** Whether a new code ends those the number got before: not documented. */
	olderCodes: 'invalid' | 'valid';
	/** Whether TypeId 1, which only creates a code, answers with an SMSID: not documented. */
	createOnlyAnswer: 'withSmsid' | 'withoutSmsid';
}

/** Voice calls (esms.md 9). */
export interface VoiceSettings {
	/** VND; the only sample is that of a call that cost nothing. */
	price: number;
	/** The number the phone shows; CID of the callback sample. */
	callerId: string;
	/** Seconds of an answered call; those of the sample. */
	answeredSeconds: number;
	/** CallStatus of a failed call in its callback: "NO ANSWER" in the text, empty in the sample. */
	callbackNotAnswered: string;
	/** RequestId in the table of MakeCallRecord_V2, RequestID in its URL. */
	recordRequestId: 'either' | 'RequestId' | 'RequestID';
}

/** Multi-channel messages (esms.md 4.1 and 8.2). */
export interface MultiChannelSettings {
	/** Whether the SMS that stands in for a ZNS has an SMSID of its own: not documented. */
	smsLegId: 'own' | 'same';
	/** What `switchsmsid` of that SMS holds: empty in the sample of a plain SMS, probably the SMSID of the ZNS. */
	switchSmsId: 'znsId' | 'empty';
	/** Time between the failure of the ZNS and the SMS: not documented. */
	switchMs: number;
	/** An SMS part that cannot be sent: refused at once, or noticed when it is needed; not documented. */
	invalidSms: 'refuse' | 'accept';
}

/** ZNS in bulk (esms.md 3.7). */
export interface BulkSettings {
	/** The order of `detail` is not promised. */
	detailOrder: 'asSent' | 'reversed' | 'shuffled';
	/** The sample lists every item; not documented that it always does. */
	detailItems: 'all' | 'failures';
	/** A number that occurs twice: a message each, or one message and one row, as the rows name nothing but the number. */
	samePhone: 'each' | 'once';
}

/** Settings of the kinds of sending that are neither ZNS, SMS, Viber nor messages to Zalo users. */
export interface SendingSettings {
	advertising: AdvertisingSettings;
	fixedNumber: FixedNumberSettings;
	otp: OtpSettings;
	voice: VoiceSettings;
	multiChannel: MultiChannelSettings;
	bulk: BulkSettings;
}

export function defaultSendingSettings(): SendingSettings {
	return {
		advertising: { badNumber: 'refuse', callbackCounters: 'counted' },
		fixedNumber: { callback: 'customerCare' },
		otp: {
			invalidCode: '117',
			maxMinutes: 10,
			maxLength: 10,
			characters: 'lettersAndDigits',
			olderCodes: 'invalid',
			createOnlyAnswer: 'withSmsid',
		},
		voice: {
			price: 500,
			callerId: '02871002454',
			answeredSeconds: 13,
			callbackNotAnswered: 'NO ANSWER',
			recordRequestId: 'either',
		},
		multiChannel: { smsLegId: 'own', switchSmsId: 'znsId', switchMs: 0, invalidSms: 'refuse' },
		bulk: { detailOrder: 'asSent', detailItems: 'all', samePhone: 'each' },
	};
}
