import isEqual from 'lodash/isEqual';
import type { IExecuteFunctions } from 'n8n-workflow';
import { isUnset, type Kind } from '../fields/kinds/kind';
import { faultSentence, type Field } from '../fields/item';
import { isExpression, workedOut } from '../fields/written';
import { Refusal } from '../refusal';

/** Values that can be read wherever a node calls something. */
type Context = Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData' | 'getTimezone'>;

/**
 * Reads a setting that holds for all items of a run.
 *
 * @param field its name is the path of the parameter, e.g. `options.requestsPerSecond`
 * @param standard what it is where nothing is given; undefined where an expression must give something
 * @throws Refusal of the whole run where the value cannot be, or where an expression does not give the same for all items
 */
export function readSetting<T>(context: Context, field: Field, kind: Kind<T>, standard: T | undefined): T {
	// Most nodes hold a plain value, which costs a run of thousands nothing.
	const items = isExpression(context.getNode(), field.name) ? context.getInputData().map((_, item) => item) : [0];
	const [given, ...others] = items.map((item): unknown => workedOut(field.displayName, () => context.getNodeParameter(field.name, item, '')));
	const refuse = (message: string, advice: string) => new Refusal(context.getNode(), message, { advice: `${advice} Nothing was sent.` });
	if (others.some((other) => !isEqual(other, given))) {
		throw refuse(`${field.displayName} is not the same for all items`, `It holds for the whole run: let the expression in '${field.displayName}' give the same for every item.`);
	}
	if (isUnset(given)) {
		if (standard !== undefined) return standard;
		throw refuse(`${field.displayName} is empty`, `Let the expression in '${field.displayName}' give a value.`);
	}
	const checked = kind(given, context.getTimezone());
	if (checked.ok) return checked.value;
	throw refuse(faultSentence(field, checked.fault), checked.advice ?? `Correct '${field.displayName}'.`);
}
