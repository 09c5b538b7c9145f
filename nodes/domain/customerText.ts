import { machineTimeFault, type DateOrder } from './dates';
import { leftOverFault } from './leftOver';
import { holdsUnprintable } from './text';

/**
 * The one rule for what no customer shall read: characters that cannot be shown, what an expression leaves where it met nothing,
 * dates as programs write them.
 *
 * @param order of day and time in what is shown as good
 * @returns what is wrong with the text, as the rest of a sentence that begins with its name; undefined where nothing is
 */
export function customerTextFault(text: string, order?: DateOrder): string | undefined {
	return holdsUnprintable(text) ? 'holds a character that cannot be shown' : (leftOverFault(text) ?? machineTimeFault(text, order));
}
