import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import { outputsOf, packageNode, webhooksReady } from '../support/stage.mjs';
import type { Desk } from './desk.mjs';

const WEBHOOK_ID = '0d2ab1ee-4b4e-4f8e-93ab-06b1a6f1a001';

/** What the page of the simulator lets its user do. */
export function simulatorPage(desk: () => Desk): void {
	it('takes the URL of a trigger as the app console of Zalo does, and its events reach the trigger', async () => {
		const { editor, stage } = desk();
		const trigger = packageNode('Trigger', 'znsDeliveryTrigger', { source: 'zalo' }, { webhookId: WEBHOOK_ID });
		const { id } = await importWorkflow(stage.client, { name: 'Events of Zalo', nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } }, { credentials: stage.credentials });
		await webhooksReady();

		const { page } = editor;
		await page.goto(stage.simulator.url);
		const form = page.locator('form', { hasText: 'Zalo, in its app console' });
		const save = async (url: string, said: string) => {
			await form.locator('input').fill(url);
			await form.getByRole('button', { name: 'Save' }).click();
			await form.getByText(said).waitFor();
		};
		await save('http://127.0.0.1:9/nobody', 'Saved, but the probe got no answer');
		await save(`${stage.server.url}/webhook/${WEBHOOK_ID}/zns-delivery`, 'Saved. The probe was answered.');
		const sent = await page.evaluate(async () => (await fetch('/_sim/zalo/event', { method: 'POST', body: JSON.stringify({ event: 'user_received_message', messageId: 'm1' }) })).status);
		expect(sent).toBe(200);
		const [delivered] = outputsOf(await stage.client.waitForWorkflowExecution(id), 'Trigger');
		expect(delivered).toEqual([expect.objectContaining({ messageId: 'm1', outcome: 'delivered', confirmed: true })]);
		await save('', 'Saved. Nobody is called.');
	});

	it('takes a URL for CareSoft, and shows what is saved to whoever opens the page', async () => {
		const { editor: { page }, stage } = desk();
		await page.goto(stage.simulator.url);
		const form = page.locator('form', { hasText: 'CareSoft, by its support' });
		await form.locator('input').fill('http://127.0.0.1:9/nobody');
		await form.getByRole('button', { name: 'Save' }).click();
		await form.getByText('Saved.', { exact: true }).waitFor();
		await page.reload();
		await page.getByText('live', { exact: true }).waitFor();
		expect(await form.locator('input').inputValue()).toBe('http://127.0.0.1:9/nobody');
		stage.simulator.configure({ caresoft: { webhook: { url: '' } } });
	});
}
