import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { quotePhone } from '../../domain/text';

export const zaloUserIdField: INodeProperties = {
	displayName: 'Zalo User ID',
	name: 'zaloUserId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 31215806834323092',
	description: 'ID of the recipient as the Official Account knows it, at most 20 digits. Give it as text: numbers this long are rounded.',
};

/**
 * @returns the Zalo user ID of an item (esms.md 3.2)
 * @throws NodeOperationError that names the masked value where it is none
 */
export function readZaloUserId(context: IExecuteFunctions, itemIndex: number): string {
	const given: unknown = context.getNodeParameter('zaloUserId', itemIndex);
	const id = String(given ?? '').trim();
	if (typeof given === 'number' && !Number.isSafeInteger(given)) {
		throw fault(context, itemIndex, `Zalo User ID ${quotePhone(id)} was rounded, because it came as a number: give it as text`);
	}
	if (/^\d{1,20}$/.test(id)) return id;
	throw fault(context, itemIndex, id === '' ? 'Zalo User ID is empty' : `Zalo User ID ${quotePhone(id)} is not an ID: it has at most 20 characters, digits only`);
}

function fault(context: IExecuteFunctions, itemIndex: number, message: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), message, {
		itemIndex,
		description: "Correct the value of 'Zalo User ID' for this item.",
	});
}
