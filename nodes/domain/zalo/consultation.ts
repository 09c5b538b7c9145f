import { buttonFaults, buttonName, type ZaloButton } from './button';
import { lengthFaults, pictureFaults } from './rules';

/** A consultation message, in one of its four forms (esms.md 5.1 to 5.4). */
export type Consultation =
	| { form: 'text'; text: string }
	| { form: 'photo'; text: string; media: 'image' | 'gif'; imageUrl: string }
	| { form: 'buttons'; text: string; buttons: ZaloButton[] }
	| { form: 'userInfoRequest'; title: string; subtitle: string; imageUrl: string };

const TEXT_LIMIT = 2000;

/** Characters of a button title in this kind of message (esms.md 5.3). */
export const CONSULTATION_TITLE_LIMIT = 100;

/** An animated picture may be a GIF, although the list of forms has JPG and PNG only (esms.md 5.2). */
const ANIMATED: [RegExp, string] = [/\.(?:gif|jpe?g|png)$/i, 'GIF, JPG or PNG'];

/**
 * Checks a consultation message against every documented rule (esms.md 5.1 to 5.4).
 * Lengths are counted in NFC code points.
 *
 * @returns all faults at once, each naming its field
 */
export function consultationFaults(message: Consultation): string[] {
	switch (message.form) {
		case 'text':
			return lengthFaults('Text', message.text, TEXT_LIMIT);
		case 'photo':
			return [...lengthFaults('Text', message.text, TEXT_LIMIT), ...photoFaults(message.imageUrl, message.media)];
		case 'buttons':
			return [
				...lengthFaults('Text', message.text, TEXT_LIMIT),
				...(message.buttons.length === 0 ? ['Buttons is empty'] : []),
				...message.buttons.flatMap((button, index) => buttonFaults(button, buttonName(index), CONSULTATION_TITLE_LIMIT)),
			];
		case 'userInfoRequest':
			return [
				...lengthFaults('Title', message.title, 100),
				...lengthFaults('Subtitle', message.subtitle, 500),
				...photoFaults(message.imageUrl, 'image'),
			];
	}
}

function photoFaults(url: string, media: 'image' | 'gif'): string[] {
	if (url === '') return ['Image URL is empty'];
	return pictureFaults('Image URL', url, media === 'gif' ? ANIMATED : undefined);
}
