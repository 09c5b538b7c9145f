import { customerTextFault } from '../customerText';
import { leftOverFault } from '../leftOver';
import { codePointLength, holdsUnprintable, isBlank, quote } from '../text';

/** @returns what is wrong with a required text that a customer reads; its length is counted in NFC code points. Empty where nothing is. */
export function lengthFaults(field: string, text: string, limit: number): string[] {
	if (isBlank(text)) return [`${field} is empty`];
	const fault = customerTextFault(text);
	if (fault !== undefined) return [`${field} ${fault}`];
	const length = codePointLength(text);
	return length > limit ? [`${field} has ${length} characters, Zalo allows ${limit}${lineBreaks(text)}`] : [];
}

/** Whoever typed a line break counts one character, but it goes out as several (esms.md 5, 6.4). */
function lineBreaks(text: string): string {
	const [first = '', ...more] = text.match(/<br>|\r\n/g) ?? [];
	if (first === '') return '';
	return more.length === 0 ? `; its line break counts as ${first.length}` : `; each of its ${more.length + 1} line breaks counts as ${first.length}`;
}

/** An address with a host, without spaces. */
const WEB_URL = /^https?:\/\/[^\s/$.?#][^\s]*$/i;

/** @returns what is wrong with the address of a page, as the rest of a sentence that begins with it; undefined where nothing is */
export function webUrlFault(url: string): string | undefined {
	if (holdsUnprintable(url)) return 'holds a character that cannot be shown';
	if (WEB_URL.test(url)) return undefined;
	return spaceFault(url) ?? 'is not a URL, it must start with https://';
}

/** A value that an expression puts into an address may hold spaces: it starts with https://, and is none all the same. */
function spaceFault(url: string): string | undefined {
	return /^https?:\/\/\S*\s/i.test(url) ? 'holds a space or a line break, where an address ends: put encodeURIComponent() around the value that has it, or write %20' : undefined;
}

/**
 * @param forms endings of the address, and how they are called
 * @returns what is wrong with the https address of a picture; one that holds `undefined` shows nothing
 */
export function pictureFaults(field: string, url: string, [forms, names]: [RegExp, string] = [/\.(?:jpe?g|png)$/i, 'JPG or PNG']): string[] {
	const leftOver = leftOverFault(url);
	if (leftOver !== undefined) return [`${field} ${leftOver}`];
	const isPicture = /^https:/i.test(url) && webUrlFault(url) === undefined && forms.test(url.split(/[?#]/)[0] ?? '');
	return isPicture ? [] : [`${field} ${quote(url)} ${spaceFault(url) ?? `is not the https address of a ${names} picture`}`];
}
