import type { FollowerSettings } from '../messageSettings.mjs';
import { checkButtons } from './buttons.mjs';
import { checkPicture, PICTURES } from './pictures.mjs';
import { BrokenRule, list, object, oneOf, string, type Json } from './shape.mjs';
import { checkTable } from './transactionTable.mjs';

/** The 13 template types with their names (esms.md 6.3). */
export const TRANSACTION_TYPES: Readonly<Record<string, { VI: string; EN: string }>> = {
	transaction_billing: { VI: 'Hóa đơn', EN: 'Billing' },
	transaction_order: { VI: 'Đơn hàng', EN: 'Order' },
	transaction_reward: { VI: 'Tích điểm', EN: 'Reward' },
	transaction_contract: { VI: 'Hợp đồng', EN: 'Contract' },
	transaction_booking: { VI: 'Lịch hẹn', EN: 'Booking' },
	transaction_membership: { VI: 'Thành viên', EN: 'Membership' },
	transaction_event: { VI: 'Sự kiện', EN: 'Event' },
	transaction_transaction: { VI: 'Giao dịch', EN: 'Transaction' },
	transaction_account: { VI: 'Tài khoản', EN: 'Account' },
	transaction_internal: { VI: 'Nội bộ', EN: 'Internal' },
	transaction_partnership: { VI: 'Đối tác', EN: 'Partnership' },
	transaction_education: { VI: 'Học vụ', EN: 'Education' },
	transaction_rating: { VI: 'Đánh giá', EN: 'Rating' },
};

export type Language = 'VI' | 'EN';

const ELEMENT_TYPES: readonly string[] = ['banner', 'header', 'text', 'table'];
const ALIGNMENTS: readonly string[] = ['', 'left', 'center', 'right'];
const HEADER_MAX = 100;
const TEXT_MAX = 250;
const TEXTS_MAX = 2;

/** Throws a BrokenRule when the payload of a transaction message breaks esms.md 6.2 to 6.6. */
export function checkTransaction(message: Json, payload: Json, settings: FollowerSettings): void {
	if (message.text !== undefined) throw new BrokenRule('message.text is not part of a transaction message');
	if (!Object.hasOwn(TRANSACTION_TYPES, string(payload.template_type, 'template_type'))) {
		throw new BrokenRule('template_type is none of the 13 transaction types');
	}
	if (payload.language !== undefined) oneOf(payload.language, ['VI', 'EN'], 'language');
	const elements = list(payload.elements, 'elements').map((element, index) => object(element, `elements[${index}]`));
	const languages = keyLanguages(payload.language as Language | undefined, settings);
	elements.forEach((element, index) => checkElement(element, `elements[${index}]`, languages, settings));
	checkCounts(elements.map(({ type }) => String(type)), settings);
	if (payload.buttons === undefined) return;
	checkButtons(payload.buttons, { titleMax: settings.buttonTitleMax, least: 0, most: 4, icon: settings.imageIcon }, settings);
}

/** The languages whose key rules a table may follow. */
function keyLanguages(language: Language | undefined, settings: FollowerSettings): readonly Language[] {
	const own = language ?? settings.omittedLanguage;
	return settings.keyLanguage === 'either' || own === 'either' ? ['VI', 'EN'] : [own];
}

function checkElement(element: Json, at: string, languages: readonly Language[], settings: FollowerSettings): void {
	oneOf(element.type, ELEMENT_TYPES, `${at}.type`);
	switch (element.type) {
		case 'banner':
			// Size and ratio are not looked at, for nothing is fetched (esms.md 6.4).
			checkPicture(element.image_url, `${at}.image_url`, PICTURES, settings.bannerExtension);
			break;
		case 'header':
			checkText(element, at, HEADER_MAX);
			break;
		case 'text':
			checkText(element, at, TEXT_MAX);
			break;
		default:
			checkTable(element.content, `${at}.content`, languages, settings);
	}
}

function checkText(element: Json, at: string, max: number): void {
	string(element.content, `${at}.content`, max);
	if (element.align !== undefined) oneOf(element.align, ALIGNMENTS, `${at}.align`);
}

/** At most two texts; the other counts are settings, for they are not documented (esms.md 6.4). */
function checkCounts(types: readonly string[], settings: FollowerSettings): void {
	const count = (type: string) => types.filter((other) => other === type).length;
	if (count('text') > TEXTS_MAX) throw new BrokenRule(`at most ${TEXTS_MAX} elements may be of type text`);
	for (const type of settings.mandatoryElements) {
		if (count(type) === 0) throw new BrokenRule(`an element of type ${type} is missing`);
	}
	for (const type of settings.singleElements) {
		if (count(type) > 1) throw new BrokenRule(`only one element may be of type ${type}`);
	}
}
