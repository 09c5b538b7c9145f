import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { pass, refuse } from '../../../domain/checked';
import { quote, trimmed } from '../../../domain/text';
import type { Kind } from './kind';

/** @returns a reader of one of some words or numbers; a number may be given as text and a text as a number */
export function choice<const T extends string | number>(choices: readonly T[]): Kind<T> {
	return (given) => {
		const said = typeof given === 'string' ? trimmed(given) : given;
		const chosen = choices.find((one) => one === said || ((typeof said === 'number' || typeof said === 'string') && String(one) === String(said)));
		if (chosen !== undefined) return pass(chosen);
		return { ...refuse(`is ${quote(given)}, which is none of its choices`), advice: `Give one of these: ${choices.join(', ')}.` };
	};
}

/** @returns a reader of the entries of a field of options, by value or by the name that the editor shows */
export function choiceOf({ options = [] }: INodeProperties): Kind<string> {
	const entries = options as INodePropertyOptions[];
	const valueOf = choice(entries.map(({ value }) => String(value)));
	return (given, timezone) => {
		const named = entries.find(({ name }) => typeof given === 'string' && name.toLowerCase() === trimmed(given).toLowerCase());
		return named ? pass(String(named.value)) : valueOf(given, timezone);
	};
}
