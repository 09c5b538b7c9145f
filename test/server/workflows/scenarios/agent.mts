import type { Examples } from '../examples.mjs';

const FILE = 'ai-agent-zns.json';
const ORDER = { phone: '0901 888 484', customer_name: 'Nguyễn Thị Hoàng Anh', product_name: 'Giày chạy bộ', order_code: 'DH400', date: '21/11/2026' };

/** An agent whose model is told what to do. */
export function agent(get: () => Examples): void {
	const chat = async (chatInput: string): Promise<unknown> => {
		const { stage } = get();
		const { nodes } = await stage.client.getWorkflow(get().id(FILE));
		const { webhookId } = nodes.find(({ type }) => type.endsWith('.chatTrigger')) ?? {};
		// The session of the owner: the chat is for users of this n8n.
		return JSON.parse(await stage.client.session.text('POST', `/webhook/${webhookId}/chat`, { action: 'sendMessage', sessionId: `session-${chatInput}`, chatInput }));
	};
	beforeEach(() => void get().model.requests.splice(0));

	it('sends the ZNS that the model asks for, and tells the model what came of it', async () => {
		const { model, stage } = get();
		model.script({ tool: 'Send_ZNS', args: ORDER }, { text: 'Đã gửi tin ZNS cho đơn hàng DH400.' });
		expect(await chat('Xác nhận đơn DH400')).toEqual({ output: 'Đã gửi tin ZNS cho đơn hàng DH400.' });
		expect(stage.simulator.messages()).toEqual([expect.objectContaining({ channel: 'zns', phone: '0901888484', templateId: '267247', text: expect.stringContaining('Nguyễn Thị Hoàng Anh') as string })]);

		const [first, second] = model.requests;
		const tools = new Map(first?.tools.map(({ function: tool }) => [tool.name, tool]));
		expect([...tools.keys()].sort()).toEqual(['Ask_about_the_ZNS', 'Send_ZNS']);
		expect(tools.get('Send_ZNS')?.parameters).toMatchObject({ properties: Object.fromEntries(Object.keys(ORDER).map((name) => [name, { type: 'string' }])) });
		expect(JSON.stringify(second?.messages.at(-1))).toMatch(/accepted/);
	}, 60_000);

	it('learns what became of the message where the user asks', async () => {
		const { model, stage } = get();
		model.script({ tool: 'Send_ZNS', args: { ...ORDER, order_code: 'DH402', phone: '0901000118' } }, { text: 'Đã gửi.' });
		await chat('Gửi DH402');
		await get().settled();
		const messageId = stage.simulator.messages()[0]?.id ?? '';
		model.script({ tool: 'Ask_about_the_ZNS', args: { message_id: messageId } }, { text: 'Khách không có tài khoản Zalo.' });
		expect(await chat('Khách nhận được chưa?')).toEqual({ output: 'Khách không có tài khoản Zalo.' });
		expect(JSON.stringify(model.requests.at(-1)?.messages.at(-1))).toMatch(/failed.*no Zalo account/);
	}, 60_000);

	it('one order is confirmed once, however often the model tries', async () => {
		const { model, stage } = get();
		model.script({ tool: 'Send_ZNS', args: { ...ORDER, order_code: 'DH401' } }, { tool: 'Send_ZNS', args: { ...ORDER, order_code: 'DH401', product_name: 'Giày chạy bộ màu đỏ' } }, { text: 'Xong.' });
		await chat('Gửi hai lần');
		expect(stage.simulator.messages()).toHaveLength(1);
		expect(JSON.stringify(model.requests[2]?.messages.at(-1))).toMatch(/duplicate/);
	}, 60_000);

	it('tells the model what is wrong, and sends nothing', async () => {
		const { model, stage } = get();
		model.script({ tool: 'Send_ZNS', args: { ...ORDER, phone: '02838123456' } }, { text: 'Số điện thoại này là số bàn.' });
		expect(await chat('Gửi cho 028 3812 3456')).toEqual({ output: 'Số điện thoại này là số bàn.' });
		expect(JSON.stringify(model.requests[1]?.messages.at(-1))).toMatch(/landline/);
		expect(stage.simulator.messages()).toEqual([]);
	}, 60_000);

	it('is not for strangers', async () => {
		const { stage, model } = get();
		const { nodes } = await stage.client.getWorkflow(get().id(FILE));
		const { webhookId } = nodes.find(({ type }) => type.endsWith('.chatTrigger')) ?? {};
		const response = await fetch(`${stage.server.url}/webhook/${webhookId}/chat`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ action: 'sendMessage', sessionId: 'x', chatInput: 'x' }) });
		expect(response.status).toBe(401);
		expect(model.requests).toEqual([]);
	});
}
