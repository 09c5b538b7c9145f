/** The message that is sent, whatever sends it. */

export const OFFICIAL_ACCOUNT = '4097311281936189049';
/** The sample template with the one parameter `otp`. */
export const TEMPLATE = '205644';
export const ZNS = '/MainService.svc/json/SendZaloMessage_V6/';

/** A recipient to whom everything is delivered, and a content of its own. */
export const item = (index) => ({ phone: `09${String(81_000_000 + index).padStart(8, '0')}`, code: `DH${index}` });

const byId = (value) => ({ __rl: true, mode: 'id', value });

/** What Send ZNS is set to, options aside. */
export const SEND_ZNS = {
	provider: 'esms',
	officialAccount: byId(OFFICIAL_ACCOUNT),
	template: byId(TEMPLATE),
	phone: '={{ $json.phone }}',
	specifyParameters: 'json',
	templateParametersJson: '={{ { otp: $json.code } }}',
};

/** The body of HTTP Request, as the documents of eSMS show it: the keys stand in it. */
export function esmsBody({ apiKey, secretKey }) {
	const fixed = { ApiKey: apiKey, SecretKey: secretKey, OAID: OFFICIAL_ACCOUNT, TempID: TEMPLATE };
	return `={{ { ...${JSON.stringify(fixed)}, Phone: $json.phone, TempData: { otp: $json.code }, RequestId: $json.code } }}`;
}
