import { refuse } from '../../../domain/checked';
import { machineTimeFault } from '../../../domain/dates';
import { holdsUnprintable } from '../../../domain/text';
import type { Kind } from './kind';
import { text } from './text';

/** A text that a customer reads: no date as programs write it, and no character that cannot be shown. */
export const customerText: Kind<string> = (given, timezone) => {
	const read = text(given, timezone);
	if (!read.ok) return read;
	const fault = holdsUnprintable(read.value) ? 'holds a character that cannot be shown' : machineTimeFault(read.value);
	return fault === undefined ? read : refuse(fault);
};
