import { packageNode } from '../support/stage.mjs';
import type { Desk } from './desk.mjs';
import { take } from './pictures.mjs';

/** The part of an address that nobody can guess; n8n makes one for each node. */
const WEBHOOK_ID = 'afa549bb-bbea-4f10-a385-fde194bf9ee5';

/** What a user must see of a trigger: its address, and what to do with it. */
export function triggers(desk: () => Desk): void {
	it.each([
		['ZNS Delivery Trigger', 'znsDeliveryTrigger', 'zns-delivery', "Copy the production URL (open Webhook URLs above and choose Production URL) into the option 'Callback URL' of the node that sends.", 'delivery-trigger'],
		['eSMS Inbound Trigger', 'esmsInboundTrigger', 'esms-inbound', 'Give eSMS the production URL (open Webhook URLs above and choose Production URL) for your short code', undefined],
	] as const)('%s shows its production URL and says what to do with it', async (name, type, path, notice, picture) => {
		const { editor, stage, store } = desk();
		const node = packageNode(name, type, {}, { id: 'trigger', webhookId: WEBHOOK_ID });
		const panel = await editor.openPanel(await store(name, node), 'trigger');
		await panel.root.getByText('Webhook URLs', { exact: true }).click();
		await panel.root.getByTestId('radio-button-production').click();
		expect(await panel.text()).toContain(`${stage.server.url}/webhook/${WEBHOOK_ID}/${path}`);
		expect(await panel.text()).toContain(notice);
		if (picture) await take(editor.page, picture);
	});

	it('of CareSoft, the trigger asks for the events and where the state stands', async () => {
		const { editor, store } = desk();
		const panel = await editor.openPanel(await store('CareSoft events', packageNode('Trigger', 'znsDeliveryTrigger', {}, { id: 'trigger' })), 'trigger');
		await panel.choose('source', 'CareSoft');
		await panel.field('statusPath').waitFor();
		expect(await panel.text()).toMatch(/CareSoft Events[\s\S]*Status Path[\s\S]*Delivered Values/);
		expect(await panel.text()).not.toContain('Verify With eSMS');
	});
}
