import type { CallbackSettings } from '../callbackSettings.mjs';
import type { Parameter } from './callbackQuery.mjs';

const COUNTERS = ['SendFailed', 'SendSuccess'];

/** The parameters of a callback without what the settings keep back. */
export function withheld(
	parameters: readonly Parameter[],
	{ counters, typeId, oaId }: Pick<CallbackSettings, 'counters' | 'typeId' | 'oaId'>,
): Parameter[] {
	const empty = new Set(counters === 'empty' ? COUNTERS : []);
	const absent = new Set(counters === 'missing' ? COUNTERS : []);
	if (typeId === 'missing') absent.add('TypeId');
	if (oaId === 'missing') absent.add('oaid');
	return parameters.filter(([name]) => !absent.has(name)).map(([name, value]) => [name, empty.has(name) ? '' : value]);
}
