import type { CallbackSettings } from '../callbackSettings.mjs';
import { shuffled } from '../shuffled.mjs';
import type { Parameter } from './callbackQuery.mjs';

/** The parameters of a callback in the order the settings ask for; the samples themselves vary (esms.md 12.3). */
export function inOrder(
	parameters: readonly Parameter[],
	{ first, parameterOrder }: Pick<CallbackSettings, 'first' | 'parameterOrder'>,
): Parameter[] {
	const ordered = parameterOrder === 'random' ? shuffled(parameters) : [...parameters];
	if (parameterOrder === 'reversed') ordered.reverse();
	const leads = ([name]: Parameter) => name.toLowerCase() === first.toLowerCase();
	return [...ordered.filter(leads), ...ordered.filter((parameter) => !leads(parameter))];
}
