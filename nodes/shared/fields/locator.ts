import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../domain/isRecord';
import type { Item } from './item';
import { id } from './kinds/id';
import type { Kind } from './kinds/kind';

/** What tells one resource locator from another. */
export interface Locator {
	displayName: string;
	name: string;
	searchListMethod: string;
	description: string;
	idPlaceholder: string;
	/** Whether its IDs may hold letters, too. */
	letters?: boolean;
}

/** IDs of Zalo are long whole numbers. */
const digitsOnly = {
	type: 'regex',
	properties: { regex: '^[0-9]{1,20}$', errorMessage: 'An ID has digits only' },
} as const;

const lettersToo = {
	type: 'regex',
	properties: { regex: '^[0-9A-Za-z]{1,40}$', errorMessage: 'An ID has digits and letters only' },
} as const;

/** @returns a field that picks one entity from a list or by its ID */
export function locator({ displayName, name, searchListMethod, description, idPlaceholder, letters = false }: Locator): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		builderHint: { propertyHint: `Only the user's account knows what there is: leave ${displayName} empty and ask the user to pick it from the list, or give an ID that the user has named. Never make one up.` },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: idPlaceholder,
				validation: [letters ? lettersToo : digitsOnly],
			},
		],
	};
}

/**
 * @param kind reads an ID of another form
 * @returns the ID that is set in a resource locator, as text
 * @throws Refusal where it is empty or no ID
 */
export function readId(item: Item, field: INodeProperties, kind: Kind<string> = id): string {
	return item.required(field, (given, timezone) => {
		const read = kind(given, timezone);
		return read.ok ? read : { ...read, advice: `Choose an entry of the list in '${field.displayName}', or give its ID.` };
	});
}

/** @returns what the editor showed for the entry that was picked from the list, else its ID */
export function readLabel(item: Item, field: INodeProperties): string {
	const picked: unknown = item.context.getNodeParameter(field.name, item.index, '');
	const label = isRecord(picked) && picked.mode === 'list' ? picked.cachedResultName : undefined;
	return typeof label === 'string' && label !== '' ? label : readId(item, field);
}
