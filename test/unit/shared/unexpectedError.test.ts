import { NodeApiError, type INode } from 'n8n-workflow';
import { providers } from '../../../nodes/providers';
import { toFailureItem, toNodeError } from '../../../nodes/shared/errors';

const context = { getNode: () => ({ name: 'Send ZNS', type: 'sendZns' }) as INode };

it.each(Object.values(providers))('a fault of our own behind a request to $label is told as uncertain, in both ways alike', (provider) => {
	const fault = new TypeError("Cannot read properties of undefined (reading 'x')");
	const error = toNodeError(context, fault, provider, 3, { addition: 'Sent: items 0-2.' });
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error.message).toMatch(/^It is not known whether the message was sent: /);
	expect(error.description).toMatch(/may have been sent.*Sent: items 0-2\.$/);
	expect(error.context.itemIndex).toBe(3);
	expect(toFailureItem(fault, provider)).toMatchObject({ error: error.message, details: { class: 'uncertain', retryable: false } });
});
