import get from 'lodash/get';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { faultSentence, type Field } from '../fields/item';
import { isUnset, type Kind } from '../fields/kinds/kind';
import { Refusal } from '../refusal';

/** Where a trigger reads its settings: when it is activated, and at every call. */
export type TriggerContext = IHookFunctions | IWebhookFunctions;

/** An expression over an item, as the editor makes it of a field that is dragged or of a path that is pasted. */
const OVER_ITEM = /^=\s*\{\{\s*\$(?:json|input|item|node|\()[^]*\}\}\s*$/;

/**
 * Reads a setting of a trigger, or of a node that is called while it waits.
 *
 * @param field its name is the path of the parameter, e.g. `filters.channels`
 * @param standard what it is where nothing is given
 * @throws Refusal where the value cannot be
 */
export function triggerSetting<T>(context: TriggerContext, field: Field, kind: Kind<T>, standard: T): T {
	return readAs(context, field, context.getNodeParameter(field.name, ''), kind, standard);
}

/**
 * Reads a setting that names a place in an item. A trigger has no input for an expression over an item, which can only
 * be a path that was copied: it is read as it is written.
 *
 * @throws Refusal where the value cannot be
 */
export function placeSetting<T>(context: TriggerContext, field: Field, kind: Kind<T>, standard: T): T {
	const written: unknown = get(context.getNode().parameters, field.name);
	if (typeof written === 'string' && OVER_ITEM.test(written)) return readAs(context, field, written, kind, standard);
	return triggerSetting(context, field, kind, standard);
}

function readAs<T>(context: TriggerContext, field: Field, given: unknown, kind: Kind<T>, standard: T): T {
	if (isUnset(given)) return standard;
	const reading = kind(given, context.getTimezone());
	if (reading.ok) return reading.value;
	throw new Refusal(context.getNode(), faultSentence(field, reading.fault), { advice: reading.advice ?? `Correct '${field.displayName}'.` });
}
