import { hasEnded } from '../../../sandbox/n8n/client.mjs';
import type { Execution } from '../../../sandbox/n8n/types.mjs';
import { until, withOwnSimulator, type Stage } from '../../support/stage.mjs';
import type { Examples } from './examples.mjs';

const FILE = 'order-zalo-zns-sms.json';
const ORDER = { customerName: 'Nguyễn Thị Hoàng Anh', product: 'Giày chạy bộ', date: '21/11/2026' };

/** A customer of whose message Zalo never says that it has arrived. */
const SILENT = '0904000001';

/**
 * Orders whose ZNS goes straight to Zalo. They have a simulator of their own: others reset theirs, and with it the
 * tokens of its Official Account and the message that is waited for until the time is over, handed in before all others.
 */
export class ZaloOrders {
	private count = 0;
	private silentCode = '';

	private constructor(
		private readonly examples: Examples,
		private readonly stage: Stage,
		private readonly workflowId: string,
		private readonly path: string,
	) {}

	static async handIn(examples: Examples): Promise<ZaloOrders> {
		const stage = await withOwnSimulator(examples.stage);
		const path = 'order-zalo-beside';
		const id = await examples.import(FILE, { 'order-zalo-else-sms': path }, stage.credentials);
		const orders = new ZaloOrders(examples, stage, id, path);
		orders.silentCode = await orders.post(SILENT);
		return orders;
	}

	/** Hands an order in, and waits for its run. */
	async order(phone: string, orderCode?: string): Promise<{ orderCode: string; run: Execution | undefined }> {
		let code = '';
		const runs = await this.examples.runsOf(this.workflowId, async () => void (code = await this.post(phone, orderCode)));
		return { orderCode: code, run: runs.find((run) => isAbout(run, code)) };
	}

	/** The run of the order of which nothing is heard, when its time is over. */
	async silentRun(): Promise<Execution | undefined> {
		const { client } = this.stage;
		const runs = async () => await client.listExecutions(this.workflowId);
		await until('the time of the silent order is over', async () => (await runs()).every(hasEnded), 150_000, 1_000);
		const executions = await Promise.all((await runs()).map(async ({ id }) => await client.getExecution(id)));
		return executions.find((run) => isAbout(run, this.silentCode));
	}

	/** What a customer got once all is through, in a few words; the silent one where none is named. */
	async sentTo(phone = SILENT): Promise<string[]> {
		await this.stage.simulator.whenIdle();
		return this.stage.simulator.messages().filter((message) => message.phone === phone).map(({ provider, channel, state }) => `${provider} ${channel} ${state}`);
	}

	async close(): Promise<void> {
		await this.stage.simulator.close();
	}

	private async post(phone: string, orderCode = `Z${++this.count}`): Promise<string> {
		await this.examples.post(this.path, { ...ORDER, orderCode, phone });
		return orderCode;
	}
}

function isAbout(run: Execution, orderCode: string): boolean {
	return JSON.stringify(run.data).includes(`"${orderCode}"`);
}
