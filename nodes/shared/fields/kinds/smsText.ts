import { beyondPlain, toPlain } from '../../../domain/sms/plain';
import { pass, refuse } from '../../../domain/checked';
import { customerText } from './customerText';
import type { Kind } from './kind';

const WITHOUT = 'Write it without diacritics and symbols';

/**
 * @param advice what to do about a text that stays beyond what a plain SMS can carry
 * @returns a reader of texts of a plain SMS: what only typography makes different becomes plain
 */
export function plainText(advice = `${WITHOUT}.`): Kind<string> {
	return (given, timezone) => {
		const read = customerText(given, timezone);
		if (!read.ok) return read;
		const plain = toPlain(read.value);
		// Characters that show nothing are all that it had.
		if (plain === '') return { ...refuse('is empty'), advice: 'Write something that can be read.' };
		const beyond = beyondPlain(plain);
		return beyond === undefined ? pass(plain) : { ...refuse(`holds what a plain SMS cannot carry: ${beyond}`), advice };
	};
}

/** @returns a reader of texts of an SMS that has a switch for diacritics, by its label */
export function smsText(unicode: boolean, switchLabel: string): Kind<string> {
	return unicode ? customerText : plainText(`${WITHOUT}, or switch '${switchLabel}' on.`);
}
