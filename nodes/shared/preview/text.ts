import { codePointLength } from '../../domain/text';
import { html, type Html } from './html';
import { button, card, note, placeOfPicture } from './page';

/**
 * Draws an SMS.
 *
 * @param sender brandname, or what stands in its place
 */
export function smsPicture(sender: string, content: string): Html {
	// How many parts the networks count is not documented, so the length is all that is said.
	const length = codePointLength(content);
	return html`<div class="phone"><p class="sender">${sender}</p><div class="sms">${content}</div>${note(`${length} ${length === 1 ? 'character' : 'characters'}`)}</div>`;
}

/** A Viber message in one of its four layouts (esms.md 7.3). */
interface ViberPicture {
	brandname: string;
	content: string;
	imageUrl?: string;
	button?: { label: string; url: string };
}

export function viberPicture({ brandname, content, imageUrl, button: given }: ViberPicture): Html {
	return card({
		sender: brandname,
		body: content === '' ? undefined : html`<p class="text">${content}</p>`,
		top: imageUrl === undefined ? undefined : placeOfPicture(imageUrl),
		buttons: given && button(given.label, given.url),
	});
}

/** Draws what has no picture of its own, such as a call: a line on what happens, and the text or values that are known. */
export function plainPicture(what: string, parts: readonly string[]): Html {
	return card({ sender: what, body: parts.map((part) => html`<p class="text">${part}</p>`) });
}
