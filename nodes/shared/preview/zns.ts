import type { Template, TemplatePrice } from '../../domain/template';
import type { Html, Part } from './html';
import { button, card, note, rows } from './page';
import { templateContent } from './templateContent';

/** A ZNS whose values were checked. */
export interface ZnsPicture {
	/** Who describes the template, as people name it. */
	provider: string;
	/** Official Account as the customer knows it, or its ID. */
	officialAccount: string;
	template: Template;
	/** Values by name, as they are sent. */
	values: Record<string, string>;
	/** How it is sent: prices depend on it. */
	by?: keyof TemplatePrice;
}

/** `{{name}}`, as the content of templates has it (esms.md 10.10). */
const PLACEHOLDER = /\{\{([^{}]{1,100})\}\}/g;

/**
 * Draws a ZNS from the content and the buttons of its template (esms.md 10.10, 10.11). Values that these do
 * not show stand in a table below; where the provider gives no content, all do.
 */
export function znsPicture({ provider, officialAccount, template, values, by = 'phone' }: ZnsPicture): Html {
	const { content = '', buttons = [], previewUrl } = template.look ?? {};
	const price = template.price?.[by];
	const shown = new Set<string>();
	const fill = (text: string) => filled(text, values, shown);
	const body = content.trim() === '' ? undefined : templateContent(content, fill);
	const drawnButtons = buttons.map(({ title, target }) => button(fill(title), fill(target)));
	const others = Object.entries(values).filter(([name]) => !shown.has(name));
	const isWhole = body !== undefined;
	return card({
		sender: officialAccount,
		body: [body, ...(isWhole || others.length === 0 ? [] : [rows(others)])],
		buttons: drawnButtons,
		note: [
			note(`Template: ${template.name} (${template.id})`),
			isWhole ? undefined : note(`${provider} gives no text for this template, so only its parameters are shown.`),
			previewUrl === undefined ? undefined : note(`${provider} shows the template at ${previewUrl}`),
			price === undefined ? undefined : note(`Price: ${price} VND`),
			isWhole && others.length > 0 ? [note('Parameters that the text does not show:'), rows(others)] : undefined,
		] as Part[],
	});
}

/** @returns the text with the values in their places; a place without a value stays visible */
function filled(text: string, values: Record<string, string>, shown: Set<string>): string {
	return text.replace(PLACEHOLDER, (whole, inner: string) => {
		const name = inner.trim();
		if (!Object.hasOwn(values, name)) return whole;
		shown.add(name);
		return values[name] as string;
	});
}
