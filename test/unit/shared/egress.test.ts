import { NodeApiError, type INode, type JsonObject } from 'n8n-workflow';
import { isBlockedByEgressRules } from '../../../nodes/shared/egress';
import { providers } from '../../../nodes/providers';
import { failureIn } from '../../../nodes/shared/errors';
import { mayBeSent } from '../../../nodes/shared/neverLeft';

const node: INode = { id: '1', name: 'N', type: 'n', typeVersion: 1, position: [0, 0], parameters: {} };
const named = (name: string) => Object.assign(new Error('The request was blocked'), { name });
const thrown = (error: Error) => new NodeApiError(node, error as unknown as JsonObject);

it.each(['SsrfBlockedIpError', 'SsrfBlockedHostnameError'])('%s never left: nothing was sent, and the user learns why', (name) => {
	const error = thrown(named(name));
	expect([isBlockedByEgressRules(error), mayBeSent(error)]).toEqual([true, false]);
	expect(failureIn(error, providers.caresoft)).toMatchObject({
		class: 'account',
		title: 'The egress rules of this n8n do not allow the address of CareSoft',
		recommendedAction: expect.stringContaining('Nothing was sent'),
		fallbackAdvised: false,
	});
});

it.each([thrown(named('Error')), new Error('x'), undefined, 'text', null])('anything else is none of its business: %p', (error) => {
	expect(isBlockedByEgressRules(error)).toBe(false);
});
