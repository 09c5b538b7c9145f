import type { JsonObject } from '../../sandbox/n8n/types.mjs';
import { packageNode } from '../support/stage.mjs';
import type { Desk } from './desk.mjs';
import { ACCOUNT, givesOrders } from './orders.mjs';
import type { Panel } from './panel.mjs';
import { take } from './pictures.mjs';

/** The forms of the nodes beside Send ZNS, and of a credential. */
export function forms(desk: () => Desk): void {
	const open = async (name: string, type: string, parameters: JsonObject): Promise<Panel> => {
		const { editor, store } = desk();
		return await editor.openPanel(await store(name, ...givesOrders(1), packageNode(name, type, parameters, { id: 'node' })), 'node');
	};

	it.each([
		['contact', 'get', 'Contact ID'],
		['contact', 'getByPhone', 'Phone'],
		['ticket', 'get', 'Ticket ID'],
		['ticket', 'getMany', 'Return All'],
		['group', 'getMany', 'Return All'],
		['zalo', 'getReachability', 'Phone'],
	])('CareSoft: %s, %s has its fields and no fault', async (resource, operation, field) => {
		const panel = await open('CareSoft', 'caresoft', { resource, operation });
		expect(await panel.text()).toContain(field);
		// The editor shows a value that it does not know as it is.
		expect(await panel.chosen('operation')).not.toBe(operation);
	});

	it('CareSoft: a ticket is created from the form', async () => {
		const panel = await open('CareSoft', 'caresoft', { resource: 'ticket', operation: 'create', phone: '={{ $json.phone }}', subject: '=Order {{ $json.orderCode }}', comment: '=The customer ordered {{ $json.product }}' });
		expect(await panel.text()).toMatch(/Customer By[\s\S]*Phone[\s\S]*Subject[\s\S]*Comment/);
		await panel.execute();
		await panel.showOutputAs('schema');
		await panel.output.getByText(/\/ticket\/\d+$/).first().waitFor();
		await take(desk().editor.page, 'caresoft');
	});

	it('eSMS: Send has the brandnames of the account, and its fields', async () => {
		const panel = await open('eSMS', 'esms', { resource: 'sms', operation: 'send', phone: '={{ $json.phone }}', content: '=MYSHOP: don hang {{ $json.orderCode }} da duoc xac nhan. Cam on quy khach!' });
		await panel.runBefore();
		await panel.listOf('brandname');
		await desk().editor.page.getByTestId('rlc-item').first().click();
		for (const field of ['Brandname', 'Phone', 'Content', 'After Sending', 'Preview Only']) expect(await panel.text()).toContain(field);
		await take(desk().editor.page, 'esms');
	});

	it('Zalo Transaction Message: a kind brings its header along, and rows are added', async () => {
		const panel = await open('Zalo Transaction Message', 'zaloTransaction', { operation: 'order', officialAccount: ACCOUNT, zaloUserId: '31215806834323092' });
		await panel.runBefore();
		expect(await panel.text()).toContain('Zalo announced the end of transaction messages');
		expect(await panel.text()).toMatch(/Table Rows[\s\S]*Buttons/);
		expect(await panel.field('header').locator('input').inputValue()).toBe('Trạng thái đơn hàng');
		for (const [row, [key, value]] of [['Mã đơn hàng', 'DH001'], ['Trạng thái', 'Đang giao']].entries()) {
			await panel.addRow('Add Row');
			const input = panel.field('key').nth(row).locator('input');
			expect(await input.getAttribute('placeholder')).toBe('e.g. Mã đơn hàng');
			await input.fill(key ?? '');
			await panel.field('value').nth(row).locator('input').fill(value ?? '');
		}
		await panel.leaveField();
		await panel.scrollTo('header');
		await take(desk().editor.page, 'transaction-message');
	});

	it('a credential has its fields, and its test tells that it works', async () => {
		const panel = await open('eSMS', 'esms', {});
		await panel.root.getByTestId('credential-edit-button').click();
		const dialog = desk().editor.page.getByTestId('editCredential-modal');
		await dialog.getByTestId('credentials-config-container-test-success').waitFor();
		expect(await dialog.innerText()).toMatch(/API Key[\s\S]*Secret Key[\s\S]*Base URL[\s\S]*Partner ID[\s\S]*Partner Key/);
		await take(desk().editor.page, 'credential');
	});
}
