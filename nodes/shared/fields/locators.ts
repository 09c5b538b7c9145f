import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { quote } from '../../domain/text';
import { z } from 'zod';
import { readOptionalText } from './text';

/** What tells one resource locator from another. */
export interface Locator {
	displayName: string;
	name: string;
	searchListMethod: string;
	description: string;
	idPlaceholder: string;
}

/** IDs of Zalo are long whole numbers. */
const digitsOnly = {
	type: 'regex',
	properties: { regex: '^[0-9]{1,20}$', errorMessage: 'An ID has digits only' },
} as const;

/** @returns a field that picks one entity from a list or by its ID */
export function locator({ displayName, name, searchListMethod, description, idPlaceholder }: Locator): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
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
				validation: [digitsOnly],
			},
		],
	};
}

export const officialAccountField = locator({
	displayName: 'Official Account',
	name: 'officialAccount',
	searchListMethod: 'searchOfficialAccounts',
	description: 'Zalo Official Account that sends the message; it must be registered with eSMS',
	idPlaceholder: 'e.g. 4097311281936189049',
});

export const templateField = locator({
	displayName: 'Template',
	name: 'template',
	searchListMethod: 'searchTemplates',
	description: 'Approved ZNS template of the Official Account',
	idPlaceholder: 'e.g. 200607',
});

/** @returns what the editor showed for the entry that was picked from the list, else its ID */
export function readLabel(context: IExecuteFunctions, itemIndex: number, field: INodeProperties): string {
	const picked = labelSchema.safeParse(context.getNodeParameter(field.name, itemIndex, ''));
	return picked.success ? picked.data.cachedResultName : readId(context, itemIndex, field);
}

const labelSchema = z.object({ mode: z.literal('list'), cachedResultName: z.string().min(1) });

/**
 * @returns the ID that is set in a resource locator, as text
 * @throws NodeOperationError where it is empty or no ID
 */
export function readId(context: IExecuteFunctions, itemIndex: number, field: INodeProperties): string {
	const id = readOptionalText(context, itemIndex, field.name);
	if (/^\d{1,20}$/.test(id)) return id;
	const message = id === '' ? `${field.displayName} is empty` : `${field.displayName} ${quote(id)} is not an ID: digits only`;
	throw new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description: `Choose an entry of the list in '${field.displayName}', or give its ID.`,
	});
}
