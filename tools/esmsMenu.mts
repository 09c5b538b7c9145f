/** An entry of the menu of developers.esms.vn, and what answers it here. */
export interface MenuEntry {
	/** What the entry is about, in English. */
	title: string;
	/** Page below https://developers.esms.vn/ */
	page: string;
	/** Keys of `OPERATIONS` in esmsApi.mts; one at least. */
	answers: string[];
	/** Said where the entry is not answered one to one. */
	note?: string;
}

const API = 'esms-api';
const SEND = `${API}/ham-gui-tin`;
const READ = `${API}/ham-truy-xuat-va-dang-ky`;
const VOICE = `${API}/ham-goi-voice`;
const OTHER = `${API}/cac-api-khac`;

const entry = (page: string, title: string, answers: string | string[], note?: string): MenuEntry => ({
	title,
	page,
	answers: [answers].flat(),
	...(note !== undefined && { note }),
});

const OLD_ENCODING = 'An older form of the same function';

/** The menu by its chapters, as esms.md found it (0.3 and the page lines of sections 3 to 12). */
export const ESMS_MENU: Record<string, MenuEntry[]> = {
	'Sending messages': [
		entry(`${SEND}/tin-nhan-zalo`, 'ZNS by phone number', 'sendZns:phone'),
		entry(`${SEND}/tin-nhan-zalo-1`, 'ZNS by Zalo user ID', 'sendZns:zaloUserId'),
		entry(`${SEND}/tin-nhan-zalo-su-dung-hash-phone`, 'ZNS by hashed phone number', 'sendZns:hashedPhone'),
		entry(`${SEND}/tin-zalo-hanh-trinh`, 'ZNS in a journey', 'sendZns:journey'),
		entry(`${SEND}/tin-zalo-giao-dich`, 'Zalo transaction message', 'zaloTransaction'),
		entry(`${SEND}/tin-zalo-tu-van-dang-van-ban`, 'Zalo consultation, text', 'consultation.sendText'),
		entry(`${SEND}/tin-zalo-tu-van-dinh-kem-anh`, 'Zalo consultation, photo', 'consultation.sendPhoto'),
		entry(`${SEND}/tin-zalo-tu-van-dang-button`, 'Zalo consultation, buttons', 'consultation.sendButtons'),
		entry(`${SEND}/tin-zalo-dang-yeu-cau-thong-tin-nguoi-dung`, 'Zalo consultation, request for user information', 'consultation.requestUserInfo'),
		entry(`${SEND}/tin-mutichanel-zalo-greater-than-sms-otp-cskh`, 'Multi-channel, Zalo then SMS', 'multiChannel.sendZaloThenSms'),
		entry(`${SEND}/tin-nhan-sms-otp-cskh`, 'SMS, customer care and one-time passwords', 'sms.send'),
		entry(`${SEND}/tin-sms-quang-cao`, 'SMS, advertising', 'sms.sendAdvertising'),
		entry(`${SEND}/tin-viber`, 'Viber', 'viber.send'),
		entry(`${SEND}/tin-sms-co-dinh-gia-re`, 'SMS from a fixed number; the page now tells of voice one-time passwords', ['sms.sendFixedNumber', 'voice.sendOtp']),
		entry(`${SEND}/tin-gencode-tu-dong-sms`, 'One-time password made by eSMS, by SMS', 'otp.sendBySms'),
		entry(`${SEND}/tin-gencode-tu-dong-multichanel-zalo-greater-than-sms`, 'One-time password made by eSMS, by Zalo then SMS', 'otp.sendByZaloThenSms'),
	],
	'Voice calls': [
		entry(`${VOICE}/ham-tao-cuoc-goi-voice-otp`, 'Call that reads out a one-time password', 'voice.sendOtp'),
		entry(`${VOICE}/ham-tao-cuoc-goi-tu-dong-theo-template`, 'Call by template', 'voice.callByTemplate'),
		entry(`${VOICE}/ham-tao-cuoc-goi-tu-dong-tu-file-ghi-am`, 'Call by recording', 'voice.callByRecording'),
		entry(`${VOICE}/ham-lay-trang-thai-cuoc-goi`, 'Status of a call', 'voice.getCallStatus'),
	],
	'Retrieving and registering': [
		entry(`${READ}/ham-lay-so-du-tai-khoan`, 'Balance', 'account.getBalance'),
		entry(`${READ}/ham-kiem-tra-tin-nhan-theo-smsid`, 'Status of a message', 'message.getDeliveryStatus'),
		entry(`${READ}/ham-kiem-tra-chi-tiet-tung-so-trong-tin-nhan`, 'Status of each number of a message', 'message.getDeliveryStatus', 'Split by Recipient'),
		entry(`${READ}/ham-kiem-tra-trang-thai-tin-nhan-theo-khoang-thoi-gian`, 'Messages of a date range', 'message.getDeliveryReports'),
		entry(`${READ}/ham-lay-thong-tin-trang-thai-zns-1`, 'Status of a ZNS', 'message.getDeliveryStatus'),
		entry(`${READ}/ham-lay-thong-tin-trang-thai-zns`, 'Delivery of a ZNS by the message ID of Zalo', 'message.getZaloDelivery'),
		entry(`${READ}/ham-lay-thong-tin-callback-tin-nhan-zalo`, 'Stored callbacks of Zalo messages', 'message.getDeliveryReports'),
		entry(`${READ}/ham-lay-danh-sach-brandname`, 'Brandnames', 'brandname.getMany'),
		entry(`${READ}/ham-lay-danh-sach-zalo-oa`, 'Official Accounts', 'officialAccount.getMany'),
		entry(`${READ}/ham-lay-danh-sach-template-zalo`, 'ZNS templates', 'template.getMany'),
		entry(`${READ}/ham-lay-thong-tin-chi-tiet-template-zalo`, 'Details of a ZNS template', 'template.get'),
		entry(`${READ}/ham-lay-danh-sach-template-tin-cham-soc-khach-hang`, 'Customer-care SMS templates', 'template.getMany'),
		entry(`${READ}/lay-qouta-tin-zalo-theo-oaid`, 'Quota of an Official Account', 'officialAccount.getQuota'),
		entry(`${READ}/ham-kiem-tra-chat-luong-oa`, 'Quality of an Official Account', 'officialAccount.getQuality'),
		entry(`${READ}/ham-lay-thong-tin-danh-gia-cua-khach-hang`, 'Ratings by customers', 'officialAccount.getRatings'),
		entry(`${READ}/ham-lay-danh-sach-zalo-followers-1`, 'Users who interacted with an Official Account', 'officialAccount.getInteractingUsers'),
		entry('en/esms-api/retrive-and-register-functions/get-list-zalos-followers', 'Followers of an Official Account (hidden in the Vietnamese menu)', 'officialAccount.getFollowers'),
		entry(`${READ}/ham-tam-tinh-gia-tin-zalo`, 'Price of a ZNS', 'price.estimateZns'),
		entry(`${READ}/ham-tam-tinh-gia-tin-nhan-cskh`, 'Price of a customer-care SMS', 'price.estimateSms'),
		entry(`${READ}/ham-tam-tinh-gia-tin-nhan-quang-cao`, 'Price of an advertising SMS', 'price.estimateAdvertising'),
		entry(`${READ}/ham-dang-ky-template-zalo`, 'Registering a ZNS template', 'template.registerZalo'),
		entry(`${READ}/ham-dang-ky-template-sms`, 'Registering an SMS template', 'template.registerSms'),
		entry(`${READ}/ham-dang-ky-mua-goi-oa`, 'Buying a package for an Official Account', 'officialAccount.buyPackage'),
	],
	'Other APIs': [
		entry(`${OTHER}/tin-zalo-moi-khach-hang-mot-noi-dung`, 'ZNS to many customers, each with its own content', 'sendZns:batches'),
		entry(`${OTHER}/ham-gui-tin-zalo-1`, 'ZNS, V5', 'sendZns:phone', OLD_ENCODING),
		entry(`${OTHER}/ham-gui-tin-zalo`, 'ZNS, V4', 'sendZns:phone', OLD_ENCODING),
		entry(`${OTHER}/ham-gui-tin-nhan-zalo-dang-json-full-template`, 'ZNS with its whole text, JSON', 'sendZns:phone', OLD_ENCODING),
		entry(`${OTHER}/ham-gui-tin-nhan-zalo-dang-x-form`, 'ZNS with its whole text, form', 'sendZns:phone', OLD_ENCODING),
		entry(`${OTHER}/gui-tin-cham-soc-khach-hang-dang-get`, 'Customer-care SMS, GET', 'sms.send', OLD_ENCODING),
		entry(`${OTHER}/gui-tin-cham-soc-khach-hang-dang-post-x-form`, 'Customer-care SMS, form', 'sms.send', OLD_ENCODING),
		entry(`${OTHER}/gui-tin-cham-soc-khach-hang-dang-post-text`, 'Customer-care SMS, XML', 'sms.send', OLD_ENCODING),
		entry(`${OTHER}/gui-tin-co-dinh-gia-re-dang-get`, 'SMS from a fixed number, GET', 'sms.sendFixedNumber', OLD_ENCODING),
		entry(`${OTHER}/ham-gui-tin-nhan-viber-dang-get`, 'Viber, GET', 'viber.send', OLD_ENCODING),
		entry(`${OTHER}/gui-tin-quang-cao-dang-post-text`, 'Advertising SMS, XML', 'sms.sendAdvertising', OLD_ENCODING),
		entry(`${OTHER}/ham-check-code`, 'Checking a one-time password', 'otp.checkCode'),
	],
	'Callbacks and incoming messages': [
		entry(`${API}/callback-url`, 'Delivery callback', 'znsDeliveryTrigger'),
		entry(`${API}/ket-noi-ma-svoucher/ket-noi-dau-so-ngan`, 'Messages to a short code', 'esmsInboundTrigger'),
	],
	'What applies to all calls': [
		entry(`${API}/moi-truong-test-sandbox`, 'Sandbox', ['sms.send', 'sendZns:phone'], 'The option *Sandbox* of the sending operations that eSMS documents it for'),
		entry(`${API}/bang-ma-loi`, 'Error codes', 'failures'),
	],
};
