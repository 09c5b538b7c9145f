import { refuse } from '../../../domain/checked';
import { quote } from '../../../domain/text';
import type { Kind } from './kind';
import { text } from './text';

/** By this field n8n tells items that failed (n8n.md 5.3). */
const OF_FAILED = 'error';

/** The name of a field that an item gets. */
export const fieldName: Kind<string> = (given, timezone) => {
	const read = text(given, timezone);
	return read.ok && read.value === OF_FAILED ? refuse(`is ${quote(OF_FAILED)}, the field of items that failed`) : read;
};
