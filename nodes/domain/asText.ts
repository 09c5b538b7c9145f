import { DateTime } from 'luxon';
import { pass, refuse, type Checked } from './checked';
import { shownDate, type DateOrder } from './dates';
import { holdsHalfCharacter, isExact, quote, toNfc, trimmed } from './text';

/**
 * Reads a text: in NFC, without what nobody sees at its ends. A number and a date become text as people write them.
 *
 * @param order of day and time where a date has one
 * @returns the text, or what is wrong with the value as the rest of a sentence that begins with its name
 */
export function asText(given: unknown, order?: DateOrder): Checked<string> {
	switch (typeof given) {
		case 'string':
			return holdsHalfCharacter(given) ? refuse('holds half of a character, as a text that was cut in an emoji') : pass(toNfc(trimmed(given)));
		case 'bigint':
			return pass(String(given));
		case 'number':
			return numberAsText(given);
		case 'boolean':
			return refuse(`is ${given}, where a text is meant`);
		case 'object':
			break;
		default:
			return refuse(`is of type ${typeof given}, where a text is meant`);
	}
	if (given instanceof Date || DateTime.isDateTime(given)) return dateAsText(given, order);
	return refuse(`is ${Array.isArray(given) ? 'a list' : 'an object'}, where a text is meant`);
}

function numberAsText(given: number): Checked<string> {
	if (!Number.isFinite(given)) return refuse(`is ${given}, which is no number: check the calculation that it comes from`);
	return isExact(given) ? pass(String(given)) : refuse(`is ${quote(String(given))}, which was rounded, because it came as a number: give it as text`);
}

function dateAsText(given: Date | DateTime, order?: DateOrder): Checked<string> {
	const date = DateTime.isDateTime(given) ? given : DateTime.fromJSDate(given);
	return date.isValid ? pass(shownDate(date, order)) : refuse('is a date that could not be read: give the date as it is in your data');
}
