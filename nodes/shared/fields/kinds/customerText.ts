import { refuse } from '../../../domain/checked';
import { customerTextFault } from '../../../domain/customerText';
import { leftOverFault } from '../../../domain/leftOver';
import type { Kind } from './kind';
import { text } from './text';

/** A text that a customer reads: nothing in it that an expression left over, no date as programs write it, no character that cannot be shown. */
export const customerText: Kind<string> = textWithout(customerTextFault);

/** A text that nobody need read, but that must be of this item: nothing in it that an expression left over. */
export const filledText: Kind<string> = textWithout(leftOverFault);

function textWithout(faultOf: (text: string) => string | undefined): Kind<string> {
	return (given, timezone) => {
		const read = text(given, timezone);
		const fault = read.ok ? faultOf(read.value) : undefined;
		return fault === undefined ? read : refuse(fault);
	};
}
