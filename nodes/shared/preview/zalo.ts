import type { TransactionContent, TransactionElement } from '../../domain/transaction/message';
import { STATUS_COLOURS } from '../../domain/transaction/types';
import type { ZaloButton } from '../../domain/zalo/button';
import type { Consultation } from '../../domain/zalo/consultation';
import { html, type Html } from './html';
import { button, card, placeOfPicture } from './page';

/** Draws a transaction message from its elements, from top to bottom (esms.md 6.4). */
export function transactionPicture(officialAccount: string, { elements, buttons = [] }: TransactionContent): Html {
	return card({ sender: officialAccount, body: elements.map(drawn), buttons: buttons.map(drawnButton) });
}

/** Draws a consultation message in its form (esms.md 5.1 to 5.4). */
export function consultationPicture(officialAccount: string, content: Consultation): Html {
	switch (content.form) {
		case 'text':
			return card({ sender: officialAccount, body: text(content.text) });
		case 'photo':
			return card({ sender: officialAccount, top: placeOfPicture(content.imageUrl), body: text(content.text) });
		case 'buttons':
			return card({ sender: officialAccount, body: text(content.text), buttons: content.buttons.map(drawnButton) });
		case 'userInfoRequest':
			return card({
				sender: officialAccount,
				top: placeOfPicture(content.imageUrl),
				body: [html`<p class="header">${content.title}</p>`, text(content.subtitle)],
			});
	}
}

function drawn(element: TransactionElement): Html {
	switch (element.type) {
		case 'banner':
			return placeOfPicture(element.image_url);
		case 'header':
			return html`<p class="header ${sideOf(element.align)}">${lines(element.content)}</p>`;
		case 'text':
			return text(element.content, element.align);
		case 'table':
			return html`<table>${element.content.map(
				({ key, value, style }) => html`<tr><td>${key}</td><td class="value ${colourOf(style)}">${value}</td></tr>`,
			)}</table>`;
	}
}

function text(content: string, align?: string): Html {
	return html`<p class="text ${sideOf(align)}">${lines(content)}</p>`;
}

/** Zalo reads `<br>` as a new line; no other markup is documented (esms.md 6.4). */
function lines(content: string): string {
	return content.replace(/<br\s*\/?>|\r\n/gi, '\n');
}

function sideOf(align = ''): string {
	return align === 'center' || align === 'right' ? align : '';
}

function colourOf(style = ''): string {
	return STATUS_COLOURS.find((colour) => colour === style) ?? '';
}

function drawnButton({ title, type, payload }: ZaloButton): Html {
	switch (type) {
		case 'oa.open.url':
			return button(title, payload.url);
		case 'oa.query.show':
			return button(title, `Sends "${payload}"`);
		case 'oa.query.hide':
			return button(title, `Sends "${payload}", hidden from the customer`);
		case 'oa.open.sms':
			return button(title, `SMS to ${payload.phone_code}: ${payload.content}`);
		case 'oa.open.phone':
			return button(title, `Calls ${payload.phone_code}`);
	}
}
