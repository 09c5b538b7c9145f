import { pass, refuse } from '../../../domain/checked';
import { quote, trimmed } from '../../../domain/text';
import type { Kind } from './kind';

/** Yes or no; a table gives it as text. */
export const flag: Kind<boolean> = (given) => {
	if (typeof given === 'boolean') return pass(given);
	const said = typeof given === 'string' ? trimmed(given).toLowerCase() : given;
	if (said === 'true') return pass(true);
	if (said === 'false') return pass(false);
	return refuse(`is ${quote(given)}, where true or false is meant`);
};
