import { customerTextFault } from '../customerText';
import { codePointLength, holdsUnprintable, isBlank } from '../text';

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

/** @returns whether the text is the https address of a picture in one of the forms, JPG and PNG where none are given */
export function isImageUrl(text: string, forms: RegExp = /\.(?:jpe?g|png)$/i): boolean {
	return /^https:\/\/[^\s/$.?#][^\s]*$/i.test(text) && !holdsUnprintable(text) && forms.test(text.split(/[?#]/)[0] ?? '');
}
