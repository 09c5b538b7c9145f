import type { INodeProperties } from 'n8n-workflow';
import { parsePhone } from '../../../domain/phone';
import type { Item } from '../../../shared/fields/item';
import { isUnset } from '../../../shared/fields/kinds/kind';
import { entriesOf } from '../../../shared/fields/kinds/list';

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
 * @throws Refusal that names the first values that are no phone numbers, or where there is none
 */
export function readPhones(item: Item): string[] {
	const entries = entriesOf(item.raw(phonesField)).flatMap((entry) => (typeof entry === 'string' ? entry.split(';') : [entry]));
	const phones = new Set<string>();
	const faults: string[] = [];
	for (const entry of entries.filter((each) => !isUnset(each))) {
		const phone = parsePhone(entry);
		if (phone.ok) phones.add(phone.value);
		else faults.push(phone.fault);
	}
	if (faults.length > 0) {
		const more = faults.length > SHOWN_FAULTS ? `; and ${faults.length - SHOWN_FAULTS} more` : '';
		throw item.refuse(`Phones: ${faults.slice(0, SHOWN_FAULTS).join('; ')}${more}`, "Correct the values of 'Phones' for this item.", 'bad_phone');
	}
	if (phones.size === 0) throw item.refuse('Phones is empty', "Fill in 'Phones' for this item.", 'bad_phone');
	return [...phones];
}
