import type { JsonObject } from '../../../sandbox/n8n/types.mjs';

/** A text field of a node into which an attacker's text may come. */
export interface Field {
	name: string;
	type: 'sendZns' | 'esms' | 'caresoft' | 'zaloTransaction';
	/** @returns the parameters with this text, an expression, in the field */
	parameters: (text: string) => JsonObject;
	/** An ordinary value. */
	usual: string;
}

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const OFFICIAL_ACCOUNT = id('4097311281936189049');
const USER = '31215806834323092';
const ORDER = "{ delivery_date: '01/08/2024', order_code: 'HD00001', address: '140 Le Loi', phone: '0901888484', email: 'a@example.com', product_name: 'OA', quantity: '1', payment_amount: '4308000' }";
/** The text of an item as a part of a URL. */
const inUrl = (text: string) => text.replace('={{ ', '={{ "https://shop.example/" + ');

const zns = (more: JsonObject): JsonObject => ({
	provider: 'esms', officialAccount: OFFICIAL_ACCOUNT, template: id('205644'), phone: '0901888484', specifyParameters: 'json', templateParametersJson: '{"otp": "686868"}', ...more,
});
const sms = (more: JsonObject): JsonObject => ({ resource: 'sms', operation: 'send', brandname: { __rl: true, mode: 'name', value: 'MYSHOP' }, phone: '0901888484', content: 'MYSHOP: cam on quy khach', ...more });
const viber = (more: JsonObject): JsonObject => ({ resource: 'viber', operation: 'send', brandname: { __rl: true, mode: 'name', value: 'MYSHOP' }, phone: '0901888484', content: 'Cam on', ...more });
const consultation = (operation: string, more: JsonObject): JsonObject => ({ resource: 'consultation', operation, officialAccount: OFFICIAL_ACCOUNT, zaloUserId: USER, text: 'Cam on', ...more });
const transaction = (table: JsonObject, more: JsonObject = {}): JsonObject => ({
	operation: 'order', officialAccount: OFFICIAL_ACCOUNT, zaloUserId: USER,
	table: { row: [{ key: 'Mã đơn hàng', value: 'DH001', style: '' }, { key: 'Trạng thái', value: 'OK', style: 'green' }, { key: 'Chi tiết', value: '1', style: '', ...table }] }, ...more,
});
const caresoftZns = (more: JsonObject): JsonObject => ({ provider: 'caresoft', scenarioId: '366', phone: '0901888484', specifyScenarioParameters: 'none', ...more });
const ticket = (more: JsonObject): JsonObject => ({ resource: 'ticket', operation: 'create', phone: '0901888484', subject: 'Giao hang', comment: 'Ghi chu', ...more });

export const FIELDS: readonly Field[] = [
	{ name: 'Send ZNS: phone number', type: 'sendZns', usual: '0901888484', parameters: (phone) => zns({ phone }) },
	{ name: 'Send ZNS: value of a template parameter', type: 'sendZns', usual: 'An', parameters: (text) => zns({ template: id('200607'), templateParametersJson: text.replace('={{ ', `={{ { ...${ORDER}, customer_name: `).replace(' }}', ' } }}') }) },
	{ name: 'Send ZNS: Official Account ID', type: 'sendZns', usual: '4097311281936189049', parameters: (text) => zns({ officialAccount: id(text) }) },
	{ name: 'Send ZNS: template ID', type: 'sendZns', usual: '205644', parameters: (text) => zns({ template: id(text) }) },
	{ name: 'Send ZNS: Zalo user ID', type: 'sendZns', usual: USER, parameters: (zaloUserId) => zns({ sendTo: 'zaloUserId', zaloUserId }) },
	{ name: 'Send ZNS: hashed phone number', type: 'sendZns', usual: '0901888484', parameters: (hashedPhone) => zns({ sendTo: 'hashedPhone', hashedPhone }) },
	{ name: 'Send ZNS: order ID of a journey', type: 'sendZns', usual: 'DH001', parameters: (orderId) => zns({ sendTo: 'journey', orderId }) },
	{ name: 'Send ZNS: callback URL', type: 'sendZns', usual: 'cb', parameters: (text) => zns({ options: { callbackUrl: inUrl(text) } }) },
	{ name: 'Send ZNS: request key (hashed, unless it is short and harmless)', type: 'sendZns', usual: 'DH001-paid', parameters: (requestKey) => zns({ options: { requestIdBy: 'key', requestKey } }) },
	{ name: 'Send ZNS: campaign', type: 'sendZns', usual: 'Tet', parameters: (campaign) => zns({ options: { campaign } }) },
	{ name: 'eSMS: text of an SMS', type: 'esms', usual: 'MYSHOP: cam on', parameters: (content) => sms({ content }) },
	{ name: 'eSMS: brandname', type: 'esms', usual: 'MYSHOP', parameters: (value) => sms({ brandname: { __rl: true, mode: 'name', value } }) },
	{ name: 'eSMS: text of a Viber message', type: 'esms', usual: 'Cam on', parameters: (content) => viber({ content }) },
	{ name: 'eSMS: image URL of a Viber message', type: 'esms', usual: 'a.png', parameters: (text) => viber({ content: '', imageUrl: inUrl(text) }) },
	{ name: 'eSMS: button label of a Viber message', type: 'esms', usual: 'Xem', parameters: (buttonLabel) => viber({ buttonLabel, buttonUrl: 'https://shop.example/' }) },
	{ name: 'eSMS: button URL of a Viber message', type: 'esms', usual: 'a', parameters: (text) => viber({ buttonLabel: 'Xem', buttonUrl: inUrl(text) }) },
	{ name: 'eSMS: text of a consultation message', type: 'esms', usual: 'Cam on', parameters: (text) => consultation('sendText', { text }) },
	{ name: 'eSMS: picture URL of a consultation message', type: 'esms', usual: 'a.png', parameters: (text) => consultation('sendPhoto', { imageUrl: inUrl(text) }) },
	{ name: 'eSMS: variable of a voice call', type: 'esms', usual: 'An', parameters: (value) => ({ resource: 'voice', operation: 'callByTemplate', phone: '0901888484', callTemplateId: '5001', variables: { variable: [{ value }, { value: 'DH001' }, { value: '31/12' }] } }) },
	{ name: 'eSMS: ID of a voice call (query)', type: 'esms', usual: 'x', parameters: (messageId) => ({ resource: 'voice', operation: 'getCallStatus', messageId }) },
	{ name: 'Zalo Transaction Message: key of a row', type: 'zaloTransaction', usual: 'Ghi chú', parameters: (key) => transaction({ key }) },
	{ name: 'Zalo Transaction Message: value of a row', type: 'zaloTransaction', usual: '1', parameters: (value) => transaction({ value }) },
	{ name: 'Zalo Transaction Message: header', type: 'zaloTransaction', usual: 'Cam on', parameters: (header) => transaction({}, { header }) },
	{ name: 'Send ZNS by CareSoft: scenario ID', type: 'sendZns', usual: '366', parameters: (scenarioId) => caresoftZns({ scenarioId }) },
	{ name: 'Send ZNS by CareSoft: name and value of a parameter', type: 'sendZns', usual: 'An', parameters: (text) => caresoftZns({ specifyScenarioParameters: 'fields', scenarioParameters: { parameter: [{ name: 'requester', value: text }, { name: 'masoDatve', value: '1' }, { name: text, value: '1' }] } }) },
	{ name: 'Send ZNS by CareSoft: ticket ID', type: 'sendZns', usual: '0', parameters: (ticketId) => caresoftZns({ ticketId }) },
	{ name: 'CareSoft: ticket ID (path)', type: 'caresoft', usual: '1', parameters: (ticketId) => ({ resource: 'ticket', operation: 'get', ticketId }) },
	{ name: 'CareSoft: phone number (query)', type: 'caresoft', usual: '0901888484', parameters: (phone) => ({ resource: 'contact', operation: 'getByPhone', phone }) },
	{ name: 'CareSoft: subject of a ticket', type: 'caresoft', usual: 'Giao hang', parameters: (subject) => ticket({ subject }) },
	{ name: 'CareSoft: comment of a ticket', type: 'caresoft', usual: 'Ghi chu', parameters: (comment) => ticket({ comment }) },
	{ name: 'CareSoft: name of a contact', type: 'caresoft', usual: 'An', parameters: (contactName) => ({ resource: 'contact', operation: 'upsert', phone: '0901888484', contactName }) },
];
