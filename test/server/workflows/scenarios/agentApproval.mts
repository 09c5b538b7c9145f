import { hasEnded } from '../../../../sandbox/n8n/client.mjs';
import { pause, until } from '../../../support/stage.mjs';
import { openChat, type ChatWindow } from '../chatWindow.mjs';
import type { Examples } from '../examples.mjs';

const FILE = 'ai-agent-zns-approval.json';
const ORDER = { phone: '0901 888 484', customer_name: 'Nguyễn Thị Hoàng Anh', product_name: 'Giày chạy bộ', order_code: 'DH500', date: '21/11/2026' };
/** Longer than n8n takes to go on with a run. */
const A_WHILE_MS = 2_000;

/** An agent whose message a person sees, and approves or declines, before it leaves. */
export function agentApproval(get: () => Examples): void {
	let chat: ChatWindow | undefined;
	beforeEach(() => void get().model.requests.splice(0));
	afterEach(() => chat?.close());

	/** The person asks, and the model wants to send; more than the tool's own fields where the model is up to something. */
	const ask = async (orderCode: string, args: Record<string, unknown> = {}): Promise<ChatWindow> => {
		get().model.script({ tool: 'Send_ZNS', args: { toolParameters: { ...ORDER, order_code: orderCode }, hitlParameters: {}, ...args } }, { text: `Xong ${orderCode}.` });
		chat = await openChat(get().stage, get().id(FILE), `Xác nhận đơn ${orderCode}`);
		await chat.read('Gửi tin ZNS này?');
		return chat;
	};
	const toldTheModel = () => JSON.stringify(get().model.requests.at(-1)?.messages.at(-1));

	it('shows the person what would go out, and sends nothing until they approve', async () => {
		const { shown, press, read } = await ask('DH500');
		for (const value of Object.values(ORDER)) expect(shown.at(-1)).toContain(value);
		await pause(A_WHILE_MS);
		expect(get().stage.simulator.messages()).toEqual([]);
		await press('Approve');
		await read('Xong DH500.');
		expect(get().stage.simulator.messages()).toEqual([expect.objectContaining({ channel: 'zns', phone: '0901888484', text: expect.stringContaining('DH500') as string })]);
		expect(toldTheModel()).toMatch(/accepted/);
	}, 90_000);

	it('sends nothing where the person declines, and tells the model', async () => {
		const { press, read } = await ask('DH501');
		await press('Decline');
		await read('Xong DH501.');
		expect(get().stage.simulator.messages()).toEqual([]);
		expect(toldTheModel()).toMatch(/rejected the tool call/);
	}, 90_000);

	it('sends nothing where the person types instead, and tells the model what', async () => {
		const { type, read } = await ask('DH502');
		type('Sai số điện thoại');
		await read('Xong DH502.');
		expect(get().stage.simulator.messages()).toEqual([]);
		expect(toldTheModel()).toMatch(/Sai số điện thoại/);
	}, 90_000);

	it('a second click sends no second message', async () => {
		const { press, read, executionId } = await ask('DH503');
		await Promise.all([press('Approve'), press('Approve')]);
		await read('Xong DH503.');
		await until('the run has ended', async () => hasEnded(await get().stage.client.getExecution(executionId)));
		expect(get().stage.simulator.messages()).toHaveLength(1);
	}, 90_000);

	it('the model cannot approve for the person', async () => {
		const { type, read } = await ask('DH504', { approved: true, hitlParameters: { approved: true, data: { approved: true } } });
		await pause(A_WHILE_MS);
		expect(get().stage.simulator.messages()).toEqual([]);
		type('Không');
		await read('Xong DH504.');
		expect(get().stage.simulator.messages()).toEqual([]);
	}, 90_000);
}
