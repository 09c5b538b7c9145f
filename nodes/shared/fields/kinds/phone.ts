import { parsePhone } from '../../../domain/phone';
import type { Kind } from './kind';

/** A Vietnamese mobile number, in national form. */
export const phone: Kind<string> = (given) => {
	const read = parsePhone(given);
	return read.ok ? read : { ok: false, fault: `: ${read.fault}` };
};
