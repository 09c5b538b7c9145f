import { DateTime } from 'luxon';
import { pass, refuse, type Checked } from './checked';
import { shownDate, type DateOrder } from './dates';
import { holdsHalfCharacter, isExact, quote, toNfc, trimmed } from './text';

/** A number of JavaScript is sure of so many digits. */
const MEANT_DIGITS = 15;

/** A figure by itself within a text, such as an amount; in a link or an ID it may mean what it says. */
const FIGURE = /(?<![^\s\p{Ps}\p{Sc}:])-?\d{1,12}\.\d{3,}(?:e-\d+)?(?!\d|\.\d)/gu;

/** So many digits and more a calculation leaves: before its last ones, all are 0 or 9. */
const NOISE_DIGITS = 4;

/** Of what is larger, rounding would take digits that somebody may mean. */
const LARGEST_FRACTION = 1e12;

/**
 * Reads a text: in NFC, without what nobody sees at its ends. A number and a date become text as people write them.
 *
 * @param order of day and time where a date has one
 * @returns the text, or what is wrong with the value as the rest of a sentence that begins with its name
 */
export function asText(given: unknown, order?: DateOrder): Checked<string> {
	switch (typeof given) {
		case 'string':
			return holdsHalfCharacter(given) ? refuse('holds half of a character, as a text that was cut in an emoji') : pass(toNfc(trimmed(given)).replace(FIGURE, withoutNoiseIn));
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
	const number = withoutNoise(given);
	return isExact(number) ? pass(String(number)) : refuse(`is ${quote(String(given))}, which was rounded, because it came as a number: give it as text`);
}

/** A calculation leaves digits that nobody means: 150000 * 1.1 is 165000.00000000003. No figure with a fraction that people write has so many. */
function withoutNoise(number: number): number {
	// Nobody writes a figure that small: 0.1 + 0.2 - 0.3 is 5.551115123125783e-17.
	if (Math.abs(number) < 1 / LARGEST_FRACTION) return 0;
	return Number.isInteger(number) || Math.abs(number) >= LARGEST_FRACTION ? number : Number(number.toPrecision(MEANT_DIGITS));
}

/** The same where an expression put the number into a text: `Tổng: 165000.00000000003 đ`. */
function withoutNoiseIn(figure: string): string {
	const number = Number(figure);
	const meant = String(withoutNoise(number));
	return String(number) === figure && figure.length - meant.length >= NOISE_DIGITS ? meant : figure;
}

function dateAsText(given: Date | DateTime, order?: DateOrder): Checked<string> {
	const date = DateTime.isDateTime(given) ? given : DateTime.fromJSDate(given);
	return date.isValid ? pass(shownDate(date, order)) : refuse('is a date that could not be read: give the date as it is in your data');
}
