import { refuse } from '../../../domain/checked';
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

/** ID of Zalo or of eSMS. */
export const id = digits(20);

/** ID of a user of Zalo, which stands for a person (esms.md 3.2). */
export const zaloUserId = digits(20, { personal: true });
