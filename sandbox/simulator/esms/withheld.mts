import type { CallbackSettings } from '../callbackSettings.mjs';
import type { Parameter } from './callbackQuery.mjs';

const COUNTERS = ['SendFailed', 'SendSuccess'];

/** The parameters of a callback without what the settings keep back. */
export function withheld(parameters: readonly Parameter[], { counters }: Pick<CallbackSettings, 'counters'>): Parameter[] {
	const absent = new Set(counters === 'missing' ? COUNTERS : []);
	const empty = new Set(counters === 'empty' ? COUNTERS : []);
	return parameters.filter(([name]) => !absent.has(name)).map(([name, value]) => [name, empty.has(name) ? '' : value]);
}
