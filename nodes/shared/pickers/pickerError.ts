import { NodeApiError, type INode } from 'n8n-workflow';

/**
 * @param message without a dash, at which the editor breaks it up
 * @param description what to do
 * @returns an error that the editor shows whole in a list: of any other class n8n 2.41 drops the description
 */
export function pickerError(node: INode, message: string, description: string): NodeApiError {
	return new NodeApiError(node, {}, { message, description, level: 'warning' });
}
