import type { FollowerSettings } from '../messageSettings.mjs';
import { checkButtons } from './buttons.mjs';
import { BrokenRule, list, object, oneOf, string, type Json } from './shape.mjs';

const TEXT_MAX = 2_000;
const BUTTON_TITLE_MAX = 100;

/** The consultation forms of the same call, by their fields that are required: esms.md 5.2, 5.3, 5.4. Returns a name for the page. */
export function checkConsultation(message: Json, payload: Json, settings: FollowerSettings): string {
	switch (payload.template_type) {
		case 'media':
			checkPhoto(message, payload);
			return 'Tư vấn: ảnh';
		case 'request_user_info':
			checkUserInfo(payload);
			return 'Tư vấn: yêu cầu thông tin';
		case undefined:
			string(message.text, 'message.text', TEXT_MAX);
			checkButtons(payload.buttons, BUTTON_TITLE_MAX, settings);
			return 'Tư vấn: nút bấm';
		default:
			throw new BrokenRule('template_type is unknown');
	}
}

function checkPhoto(message: Json, payload: Json): void {
	string(message.text, 'message.text', TEXT_MAX);
	const element = onlyElement(payload);
	oneOf(element.media_type, ['image', 'gif'], 'elements[0].media_type');
	string(element.url, 'elements[0].url');
}

function checkUserInfo(payload: Json): void {
	const element = onlyElement(payload);
	string(element.title, 'elements[0].title', 100);
	string(element.subtitle, 'elements[0].subtitle', 500);
	string(element.image_url, 'elements[0].image_url');
}

function onlyElement(payload: Json): Json {
	const elements = list(payload.elements, 'elements');
	if (elements.length !== 1) throw new BrokenRule('elements must have exactly one entry');
	return object(elements[0], 'elements[0]');
}
