import { setTimeout as sleep } from 'node:timers/promises';

import { hasEnded } from '../../../sandbox/n8n/client.mjs';
import { startBeside, until, type Stage } from '../../support/stage.mjs';
import { ranIn, type Examples } from './examples.mjs';

const FILE = 'order-zns-sms.json';
const PATH = 'order-silent';
const ORDER = { customerName: 'Nguyễn Thị Hoàng Anh', product: 'Giày chạy bộ', date: '21/11/2026' };
/** How often the node looks for a message while its run is parked (nodes/shared/waiting/lookAgain.ts). */
const LOOKS = 3;
const REST_OF_A_LOOK_MS = 5_000;
const PHONES = { W7: '0904000001', W8: '0901000139' };

/**
 * Orders of whose messages nothing is heard until the time is over. n8n looks for that once a minute, so they are
 * handed in before all others, and wait at a simulator of their own while those are told.
 */
export class SilentOrders {
	private readonly settling: Promise<void>;

	private constructor(
		private readonly stage: Stage,
		private readonly workflowId: string,
	) {
		this.settling = this.settle();
		// Told to whoever asks for a story.
		this.settling.catch(() => {});
	}

	static async handIn(examples: Examples): Promise<SilentOrders> {
		const stage = await startBeside(examples.stage);
		// No call comes, and the state of a message is known only after the node has looked for it for the last time.
		stage.simulator.configure({ esms: { callback: { httpsOnly: true, held: true } } });
		const workflowId = await examples.import(FILE, { 'order-zns-else-sms': PATH }, stage.credentials);
		for (const [orderCode, phone] of Object.entries(PHONES)) await examples.post(PATH, { ...ORDER, orderCode, phone });
		return new SilentOrders(stage, workflowId);
	}

	/** Lets the messages end, once the node has looked for each for the last time and the run waits for nothing but its time. */
	private async settle(): Promise<void> {
		const { simulator } = this.stage;
		const looks = () => simulator.requests().filter(({ path }) => path.includes('GetCallback')).length;
		await until('every message was looked for', () => looks() >= LOOKS * Object.keys(PHONES).length, 90_000);
		// A look goes on with the status calls, to which a message that ended meanwhile would be an end; the time of the run is over 20 s later at the earliest.
		await sleep(REST_OF_A_LOOK_MS);
		simulator.releaseReports(0);
	}

	async close(): Promise<void> {
		await this.stage.close();
	}

	/** @returns the nodes that ran for an order, and its messages, when the runs of all have ended */
	async storyOf(orderCode: keyof typeof PHONES): Promise<{ ran: string[]; sent: string[] }> {
		const { client, simulator } = this.stage;
		await this.settling;
		const runs = async () => await client.listExecutions(this.workflowId);
		await until('the time of all is over', async () => (await runs()).filter(hasEnded).length === Object.keys(PHONES).length, 150_000);
		const executions = await Promise.all((await runs()).map(async ({ id }) => await client.getExecution(id)));
		const own = executions.find(({ data }) => JSON.stringify(data).includes(orderCode));
		const messages = simulator.messages().filter(({ phone }) => phone === PHONES[orderCode]);
		return { ran: own ? ranIn(own) : [], sent: messages.map(({ channel, state }) => `${channel} ${state}`) };
	}
}
