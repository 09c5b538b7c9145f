import { refuse } from '../../../domain/checked';
import { quote } from '../../../domain/text';
import type { Kind } from './kind';
import { text } from './text';

/** An email address, as far as one can tell without writing to it. */
export const email: Kind<string> = (given, timezone) => {
	const read = text(given, timezone);
	return !read.ok || /^[^\s@]+@[^\s@]+$/.test(read.value) ? read : refuse(`${quote(read.value)} is not an email address`);
};
