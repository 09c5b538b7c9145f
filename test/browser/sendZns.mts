import type { Desk } from './desk.mjs';
import { givesOrders, ORDERS, sendsThroughZalo, sendsZns } from './orders.mjs';
import { take } from './pictures.mjs';

/** What a user does with Send ZNS: pick, fill in, run, read. */
export function sendZns(desk: () => Desk): void {
	it('is filled in from lists, shows the form of the template, and gives a receipt', async () => {
		const { editor, stage } = desk();
		const panel = await editor.openPanel(await desk().store('Order confirmed', ...givesOrders(1), { ...sendsZns(), parameters: {} }), 'send');
		await panel.runBefore();
		expect(await panel.text()).toContain('Choose an Official Account and a template first.');

		await panel.pick('officialAccount', 'SVoucher');
		expect(await panel.listOf('template')).toContain('Đánh giá dịch vụ - text (267247)');
		await panel.closeList();
		await panel.pick('template', '267247');
		await panel.field('customer_name').waitFor();
		expect(await panel.text()).toMatch(/customer_name \(≤100\)[\s\S]*product_name \(≤100\)[\s\S]*order_code \(≤30\)[\s\S]*date \(≤30\)/);

		await panel.fillExpression('phone', 'phone');
		for (const [name, field] of Object.entries({ customer_name: 'customerName', product_name: 'product', order_code: 'orderCode', date: 'date' })) await panel.fillExpression(name, field);
		await panel.leaveField();
		await panel.scrollTo('officialAccount');
		await take(editor.page, 'send-zns');

		await panel.execute();
		await panel.showOutputAs('table');
		await panel.output.getByText('accepted', { exact: true }).waitFor();
		const receipt = await panel.output.innerText();
		for (const part of ['esms', 'zns', 'accepted', ORDERS[0].phone]) expect(receipt).toContain(part);
		expect(stage.simulator.messages()).toEqual([expect.objectContaining({ phone: ORDERS[0].phone })]);
		await panel.showOutputAs('schema');
		await take(editor.page, 'receipt');
	});

	it('straight through Zalo its list says how long Zalo tries, and the form is that of the template', async () => {
		const { editor, stage } = desk();
		const panel = await editor.openPanel(await desk().store('Order confirmed, through Zalo', ...givesOrders(1), sendsThroughZalo()), 'send');
		await panel.runBefore();
		expect(await panel.listOf('template')).toContain('Đánh giá dịch vụ (415203, Zalo tries for 2 hours)');
		await panel.closeList();
		await panel.pick('template', '415203');
		await panel.field('customer_name').waitFor();
		expect(await panel.text()).toMatch(/customer_name \(≤30\)[\s\S]*product_name \(≤200\)[\s\S]*order_code \(≤30\)[\s\S]*date \(≤20\)/);
		await panel.fillExpression('phone', 'phone');
		for (const [name, field] of Object.entries({ customer_name: 'customerName', product_name: 'product', order_code: 'orderCode', date: 'date' })) await panel.fillExpression(name, field);
		await panel.leaveField();

		await panel.execute();
		await panel.showOutputAs('schema');
		await panel.output.getByText('accepted', { exact: true }).waitFor();
		expect(stage.simulator.messages().at(-1)).toMatchObject({ provider: 'zalo', phone: ORDERS[0].phone, state: 'delivered' });
		await panel.scrollTo('provider');
		await take(editor.page, 'send-zns-zalo');
	});

	it('shows the field and the item of a wrong phone number, and that nothing was sent', async () => {
		const { editor, stage } = desk();
		const before = stage.simulator.messages().length;
		const panel = await editor.openPanel(await desk().store('Two orders', ...givesOrders(2), sendsZns()), 'send');
		await panel.execute();
		await panel.output.getByText('Other info').click();
		const error = await panel.output.innerText();
		// The editor adds "[item 1]" to the title as soon as it knows of several items; the details always name it.
		expect(error).toMatch(/^Phone: "1\*\*\*5" has 5 digits, a Vietnamese mobile number has 10/m);
		expect(error).toContain("Correct the value of 'Phone' for this item. Nothing was sent.");
		expect(error).toMatch(/Item Index\s+1/);
		expect(stage.simulator.messages()).toHaveLength(before);
		await panel.output.getByText('Other info').click();
		await take(editor.page, 'error');
	});

	it('offers batches, and how many messages each holds', async () => {
		const panel = await desk().editor.openPanel(await desk().store('Batches', ...givesOrders(2), sendsZns()), 'send');
		expect(await panel.choicesOf('sending')).toEqual(['In Batches', 'One by One']);
		await panel.closeList();
		await panel.choose('sending', 'In Batches');
		expect(await panel.chosen('sending')).toBe('In Batches');
		// Messages in batches can be waited for, too: eSMS is asked about them.
		await panel.choose('afterSending', 'Wait for Delivery');
		expect(await panel.field('sending').count()).toBe(1);
	});

	it('shows the message in preview, and sends nothing', async () => {
		const { editor, stage } = desk();
		const before = stage.simulator.messages().length;
		const panel = await editor.openPanel(await desk().store('Preview', ...givesOrders(1), sendsZns()), 'send');
		await panel.turn('previewOnly');
		await panel.execute();
		await panel.output.getByText('Nothing was sent').first().waitFor();
		await panel.showOutputAs('binary');
		await panel.output.getByText('View', { exact: true }).click();
		await editor.page.frameLocator('[data-test-id=ndv] iframe').getByText(ORDERS[0].customerName).waitFor();
		expect(stage.simulator.messages()).toHaveLength(before);
		await panel.scrollTo('previewOnly');
		await take(editor.page, 'preview-only');
	});
}
