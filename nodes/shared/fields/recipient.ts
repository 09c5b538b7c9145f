import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { parsePhone } from '../../domain/phone';

export const phoneField: INodeProperties = {
	displayName: 'Phone',
	name: 'phone',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 0901888484',
	description: 'Vietnamese mobile number of the recipient, e.g. 0901888484, 84901888484 or +84 901 888 484',
};

/**
 * @returns the phone number of an item in national form
 * @throws NodeOperationError that names the masked value where it is not a Vietnamese mobile number
 */
export function readPhone(context: IExecuteFunctions, itemIndex: number, name = 'phone', displayName = 'Phone'): string {
	const phone = parsePhone(context.getNodeParameter(name, itemIndex));
	if (phone.ok) return phone.value;
	throw new NodeOperationError(context.getNode(), `${displayName}: ${phone.fault}`, {
		itemIndex,
		description: `Correct the value of '${displayName}' for this item.`,
	});
}
