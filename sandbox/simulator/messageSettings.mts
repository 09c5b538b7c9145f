/**
 * Transaction and consultation messages. What esms.md 5 and 6 leave open or contradict is a switch here;
 * of two readings the start takes the stricter one, so that what passes here passes under both.
 */
export interface FollowerSettings {
	/** VND; TotalPrice of the callback samples. */
	price: number;
	/** Button title of a transaction message: 35 in one table, 100 in the other (esms.md 6.6). */
	buttonTitleMax: 35 | 100;
	/** "Maximum 5 elements" (EN) or "additionally at most 5 rows" (VI, zalo.md 6.2) (esms.md 6.4). */
	tableRows: 'fiveInAll' | 'fiveBesideIdentity';
	/** Whose key rules hold without a `language`: not documented. */
	omittedLanguage: 'VI' | 'EN' | 'either';
	/** Not documented whether the keys must be in the language of the message. */
	keyLanguage: 'match' | 'either';
	/** Not documented whether a key in decomposed form (NFD) is the same key. */
	keyComparison: 'nfc' | 'exact';
	/** Element types a message must have; zalo.md 6.2 names the table, nothing else is documented. */
	mandatoryElements: string[];
	/** Element types that may occur once; documented for none of them, only that two texts are the most. */
	singleElements: string[];
	/** How a picture is known to be jpg or png: by its ending if it has one, by an ending it must have, not at all. */
	bannerExtension: 'ifAny' | 'required' | 'unchecked';
	/** Flagged as required, yet may be empty (esms.md 6.6). */
	imageIcon: 'optional' | 'required';
	/** An object in all samples, "string" in the table (esms.md 6.5). */
	openUrlPayload: 'object' | 'either';
	/** No rule is documented. 'digits': any, short numbers (1900…) too; 'samples': only like 84919018791 and 0901888484. */
	phoneCodes: 'digits' | 'samples';
	/** Sandbox of the consultation forms, and SendDate of the text: on none of their pages (esms.md 5.1, 5.2). */
	unlistedFields: 'ignore' | 'accept';
	/** A consultation photo is a jpg or png; "gif" is a media type all the same (esms.md 5.2). */
	gifExtension: 'accept' | 'refuse';
}

/** ZNS by Zalo user id (esms.md 3.2). */
export interface UidSettings {
	/** SendDate was taken off the Vietnamese page and is still on the English one. */
	sendDate: 'ignore' | 'accept';
	/** A user id that is not a number: accepted and then refused by Zalo with -201, or refused at once. */
	nonNumeric: 'zalo' | 'refuse';
}

/** ZNS by hashed phone number (esms.md 3.3). */
export interface HashPhoneSettings {
	/** Hexadecimal digits in upper case: not documented. */
	upperCase: 'refuse' | 'accept';
	/** Code for the hash of a known number in a wrong form (0… or +84…): "a wrong-number error". */
	wrongForm: '115' | '108';
	/** What the callback names as phonenumber: there is no sample. */
	callbackPhone: 'hash' | 'phone';
}

/** ZNS journey (esms.md 3.4). */
export interface JourneySettings {
	/** VND; TotalPrice of the callback sample. */
	price: number;
	/** IsJourney: boolean in the sample and the contract, "string" in the table. */
	flag: 'boolean' | 'either';
	/** In the callback sample partnerids is not the message_id of error_info (esms.md 12.4). */
	partnerId: 'messageId' | 'other';
}

/** Viber (esms.md 7.3). */
export interface ViberSettings {
	/** VND; TotalPrice of the callback sample. */
	price: number;
	/** Content is required in the table, but one layout is an image alone. */
	content: 'orImage' | 'required';
	/** OttLabel in the sample, OTTLabel in the table. */
	labelName: 'either' | 'OttLabel' | 'OTTLabel';
	/** The English page asks for https. */
	imageHttpsOnly: boolean;
}

/** Status calls (esms.md 10.2 to 10.7). */
export interface RetrievalSettings {
	/** Types GetSmsSentData_V2 takes; 26 is on the English page only. */
	sentDataTypes: string[];
	/** A page longer than the documented size (500 messages, 50 ratings): not documented. */
	overlongPage: 'refuse' | 'cap';
	/** GetZaloMessageStatus answers 160 beyond this many requests a second; 0 for no limit. */
	messageStatusPerSecond: number;
	/** GetZaloMessageStatus is described for ZNS; not documented whether it knows the types 26 and 27. */
	messageStatusCoversFollower: boolean;
	/** For this long after the final report both GetSendStatus, GetSmsReceiverStatus_get and QueryZnsStatus still say what they said before. */
	finalLagMs: number;
	/** For this long after the final report, and so after its callback, GetCallback has nothing. */
	storedLagMs: number;
	/** SendSuccess and SendFailed of QueryZnsStatus and GetCallback; 'zero': they lag while FinalStatus and ErrorInfo are right already. */
	counters: 'counted' | 'zero';
	/** ErrorInfo of a failed message in GetCallback: told in the only sample; 'missing' makes it null. */
	storedReason: 'told' | 'missing';
}

/** Settings of the message kinds beyond ZNS by phone and SMS. */
export interface MessageSettings {
	/** Type SendZaloFollowerMessage_V4_post_json takes; the page contradicts itself (esms.md 1.3). */
	consultationTextContentType: 'both' | 'textPlain' | 'json';
	/** Type SendZaloFollowerMessage_V5_post_json takes; the pages contradict each other (esms.md 1.3). No other type is taken. */
	transactionContentType: 'both' | 'textPlain' | 'json';
	follower: FollowerSettings;
	uid: UidSettings;
	hash: HashPhoneSettings;
	journey: JourneySettings;
	viber: ViberSettings;
	retrieval: RetrievalSettings;
	/** Numbers whose hash eSMS knows, beside the scripted ones and those that got a message. */
	knownPhones: string[];
}

export function defaultMessageSettings(): MessageSettings {
	return {
		consultationTextContentType: 'both',
		transactionContentType: 'both',
		follower: {
			price: 60,
			buttonTitleMax: 35,
			tableRows: 'fiveInAll',
			omittedLanguage: 'VI',
			keyLanguage: 'match',
			keyComparison: 'nfc',
			mandatoryElements: ['table'],
			singleElements: ['banner', 'header', 'table'],
			bannerExtension: 'ifAny',
			imageIcon: 'optional',
			openUrlPayload: 'object',
			phoneCodes: 'digits',
			unlistedFields: 'ignore',
			gifExtension: 'accept',
		},
		uid: { sendDate: 'ignore', nonNumeric: 'zalo' },
		hash: { upperCase: 'refuse', wrongForm: '115', callbackPhone: 'hash' },
		journey: { price: 220, flag: 'boolean', partnerId: 'messageId' },
		viber: { price: 470, content: 'orImage', labelName: 'either', imageHttpsOnly: true },
		retrieval: {
			sentDataTypes: ['1', '2', '8', '23', '24', '25', '26'],
			overlongPage: 'refuse',
			messageStatusPerSecond: 30,
			messageStatusCoversFollower: true,
			finalLagMs: 0,
			storedLagMs: 0,
			counters: 'counted',
			storedReason: 'told',
		},
		knownPhones: [],
	};
}
