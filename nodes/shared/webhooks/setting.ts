import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { faultSentence, type Field } from '../fields/item';
import { isUnset, type Kind } from '../fields/kinds/kind';
import { Refusal } from '../refusal';

/** Where a trigger reads its settings: when it is activated, and at every call. */
export type TriggerContext = IHookFunctions | IWebhookFunctions;

/**
 * Reads a setting of a trigger, or of a node that is called while it waits.
 *
 * @param field its name is the path of the parameter, e.g. `filters.channels`
 * @param standard what it is where nothing is given
 * @throws Refusal where the value cannot be
 */
export function triggerSetting<T>(context: TriggerContext, field: Field, kind: Kind<T>, standard: T): T {
	const given: unknown = context.getNodeParameter(field.name, '');
	if (isUnset(given)) return standard;
	const reading = kind(given, context.getTimezone());
	if (reading.ok) return reading.value;
	throw new Refusal(context.getNode(), faultSentence(field, reading.fault), { advice: reading.advice ?? `Correct '${field.displayName}'.` });
}
