import { toNfc, trimmed } from '../text';

/** What pages, word processors and spreadsheets write where people mean a plain character. */
const TYPOGRAPHIC: Array<[RegExp, string]> = [
	[/[\p{Zs}\u2800]/gu, ' '],
	[/[\v\f\x85\u2028\u2029]/g, '\n'],
	[/[‘’‚‛‹›′ʹʼ´]/g, "'"],
	[/[“”„‟«»″〝〞〟]/g, '"'],
	[/[\p{Pd}−⁃]/gu, '-'],
	[/…/g, '...'],
	[/‥/g, '..'],
];

/** Letters as wide as a Chinese character, and how far they are from the usual ones. */
const FULL_WIDTH = /[！-～]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Characters that show nothing, such as U+200B or the marks of a reading direction. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** eSMS sends plain text without diacritics (esms.md 7.1), so all that is not ASCII needs another kind of SMS. */
const BEYOND_PLAIN = /[^\t\n\r\x20-\x7e]/u;

/** What a message names at most. */
const MOST_NAMED = 3;

/** What has no picture of its own that a message could quote. */
const NAMES: Array<[RegExp, string]> = [
	[/\p{Cc}/u, 'control character'],
	[/\p{M}/u, 'combining mark'],
	[/\p{Co}/u, 'private-use character'],
	[/\p{C}/u, 'character that cannot be shown'],
];

/** @returns the text as a plain SMS can carry it, as far as nothing is lost: typographic characters plain, invisible ones gone */
export function toPlain(text: string): string {
	const plain = TYPOGRAPHIC.reduce((done, [from, to]) => done.replace(from, to), toNfc(text));
	const usual = plain.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET));
	return trimmed(toNfc(usual.replace(INVISIBLE, '')));
}

/** @returns what a plain SMS cannot carry, each character once, with its place, e.g. `"đ", 2nd word`; undefined where there is nothing */
export function beyondPlain(text: string): string | undefined {
	if (!BEYOND_PLAIN.test(text)) return undefined;
	const places = new Map<string, number>();
	for (const [at, word] of text.split(/\s+/).entries()) {
		for (const character of word) if (BEYOND_PLAIN.test(character) && !places.has(character)) places.set(character, at + 1);
	}
	if (places.size === 0) return undefined;
	const named = [...places].slice(0, MOST_NAMED).map(([character, word]) => `${nameOf(character)}, ${ordinal(word)} word`);
	return `${named.join('; ')}${places.size > MOST_NAMED ? `; and ${places.size - MOST_NAMED} more` : ''}`;
}

function nameOf(character: string): string {
	const name = NAMES.find(([form]) => form.test(character))?.[1];
	return name === undefined ? `"${character}"` : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} ${name}`;
}

function ordinal(count: number): string {
	const teen = count % 100 > 10 && count % 100 < 14;
	return `${count}${(!teen && ['th', 'st', 'nd', 'rd'][count % 10]) || 'th'}`;
}
