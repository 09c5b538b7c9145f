import type { INodeProperties } from 'n8n-workflow';

/** @returns a field that picks the registered sender name from a list or by its name */
export function brandnameField(searchListMethod: string): INodeProperties {
	return {
		displayName: 'Brandname',
		name: 'brandname',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description: 'Registered sender name',
		builderHint: { propertyHint: 'Registered for one type of message: leave it empty and ask the user to pick it from the list, or give one that the user has named. Never make one up.' },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. MYSHOP' },
		],
	};
}

/** Sender names for customer-care SMS. */
export const smsBrandnameField = brandnameField('searchSmsBrandnames');

/** Sender names for advertising SMS. */
export const advertisingBrandnameField = brandnameField('searchAdvertisingBrandnames');
