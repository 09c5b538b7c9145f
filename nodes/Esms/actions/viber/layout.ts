import { quote } from '../../../domain/text';
import { isWebUrl } from '../../../domain/zalo/rules';

const LAYOUTS = 'Viber has four layouts: text; text and button; image; text, image and button.';

/** What the user filled in; '' where nothing. */
export interface ViberParts {
	content: string;
	imageUrl: string;
	buttonLabel: string;
	buttonUrl: string;
}

/**
 * Checks that the parts make one of the four layouts of Viber: text, text and button, image,
 * or text, image and button (esms.md 7.3).
 *
 * @returns what is wrong in words for the user, and what to do; undefined where nothing is
 */
export function layoutFault({ content, imageUrl, buttonLabel, buttonUrl }: ViberParts): [fault: string, advice: string] | undefined {
	if (buttonLabel !== '' && buttonUrl === '') return ['Button URL is empty, but the button has a label', "Fill in 'Button URL', or empty 'Button Label'."];
	if (buttonLabel === '' && buttonUrl !== '') return ['Button Label is empty, but the button has a URL', "Fill in 'Button Label', or empty 'Button URL'."];
	const button = buttonLabel !== '';
	if (content === '' && imageUrl === '') return [button ? 'Content is empty, but the message has a button' : 'Content is empty, and there is no image', LAYOUTS];
	if (content === '' && button) return ['Content is empty, but the image has a button', LAYOUTS];
	if (content !== '' && imageUrl !== '' && !button) return ['The button is missing: a text with an image needs one', LAYOUTS];
	// The English page asks for https.
	if (imageUrl !== '' && !(/^https:/i.test(imageUrl) && isWebUrl(imageUrl))) return [`Image URL ${quote(imageUrl)} must start with https://`, adviceFor('Image URL')];
	if (button && !isWebUrl(buttonUrl)) return [`Button URL ${quote(buttonUrl)} is not a URL, it must start with https://`, adviceFor('Button URL')];
	return undefined;
}

function adviceFor(label: string): string {
	return `Give the whole address in '${label}', e.g. https://myshop.vn/orders/DH001.`;
}
