import { CUSTOMERS, playOrder } from '../../sandbox/demo/story.mjs';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { WorkflowJson } from '../../sandbox/n8n/types.mjs';
import { readText } from '../support/files.mjs';
import { webhooksReady } from '../support/stage.mjs';
import { readExamples } from '../support/workflowFiles.mjs';
import type { Desk } from './desk.mjs';
import { givesOrders, sendsZns } from './orders.mjs';
import { take } from './pictures.mjs';

/** Higher than any note. */
const NOTE_SPACING = 1600;

/** What is seen without opening a node. */
export function canvas(desk: () => Desk): void {
	it('a node that waits for delivery has an output for each result', async () => {
		const { editor, store } = desk();
		await editor.openWorkflow(await store('Wait for delivery', ...givesOrders(1), sendsZns({ afterSending: 'wait' })));
		const outputs = editor.node('Send ZNS').getByTestId('canvas-node-output-handle');
		expect((await outputs.allInnerTexts()).map((text) => text.trim())).toEqual(['No Result', 'Delivered', 'Not Delivered']);
	});

	it('the fallback stands on the canvas as the docs show it', async () => {
		const { editor, stage } = desk();
		const workflow = JSON.parse(readText('workflows/order-zns-sms.json')) as WorkflowJson;
		const httpHeaderAuth = await stage.client.createCredential('Header Auth account', 'httpHeaderAuth', { name: 'X-Shop-Key', value: 'key-of-the-shop' });
		const { id } = await importWorkflow(stage.client, workflow, { credentials: { ...stage.credentials, httpHeaderAuth }, activate: false });
		await editor.openWorkflow(id);
		for (const { name } of workflow.nodes.filter(({ type }) => !type.endsWith('stickyNote'))) await editor.node(name).waitFor();
		await editor.fit();
		await take(editor.page, 'wait-for-delivery');
	});

	it('the notes of the examples show all of their text', async () => {
		const { editor, stage } = desk();
		const notes = readExamples().flatMap(({ nodes }) => nodes.filter(({ type }) => type.endsWith('stickyNote')));
		const nodes = notes.map((note, index) => ({ ...note, id: `note-${index}`, name: `Note ${index}`, position: [0, index * NOTE_SPACING] as [number, number] }));
		const { id } = await importWorkflow(stage.client, { name: 'All notes', nodes, connections: {}, settings: {} }, { credentials: {}, activate: false });
		await editor.openNotes(id, nodes.length);
		expect(await editor.cutNotes()).toEqual([]);
	});

	it('the page of the simulator shows the failed ZNS and the SMS that went out instead', async () => {
		const { editor, stage } = desk();
		const deliveries = await stage.importExample('zns-not-delivered-send-sms.json');
		await stage.importExample('order-confirmed-send-zns.json');
		await webhooksReady();
		stage.simulator.reset();
		for (const order of [CUSTOMERS.reachable, CUSTOMERS.unreachable]) await playOrder(stage, order, deliveries.id);
		await editor.openWorkflow(deliveries.id);
		await editor.fit();
		await take(editor.page, 'sms-fallback');

		await editor.page.goto(stage.simulator.url);
		for (const text of ['Zalo failed', 'SMS delivered', 'Zalo delivered']) await editor.page.getByText(text).waitFor();
		await take(editor.page, 'simulator');
	});
}
