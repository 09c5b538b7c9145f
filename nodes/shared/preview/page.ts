import { html, type Html, type Part } from './html';
import { STYLE } from './style';

/**
 * @param picture what the customer will see
 * @returns a page that stands alone: no script runs in it and nothing is loaded
 */
export function page(picture: Part): string {
	return `<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width"><title>Preview</title><style>${STYLE}</style></head><body>${
		html`<p class="notice">Preview: nothing was sent. Phones show it a little differently.</p>${picture}`.markup
	}</body></html>\n`;
}

/** A message in the chat of a sender. */
interface Card {
	sender: string;
	/** What stands above the text, over the whole width. */
	top?: Part;
	body: Part;
	buttons?: Part;
	/** Said below the message. */
	note?: Part;
}

/** @returns the message as Zalo and Viber frame it */
export function card({ sender, top, body, buttons, note }: Card): Html {
	return html`<div class="phone"><p class="sender">${sender}</p><div class="card">${top}<div class="body">${body}</div>${buttons}</div>${note}</div>`;
}

/** @returns rows of names and values */
export function rows(entries: ReadonlyArray<readonly [name: string, value: Part]>): Html {
	return html`<table>${entries.map(([name, value]) => html`<tr><td>${name}</td><td class="value">${value}</td></tr>`)}</table>`;
}

/** @returns a button, with what it does in small print */
export function button(title: string, effect: string): Html {
	return html`<div class="button">${title}<span class="small">${effect}</span></div>`;
}

/** @returns the place of a picture, which is never fetched */
export function placeOfPicture(url: string): Html {
	return html`<div class="picture">Picture<span class="small">${url}</span></div>`;
}

/** @returns a line in small print */
export function note(text: Part): Html {
	return html`<p class="sender">${text}</p>`;
}
