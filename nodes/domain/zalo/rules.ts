import { customerTextFault } from '../customerText';
import { leftOverFault } from '../leftOver';
import { codePointLength, holdsUnprintable, isBlank, quote } from '../text';

/** @returns what is wrong with a required text that a customer reads; its length is counted in NFC code points. Empty where nothing is. */
export function lengthFaults(field: string, text: string, limit: number): string[] {
	if (isBlank(text)) return [`${field} is empty`];
	const fault = customerTextFault(text);
	if (fault !== undefined) return [`${field} ${fault}`];
	const length = codePointLength(text);
	return length > limit ? [`${field} has ${length} characters, Zalo allows ${limit}`] : [];
}

/** @returns whether the text is the address of a page */
export function isWebUrl(text: string): boolean {
	return /^https?:\/\/[^\s/$.?#][^\s]*$/i.test(text) && !holdsUnprintable(text);
}

/**
 * @param forms endings of the address, and how they are called
 * @returns what is wrong with the https address of a picture; one that holds `undefined` shows nothing
 */
export function pictureFaults(field: string, url: string, [forms, names]: [RegExp, string] = [/\.(?:jpe?g|png)$/i, 'JPG or PNG']): string[] {
	const leftOver = leftOverFault(url);
	if (leftOver !== undefined) return [`${field} ${leftOver}`];
	const isPicture = /^https:\/\/[^\s/$.?#][^\s]*$/i.test(url) && !holdsUnprintable(url) && forms.test(url.split(/[?#]/)[0] ?? '');
	return isPicture ? [] : [`${field} ${quote(url)} is not the https address of a ${names} picture`];
}
