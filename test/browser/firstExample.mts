import type { Desk } from './desk.mjs';
import { take } from './pictures.mjs';

/** The example that a newcomer begins with. */
export function firstExample(desk: () => Desk): void {
	it('stands on the canvas as the docs show it, with notes in both languages', async () => {
		const { editor, stage } = desk();
		const { id, nodes } = await stage.importExample('form-zns-sms.json');
		await editor.openWorkflow(id);
		for (const { name } of nodes.filter(({ type }) => !type.endsWith('stickyNote'))) await editor.node(name).waitFor();
		for (const title of ['First steps', 'Bước đầu']) await editor.page.getByRole('heading', { name: title }).waitFor();
		await editor.fit();
		await take(editor.page, 'first-steps');
	});

	it('somebody fills the form in, and the page tells what became of the message', async () => {
		const { editor: { page }, stage } = desk();
		await page.goto(`${stage.server.url}/form/send-zns`);
		for (const [label, value] of [['Name', 'Nguyễn Thị Hoàng Anh'], ['Phone', '0901 888 484'], ['Order', 'DH-FORM-1']] as const) await page.getByLabel(label).fill(value);
		await take(page, 'first-steps-form');
		await page.getByRole('button', { name: 'Send · Gửi' }).click();
		await page.getByText('Đã tới máy khách').waitFor();
		expect(stage.simulator.messages().at(-1)).toMatchObject({ channel: 'zns', phone: '0901888484', state: 'delivered' });
	});
}
