import { quote } from '../../../domain/text';
import { webUrlFault } from '../../../domain/zalo/rules';

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
	const imageFault = imageUrl === '' ? undefined : (webUrlFault(imageUrl) ?? (/^https:/i.test(imageUrl) ? undefined : 'must start with https://'));
	if (imageFault !== undefined) return [`Image URL ${quote(imageUrl)} ${imageFault}`, adviceFor('Image URL')];
	const buttonFault = button ? webUrlFault(buttonUrl) : undefined;
	return buttonFault === undefined ? undefined : [`Button URL ${quote(buttonUrl)} ${buttonFault}`, adviceFor('Button URL')];
}

function adviceFor(label: string): string {
	return `Give the whole address in '${label}', e.g. https://myshop.vn/orders/DH001.`;
}
