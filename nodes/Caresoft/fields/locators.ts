import type { INodeProperties } from 'n8n-workflow';
import { locator } from '../../shared/fields/locator';

/** @returns a field that picks an agent of CareSoft, which may stay empty */
export function agentField(displayName: string, name: string, description: string): INodeProperties {
	const field = locator({ displayName, name, searchListMethod: 'searchAgents', description, idPlaceholder: 'e.g. 142928097' });
	return { ...field, required: false };
}

export const groupField: INodeProperties = {
	...locator({
		displayName: 'Group',
		name: 'group',
		searchListMethod: 'searchGroups',
		description: 'Group of agents that handles the ticket',
		idPlaceholder: 'e.g. 12153',
	}),
	required: false,
};

/** @returns a field that picks a service of CareSoft */
export function serviceField(description: string): INodeProperties {
	return locator({ displayName: 'Service', name: 'service', searchListMethod: 'searchServices', description, idPlaceholder: 'e.g. 12' });
}

/** @returns a field for the ID of one record */
export function recordIdField(displayName: string, name: string, placeholder: string, description: string): INodeProperties {
	return { displayName, name, type: 'string', default: '', required: true, placeholder, description };
}
