import type { FollowerSettings } from '../messageSettings.mjs';
import { checkButtons, type ButtonRules } from './buttons.mjs';
import { checkPicture, PICTURES } from './pictures.mjs';
import { BrokenRule, list, object, oneOf, string, type Json } from './shape.mjs';

/** Code points of the text of any consultation message (esms.md 5.1 to 5.3). */
export const CONSULTATION_TEXT_MAX = 2_000;

/** The page has no image_icon, and names no limit to the number of buttons (esms.md 5.3). */
const BUTTONS: ButtonRules = { titleMax: 100, least: 1, most: Number.POSITIVE_INFINITY, icon: 'optional' };

/** The consultation forms of the same call, by their fields that are required: esms.md 5.2, 5.3, 5.4. Returns a name for the page. */
export function checkConsultation(message: Json, payload: Json, settings: FollowerSettings): string {
	switch (payload.template_type) {
		case 'media':
			checkPhoto(message, payload, settings);
			return 'Tư vấn: ảnh';
		case 'request_user_info':
			checkUserInfo(payload, settings);
			return 'Tư vấn: yêu cầu thông tin';
		case undefined:
			string(message.text, 'message.text', CONSULTATION_TEXT_MAX);
			checkButtons(payload.buttons, BUTTONS, settings);
			return 'Tư vấn: nút bấm';
		default:
			throw new BrokenRule('template_type is unknown');
	}
}

function checkPhoto(message: Json, payload: Json, { bannerExtension, gifExtension }: FollowerSettings): void {
	string(message.text, 'message.text', CONSULTATION_TEXT_MAX);
	const element = onlyElement(payload);
	oneOf(element.media_type, ['image', 'gif'], 'elements[0].media_type');
	const animated = element.media_type === 'gif' && gifExtension === 'accept';
	checkPicture(element.url, 'elements[0].url', animated ? [...PICTURES, 'gif'] : PICTURES, bannerExtension);
}

function checkUserInfo(payload: Json, { bannerExtension }: FollowerSettings): void {
	const element = onlyElement(payload);
	string(element.title, 'elements[0].title', 100);
	string(element.subtitle, 'elements[0].subtitle', 500);
	checkPicture(element.image_url, 'elements[0].image_url', PICTURES, bannerExtension);
}

function onlyElement(payload: Json): Json {
	const elements = list(payload.elements, 'elements');
	if (elements.length !== 1) throw new BrokenRule('elements must have exactly one entry');
	return object(elements[0], 'elements[0]');
}
