import { escapeXml } from '../../domain/xml';

/** Markup that is safe to show. Only this file makes it, and it escapes every text. */
class Html {
	constructor(readonly markup: string) {}
}
export type { Html };

/** What may stand in a place of a template: markup of our own, or text, which never becomes markup. */
export type Part = Html | string | number | undefined | readonly Part[];

/** Tags that the content of a provider may keep; they get no attribute but a class of ours. */
export const KEPT_TAGS = [
	'b', 'br', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'i', 'li', 'ol', 'p', 'span', 'strong', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'u', 'ul',
] as const;
export type KeptTag = (typeof KEPT_TAGS)[number];

/** Classes that it may carry. */
export type LookClass = 'bold' | 'center' | 'right';

/** @returns the template with its places filled; places in attributes must stand in double quotes */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(strings.map((text, at) => text + toMarkup(parts[at])).join(''));
}

/** @returns an element that a provider may have in its content */
export function element(tag: KeptTag, classes: readonly LookClass[], children: readonly Part[]): Html {
	const open = classes.length === 0 ? tag : `${tag} class="${classes.join(' ')}"`;
	return new Html(tag === 'br' ? '<br>' : `<${open}>${toMarkup(children)}</${tag}>`);
}

function toMarkup(part: Part): string {
	if (part === undefined) return '';
	if (part instanceof Html) return part.markup;
	if (typeof part === 'string' || typeof part === 'number') return escapeXml(String(part));
	return part.map(toMarkup).join('');
}
