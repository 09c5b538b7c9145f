import { maskNumbers, maskPhone } from './mask';

/** Code points that a message quotes at most. */
const QUOTED = 60;

/** A text that is in NFC, whatever its length. */
const ASCII = /^\p{ASCII}*$/u;

/** More marks in a row than any language has; where a row begins is said, or it would be tried from each of its marks. */
const MANY_MARKS = /(?<![^\P{M}\u034F])[^\P{M}\u034F]{31,}/gu;

/** As many marks as may stand in a row, where another one follows. */
const ENOUGH_MARKS = /.{30}(?=.)/gsu;

/** What no message and no ID holds: controls that show nothing (all but tabs and line breaks), and halves of a character. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** What is more than text in a title or a log: controls, line breaks, marks that turn the reading direction. */
const ACTIVE = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * @returns the text in Unicode NFC, the form in which Zalo counts characters (zalo.md 4.1). Marks without end are
 * broken up as Unicode does it (UAX 15, stream-safe text): sorting 200,000 of them would block n8n for a minute.
 */
export function toNfc(text: string): string {
	if (ASCII.test(text)) return text;
	return text.replace(MANY_MARKS, (marks) => marks.replace(ENOUGH_MARKS, '$&\u034F')).normalize('NFC');
}

/** Spaces, and marks without a width that pages and chats leave at the ends of what is copied. */
const EDGE = /\u034F|[\s\p{Z}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** @returns the text without spaces and without marks that nobody sees at its ends */
export function trimmed(text: string): string {
	let from = 0;
	let to = text.length;
	while (from < to && EDGE.test(text.charAt(from))) from++;
	while (to > from && EDGE.test(text.charAt(to - 1))) to--;
	return text.slice(from, to);
}

/** Letters and marks that show nothing where they stand alone: fillers, blank Braille, variation selectors. */
const NOTHING_TO_SEE = /\u034F|\u115F|\u1160|\u2800|\u3164|\uFFA0|[\uFE00-\uFE0F]|\p{Cf}/gu;

/** @returns whether there is nothing to see: spaces, and marks without a width such as U+200B */
export function isBlank(text: string): boolean {
	return trimmed(text.replace(NOTHING_TO_SEE, '')) === '';
}

/** @returns whether the text holds a character that nobody can see, or half of one, as a text that was cut in an emoji */
export function holdsUnprintable(text: string): boolean {
	return UNPRINTABLE.test(text);
}

/** @returns whether the text holds half of a character, as one that was cut in an emoji */
export function holdsHalfCharacter(text: string): boolean {
	return !text.isWellFormed();
}

/**
 * @returns whether a number has all its digits as text: a longer one than JavaScript can hold was rounded
 * before it came here, and others become texts such as `1e-7`
 */
export function isExact(value: number): boolean {
	return Number.isInteger(value) ? Number.isSafeInteger(value) : /^-?\d+\.\d+$/.test(String(value));
}

/** @returns the text with halves of characters replaced, as browsers do it: they cannot be encoded for a request */
export function wellFormed(text: string): string {
	return text.toWellFormed();
}

/** @returns the length of the text in code points after NFC, as limits of templates are meant (zalo.md 4.1) */
export function codePointLength(text: string): number {
	// Each pair of surrogates is one; a list of all code points would take a hundred times the memory.
	return toNfc(text).replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '-').length;
}

/** @returns the value quoted for a message, cut so that a message stays readable, and without phone numbers in full */
export function quote(value: unknown): string {
	const shown = maskNumbers(cut(typeof value === 'string' ? value : toText(value)));
	// Controls are shown by six characters each.
	return `"${shown.length > 2 * QUOTED ? `${shown.slice(0, 2 * QUOTED)}…` : shown}"`;
}

/** @returns what was given for a phone number or a Zalo user ID, quoted for a message and masked whatever its form */
export function quotePhone(value: string): string {
	return `"${maskPhone(cut(value))}"`;
}

/** @returns the text in one line, cut after so many code points; what is more than text is shown as JSON escapes it */
export function cut(text: string, most = QUOTED): string {
	// A code point has two units at most, so the rest of a long text need not be looked at.
	const points = Array.from(text.slice(0, 2 * (most + 1)));
	const shown = points.length > most ? `${points.slice(0, most).join('')}…` : text;
	return shown.replace(ACTIVE, escaped);
}

function escaped(character: string): string {
	const json = JSON.stringify(character).slice(1, -1);
	return json === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : json;
}

function toText(value: unknown): string {
	if (typeof value === 'bigint') return String(value);
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		// Circular objects: JSON cannot hold them.
		return Object.prototype.toString.call(value);
	}
}
