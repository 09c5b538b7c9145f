import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { JsonObject, WorkflowJson, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { packageNode } from '../support/stage.mjs';
import type { Desk } from './desk.mjs';
import { ACCOUNT, givesOrders, sendsZns } from './orders.mjs';

const OTHER_ACCOUNT = { __rl: true, mode: 'list', value: '745830328927467685', cachedResultName: 'Hệ thống ESMS Marketing (745830328927467685)' };
const template = (value: string) => ({ __rl: true, mode: 'id', value });

/** A node behind another one, in which its fields are picked. */
const LOOKS_AT_FIELDS: WorkflowNode = { id: 'next', name: 'Edit Fields', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [0, 0], parameters: { options: {} } };

/** What somebody meets who builds a workflow by hand for the first time: the editor says what is, and nothing that is not. */
export function firstSteps(desk: () => Desk): void {
	const openSend = async (name: string, parameters: JsonObject) => await desk().editor.openPanel(await desk().store(name, ...givesOrders(1), { ...sendsZns(), parameters }), 'send');

	it.each([
		['goes on at once', {}, 'acceptedAt', 'delivery'],
		['waits', { afterSending: 'wait' }, 'delivery', 'acceptedAt'],
	])('before the first run, of a node that %s only fields are offered that come', async (name, more, offered, other) => {
		const { editor, store } = desk();
		const panel = await editor.openPanel(await store(`Fields of a node that ${name}`, ...givesOrders(1), sendsZns(more), LOOKS_AT_FIELDS), 'next');
		const input = panel.root.getByTestId('ndv-input-panel');
		await input.getByText(offered, { exact: true }).first().waitFor();
		expect((await input.innerText()).split('\n')).not.toContain(other);
	});

	it('a message that was sent before is no silent success', async () => {
		const { editor, store, stage } = desk();
		const panel = await editor.openPanel(await store('Twice', ...givesOrders(1), sendsZns()), 'send');
		await panel.execute();
		await panel.showOutputAs('table');
		await panel.output.getByText('accepted', { exact: true }).waitFor();
		const before = stage.simulator.messages().length;
		// The tick of the first run may still stand there.
		await panel.root.getByTestId('node-execute-button').first().click();
		await panel.output.getByText('duplicate', { exact: true }).waitFor();
		await panel.output.getByText('eSMS already has the messages of 1 of 1 items, by their request IDs of the last 24 hours. Nothing was sent for them now.').first().waitFor();
		expect(await panel.output.innerText()).toContain("set the option 'Request ID' to 'Once per Execution'");
		expect(stage.simulator.messages()).toHaveLength(before);
	});

	it.each([
		['a template of another Official Account', { officialAccount: OTHER_ACCOUNT, template: template('200607') }],
		['a template that is none', { officialAccount: ACCOUNT, template: template('1234567890') }],
	])('the place of the form says what is wrong with %s', async (name, parameters) => {
		const panel = await openSend(name, { provider: 'esms', ...parameters });
		const notice = await panel.root.getByTestId('empty-fields-notice').innerText();
		expect(notice).toMatch(/template/i);
		expect(notice).not.toMatch(/no parameters|Can't get/);
	});

	it('Route Results says what becomes of the connections', async () => {
		const panel = await openSend('Routes', {});
		expect(await panel.text()).not.toContain('output of its own');
		await panel.choose('afterSending', 'Wait for Delivery');
		expect(await panel.text()).toMatch(/Each result has an output of its own\. A connection that the node had before stays at the first one, No Result/);
		await panel.choose('routeResults', 'Single Output');
		expect(await panel.text()).toMatch(/All results leave by the first output/);
	});

	it('each provider has its one credential, and Provider stays a field', async () => {
		const panel = await openSend('Credentials', {});
		for (const name of ['eSMS', 'CareSoft', 'Zalo Official Account']) {
			await panel.choose('provider', name);
			expect(await panel.chosen('provider')).toBe(name);
			expect(await panel.root.getByTestId('node-credentials-select').count()).toBe(1);
			expect((await panel.text()).split('\n')).not.toContain('Authentication');
		}
	});

	it('a wrong scenario of CareSoft is called by the name of its field', async () => {
		const { editor, store } = desk();
		const node = packageNode('Send ZNS', 'sendZns', { provider: 'caresoft', scenarioId: '200607', phone: '={{ $json.phone }}', specifyScenarioParameters: 'none' }, { id: 'send' });
		const panel = await editor.openPanel(await store('Wrong scenario', ...givesOrders(1), node), 'send');
		await panel.execute();
		const error = await panel.output.innerText();
		expect(error).toContain('Scenario 200607 is not a ZNS scenario of this account');
		expect(error).toContain('Nothing was sent');
		expect(error).not.toContain('template_id');
	});

	it('the texts of a transaction message follow its kind and its language', async () => {
		const { editor, store } = desk();
		const node = packageNode('Message', 'zaloTransaction', { officialAccount: ACCOUNT, zaloUserId: '31215806834323092' }, { id: 'message' });
		const panel = await editor.openPanel(await store('Kinds', ...givesOrders(1), node), 'message');
		const header = async () => await panel.field('header').locator('input').inputValue();
		// The editor would keep rows of another kind.
		expect(await panel.field('key').count()).toBe(0);
		expect(await header()).toBe('Trạng thái đơn hàng');
		await panel.choose('operation', 'Send Billing Message');
		expect(await header()).toBe('Thông báo hóa đơn');
		await panel.choose('language', 'English');
		expect(await header()).toBe('Your bill');
		await panel.addRow('Add Row');
		expect(await panel.field('key').locator('input').getAttribute('placeholder')).toBe('e.g. Bill Code');
	});

	it.each([
		['ZNS Delivery Trigger', 'znsDeliveryTrigger', 'Receive delivery reports', "While n8n listens, send one message to yourself with the test URL in its option 'Callback URL'."],
		['eSMS Inbound Trigger', 'esmsInboundTrigger', 'Receive messages to your short code', 'While n8n listens, text your short code.'],
	])('%s says how to try it, in words of its own', async (name, type, header, hint) => {
		const { editor, store } = desk();
		const panel = await editor.openPanel(await store(`${name}, first`, packageNode(name, type, {}, { id: 'trigger' })), 'trigger');
		await panel.root.getByText(header).first().waitFor();
		const text = await panel.root.innerText();
		expect(text).toMatch(/publish it/);
		expect(text).not.toMatch(/create an event|activate/i);
		await panel.output.getByText(hint).first().waitFor();
	});

	it('a trigger that listens says beside it what to do, where n8n only wants an event', async () => {
		const { editor, store } = desk();
		const panel = await editor.openPanel(await store('Listens', packageNode('Trigger', 'znsDeliveryTrigger', {}, { id: 'trigger' })), 'trigger');
		const button = panel.root.getByTestId('trigger-execute-button').first();
		await button.click();
		await panel.root.getByTestId('trigger-listening').waitFor();
		await panel.output.getByText("While n8n listens, send one message to yourself with the test URL in its option 'Callback URL'.").first().waitFor();
		await button.click();
	});

	// The last ones: from here on there are two credentials of eSMS.
	it('a credential leads to its page in our docs, and tells a wrong address in a sentence', async () => {
		const { editor, stage } = desk();
		const wrong = await stage.client.createCredential('Wrong address', 'zaloZnsEsmsApi', { apiKey: 'A', secretKey: 'B', baseUrl: 'my server' });
		const workflow = { name: 'Credential', nodes: [packageNode('eSMS', 'esms', {}, { id: 'node' })], connections: {}, settings: {} };
		const { id } = await importWorkflow(stage.client, workflow, { credentials: { ...stage.credentials, zaloZnsEsmsApi: wrong }, activate: false });
		const panel = await editor.openPanel(id, 'node');
		await panel.root.getByTestId('credential-edit-button').click();
		const dialog = editor.page.getByTestId('editCredential-modal');
		await dialog.getByText('More details', { exact: true }).click();
		await dialog.getByText('The Base URL of the credential is not a URL: "my server"').first().waitFor();
		await dialog.locator('a[href*="/docs/credentials.md#esms-api"]').first().waitFor();
	});

	it('an example keeps its Official Account and template when another credential is chosen that has them', async () => {
		const { editor, stage } = desk();
		const { apiKey, secretKey } = stage.simulator.settings.esms;
		const keys = { apiKey, secretKey, baseUrl: stage.simulator.esmsUrl };
		const other = await stage.client.createCredential('Of somebody else', 'zaloZnsEsmsApi', keys);
		const example = JSON.parse(readFileSync(join(__dirname, '..', '..', 'workflows', 'form-zns-sms.json'), 'utf8')) as WorkflowJson;
		const { id, nodes } = await importWorkflow(stage.client, example, { credentials: { ...stage.credentials, zaloZnsEsmsApi: other }, activate: false });
		const send = nodes.find(({ type }) => type.endsWith('.sendZns'));
		const panel = await editor.openPanel(id, String(send?.id));
		const picked = async () => [await panel.pickedIn('officialAccount'), await panel.pickedIn('template')];
		const before = await picked();
		await panel.root.getByTestId('node-credentials-select').click();
		await editor.page.getByTestId(`node-credentials-select-item-${stage.credentials.zaloZnsEsmsApi?.id}`).click();
		// The editor loads both lists anew, and empties what it does not find in them.
		await editor.page.waitForTimeout(6_000);
		expect(await picked()).toEqual(before);
		expect(before).toEqual([expect.stringContaining('SVoucher'), expect.stringContaining('267247')]);
	});
}
