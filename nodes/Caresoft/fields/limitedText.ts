import { refuse } from '../../domain/checked';
import { codePointLength } from '../../domain/text';
import { customerText } from '../../shared/fields/kinds/customerText';
import type { Kind } from '../../shared/fields/kinds/kind';

/** @returns a reader of texts of at most so many characters, counted as they are read */
export function textUpTo(most: number): Kind<string> {
	return (given, timezone) => {
		const read = customerText(given, timezone);
		const length = read.ok ? codePointLength(read.value) : 0;
		return length <= most ? read : { ...refuse(`has ${length} characters, CareSoft allows ${most}`), advice: 'Shorten it for this item.' };
	};
}

/** The name of a contact (caresoft.md 6.1). */
export const contactName = textUpTo(255);
