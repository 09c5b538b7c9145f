/** An element of an XML document; `text` is its own text, without that of its children. */
export interface XmlElement {
	name: string;
	text: string;
	children: XmlElement[];
}

/** The next piece at a position: declaration or comment, CDATA, a tag, or text. */
const TOKEN =
	/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<(?<close>\/?)(?<name>[A-Za-z_][\w.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(?<empty>\/?)>|(?<text>[^<]+)/y;
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));|&/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The root of a document, undefined when it is not well-formed. Attributes are checked and forgotten; there are no DTDs. */
export function parseXml(source: string): XmlElement | undefined {
	const document: XmlElement = { name: '', text: '', children: [] };
	const open: XmlElement[] = [document];
	const token = new RegExp(TOKEN);
	while (token.lastIndex < source.length) {
		const parts = token.exec(source)?.groups;
		if (!parts || !take(parts, open)) return undefined;
	}
	const [root, ...more] = document.children;
	const complete = open.length === 1 && more.length === 0 && document.text.trim() === '' && !FORBIDDEN.test(source);
	return complete ? root : undefined;
}

/** Adds one piece to the innermost open element; false when it does not fit. */
function take(parts: Readonly<Record<string, string | undefined>>, open: XmlElement[]): boolean {
	const inner = open.at(-1);
	if (!inner) return false;
	const { cdata, name, text } = parts;
	if (name !== undefined) return takeTag(name, parts, inner, open);
	const more = cdata ?? (text === undefined ? '' : decode(text));
	if (more === undefined) return false;
	inner.text += more;
	return true;
}

function takeTag(name: string, parts: Readonly<Record<string, string | undefined>>, inner: XmlElement, open: XmlElement[]): boolean {
	if (parts.close !== '') {
		open.pop();
		return inner.name === name && parts.empty === '';
	}
	const element: XmlElement = { name, text: '', children: [] };
	inner.children.push(element);
	if (parts.empty === '') open.push(element);
	return true;
}

/** Text with its entities replaced, undefined for an ampersand that begins none. */
function decode(text: string): string | undefined {
	let fine = true;
	const decoded = text.replace(ENTITY, (_, decimal?: string, hex?: string, name?: string) => {
		const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
		const character = name === undefined ? characterOf(code) : NAMED[name];
		fine &&= character !== undefined;
		return character ?? '';
	});
	return fine ? decoded : undefined;
}

function characterOf(code: number): string | undefined {
	if (Number.isNaN(code) || code > 0x10_ff_ff) return undefined;
	const character = String.fromCodePoint(code);
	return FORBIDDEN.test(character) ? undefined : character;
}

/** The text of the first child of that name, '' without one. */
export function childText(element: XmlElement, name: string): string {
	return element.children.find((child) => child.name === name)?.text ?? '';
}
