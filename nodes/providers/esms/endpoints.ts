/** Base URL of the live service (esms.md 1.1). */
export const LIVE_BASE_URL = 'https://rest.esms.vn';

/** The three hosts of eSMS (esms.md 1.1). */
const LIVE_HOSTS = {
	rest: 'https://rest.esms.vn',
	voice: 'https://voiceapi.esms.vn',
	status: 'https://status-sms.esms.vn',
} as const;

/** The live base URL as people write it; samples of eSMS show it with http, too. */
const LIVE_REST = /^https?:\/\/rest\.esms\.vn$/i;

export type EsmsHost = keyof typeof LIVE_HOSTS;

/**
 * @param baseUrl base URL of the credential; another one than the live one stands in for all three hosts
 * @param host the eSMS host that the call belongs to
 * @param path path as documented, with its trailing slash where it has one
 */
export function esmsUrl(baseUrl: string, host: EsmsHost, path: string): string {
	const base = baseUrl.trim().replace(/\/+$/, '');
	return `${base === '' || LIVE_REST.test(base) ? LIVE_HOSTS[host] : base}${path}`;
}

/** @returns whether calls go to the real eSMS rather than to something that stands in for it */
export function isLive(baseUrl: string): boolean {
	return /^https?:\/\/([^/]*\.)?esms\.vn(\/|:|$)/i.test(baseUrl.trim()) || baseUrl.trim() === '';
}

/** Paths of the calls, exactly as documented (esms.md 0.3). */
export const PATHS = {
	balance: '/MainService.svc/json/GetBalance_json',
	// The credential fills in the keys: eSMS has no other form for this call (esms.md 10.8).
	brandnames: '/MainService.svc/json/GetListBrandname/{ApiKey}/{SecretKey}',
	buyPackage: '/MainService.svc/json/RegisOAPackageJson/',
	callByRecording: '/MainService.svc/json/MakeCallRecord_V2',
	callByTemplate: '/MainService.svc/json/MakeCallTemplate_V2',
	// The same path as `smsStatus`, on the host for voice.
	callStatus: '/MainService.svc/json/GetSendStatus',
	checkCode: '/MainService.svc/json/CheckCodeGen_V4_get',
	estimateAdvertising: '/MainService.svc/json/SummaryMultipleSMSBrandname/',
	estimateSms: '/MainService.svc/json/SummaryMultipleMessage_V4_get',
	estimateZns: '/MainService.svc/json/SummaryZaloMessage_V4_post_json/',
	followers: '/MainService.svc/json/ZNS/GetFollowers/',
	interactingUsers: '/MainService.svc/json/QueryListUID/',
	officialAccounts: '/MainService.svc/json/ZNS/GetListZOA/',
	quality: '/MainService.svc/json/ZNS/GetQuality/',
	quota: '/MainService.svc/json/ZNS/GetQuota/',
	ratings: '/MainService.svc/json/ZNS/GetRating/',
	receiverStatus: '/MainService.svc/json/GetSmsReceiverStatus_get',
	registerSmsTemplate: '/MainService.svc/json/SubServicePreviewJson/',
	registerZaloTemplate: '/MainService.svc/json/RegisZNSTemplateJson/',
	sendAdvertising: '/MainService.svc/json/SendMultipleSMSBrandname_json/',
	sendCodeBySms: '/MainService.svc/json/SendMessageAutoGenCode_V4_get',
	sendCodeByZaloThenSms: '/MainService.svc/json/SendMessageAutoGenCode_V5',
	sendConsultation: '/MainService.svc/json/SendZaloFollowerMessage_V5_post_json/',
	sendConsultationText: '/MainService.svc/json/SendZaloFollowerMessage_V4_post_json/',
	sendMultiChannel: '/MainService.svc/json/MultiChannelMessage/',
	sendSms: '/MainService.svc/json/SendMultipleMessage_V4_post_json/',
	sendTransaction: '/MainService.svc/json/SendZaloFollowerMessage_V5_post_json/',
	sendViber: '/MainService.svc/json/Send_Multiple_Sms_OTT/',
	sendZns: '/MainService.svc/json/SendZaloMessage_V6/',
	sendZnsBulk: '/MainService.svc/json/Send_zns_bulk_v4_post_json/',
	sendZnsByHash: '/MainService.svc/json/SendZaloMessage_V6/hash_phone/',
	sendZnsByUserId: '/MainService.svc/json/SendZaloMessage_V6/zalo_uid/',
	sendZnsJourney: '/MainService.svc/json/SendZaloMessage_V4_post_json/',
	sentMessages: '/MainService.svc/json/GetSmsSentData_V2',
	smsStatus: '/MainService.svc/json/GetSendStatus',
	storedCallbacks: '/ZaloCallback/GetCallback',
	template: '/MainService.svc/json/GetZnsTemplateInfo',
	templates: '/MainService.svc/json/GetTemplate/',
	zaloDelivery: '/MainService.svc/json/GetZaloMessageStatus',
	znsStatus: '/MainService.svc/json/QueryZnsStatus/',
} as const;
