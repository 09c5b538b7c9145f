import type { IWebhookFunctions } from 'n8n-workflow';
import { providers } from '../../../../nodes/providers';
import { atDesk } from '../../../../nodes/ZnsDeliveryTrigger/verify/desk';

const contextOf = (node: string) => ({ getWorkflow: () => ({ id: 'workflow' }), getNode: () => ({ id: node }) }) as unknown as IWebhookFunctions;

it('a burst of 5,000 calls is asked about at once; one more is not, until one of them is through', async () => {
	const context = contextOf('burst');
	const ends: Array<(value: string) => void> = [];
	const open = Array.from({ length: 5_000 }, async () => await atDesk(context, providers.esms, async () => await new Promise<string>((resolve) => ends.push(resolve))));
	expect(await atDesk(context, providers.esms, async () => 'asked')).toBeUndefined();
	// Another trigger has a desk of its own.
	expect(await atDesk(contextOf('other'), providers.esms, async () => 'asked')).toBe('asked');

	ends[0]?.('told');
	expect(await open[0]).toBe('told');
	expect(await atDesk(context, providers.esms, async () => 'asked')).toBe('asked');
	for (const end of ends) end('told');
	expect(new Set(await Promise.all(open))).toEqual(new Set(['told']));
});
