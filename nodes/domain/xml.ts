/** Characters that XML 1.0 cannot hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\r': '&#13;' };

/** @returns the text as it may stand inside an XML element or attribute; what XML cannot hold is left out */
export function escapeXml(text: string): string {
	return text.replace(FORBIDDEN, '').replace(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? character);
}
