import { refuse } from '../../../domain/checked';
import { parsePhone } from '../../../domain/phone';
import { quote, quotePhone } from '../../../domain/text';
import type { Kind } from './kind';
import { text } from './text';

/** @returns a reader of IDs of digits, as text; `personal` where it stands for a person, so that messages mask it */
export function digits(most: number, { personal = false } = {}): Kind<string> {
	return (given, timezone) => {
		const read = text(given, timezone);
		if (!read.ok || (/^\d+$/.test(read.value) && read.value.length <= most)) return read;
		return refuse(`${personal ? quotePhone(read.value) : quote(read.value)} is not an ID: it has digits only, at most ${most}`);
	};
}

/** @returns a reader of IDs of digits and plain letters */
export function digitsAndLetters(most: number): Kind<string> {
	return (given, timezone) => {
		const read = text(given, timezone);
		if (!read.ok || (/^[0-9A-Za-z]+$/.test(read.value) && read.value.length <= most)) return read;
		return refuse(`${quote(read.value)} is not an ID: it has digits and letters only, at most ${most}`);
	};
}

/** ID of Zalo or of eSMS. */
export const id = digits(20);

const userDigits = digits(20, { personal: true });

/** ID of a user of Zalo, which stands for a person (esms.md 3.2). It has more digits than a phone number, with which people confuse it. */
export const zaloUserId: Kind<string> = (given, timezone) => {
	const written = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
	// Spreadsheets drop the leading 0.
	if (!parsePhone(written).ok && !parsePhone(`0${written}`).ok) return userDigits(given, timezone);
	return {
		...refuse(`${quotePhone(written)} is a phone number, not a Zalo user ID`),
		advice: 'Give the ID by which the Official Account knows this customer, e.g. from a webhook of Zalo, or send to the phone number instead.',
	};
};
