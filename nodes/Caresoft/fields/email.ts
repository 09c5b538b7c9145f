import { refuse } from '../../domain/checked';
import { quote } from '../../domain/text';
import type { Kind } from '../../shared/fields/kinds/kind';
import { text } from '../../shared/fields/kinds/text';

/** An email address, as far as CareSoft can be asked about it. */
export const email: Kind<string> = (given, timezone) => {
	const read = text(given, timezone);
	return !read.ok || /^[^\s@]+@[^\s@]+$/.test(read.value) ? read : refuse(`${quote(read.value)} is not an email address`);
};
