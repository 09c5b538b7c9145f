/** @returns the text in Unicode NFC, the form in which Zalo counts characters (zalo.md 4.1) */
export function toNfc(text: string): string {
	return text.normalize('NFC');
}

/** @returns the length of the text in code points after NFC, as limits of templates are meant (zalo.md 4.1) */
export function codePointLength(text: string): number {
	return Array.from(toNfc(text)).length;
}

/** @returns the value quoted for a message, cut after 60 code points so that a message stays readable */
export function quote(value: unknown): string {
	const text = typeof value === 'string' ? value : toText(value);
	const points = Array.from(text);
	return `"${points.length > 60 ? `${points.slice(0, 60).join('')}…` : text}"`;
}

function toText(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		// Circular objects and big integers: JSON cannot hold them.
		return Object.prototype.toString.call(value);
	}
}
