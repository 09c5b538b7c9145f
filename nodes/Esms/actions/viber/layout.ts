import { quote } from '../../../domain/text';
import { isWebUrl } from '../../../domain/zalo/rules';

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
 * @returns what is wrong in words for the user, undefined where nothing is
 */
export function layoutFault({ content, imageUrl, buttonLabel, buttonUrl }: ViberParts): string | undefined {
	if (buttonLabel !== '' && buttonUrl === '') return 'Button URL is empty, but the button has a label';
	if (buttonLabel === '' && buttonUrl !== '') return 'Button Label is empty, but the button has a URL';
	const button = buttonLabel !== '';
	if (content === '' && imageUrl === '') return button ? 'A button needs a text' : 'Content is empty, and there is no image';
	if (content === '' && button) return 'An image with a button needs a text too';
	if (content !== '' && imageUrl !== '' && !button) return 'A text with an image needs a button too';
	// The English page asks for https.
	if (imageUrl !== '' && !(/^https:/i.test(imageUrl) && isWebUrl(imageUrl))) return `Image URL ${quote(imageUrl)} must start with https://`;
	if (button && !isWebUrl(buttonUrl)) return `Button URL ${quote(buttonUrl)} is not a URL, it must start with https://`;
	return undefined;
}
