import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { parsePhone } from '../../../domain/phone';
import { itemFault } from '../../../shared/fields/text';

/** More of them would make the message unreadable. */
const SHOWN_FAULTS = 3;

export const phonesField: INodeProperties = {
	displayName: 'Phones',
	name: 'phones',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	required: true,
	placeholder: 'e.g. 0901888484, 0918238965',
	description: 'Vietnamese mobile numbers of the recipients, with a comma or a line break between them, or a list from an expression. A number that stands twice counts once.',
};

/**
 * @returns the different phone numbers of an item in national form
 * @throws NodeOperationError that names the first values that are no phone numbers, or where there is none
 */
export function readPhones(context: IExecuteFunctions, itemIndex: number): string[] {
	const given: unknown = context.getNodeParameter(phonesField.name, itemIndex, '');
	const entries: unknown[] = Array.isArray(given) ? given : String(given ?? '').split(/[,;\n]/).filter((entry) => entry.trim() !== '');
	if (entries.length === 0) throw itemFault(context, itemIndex, 'Phones is empty', "Fill in 'Phones' for this item.");
	const phones = new Set<string>();
	const faults: string[] = [];
	for (const entry of entries) {
		const phone = parsePhone(entry);
		if (phone.ok) phones.add(phone.value);
		else faults.push(phone.fault);
	}
	if (faults.length === 0) return [...phones];
	const more = faults.length > SHOWN_FAULTS ? `; and ${faults.length - SHOWN_FAULTS} more` : '';
	throw itemFault(context, itemIndex, `Phones: ${faults.slice(0, SHOWN_FAULTS).join('; ')}${more}`, "Correct the values of 'Phones' for this item.");
}
