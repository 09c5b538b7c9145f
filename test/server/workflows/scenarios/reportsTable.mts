import type { JsonObject } from '../../../../sandbox/n8n/types.mjs';
import { until, webhooksReady } from '../../../support/stage.mjs';
import { ranIn, type Examples } from '../examples.mjs';

const FILE = 'reports-to-data-table.json';
const TABLE = 'zns delivery reports';
const SENDER = 'order-confirmed-send-zns.json';
/** The trigger to which the sender reports, as it stands in its file. */
const OTHER_TRIGGER = '7b0f6f0e-52b1-4a1e-9a53-2f6a0f1c9d10';
const ORDER = { customerName: 'Trần Văn Bình', product: 'Bình giữ nhiệt', date: '21/11/2026' };

/** How often the story is told: other names are needed for what stays in n8n. */
let told = 0;

/** Delivery reports that become rows of a data table, each once. */
export function reportsTable(get: () => Examples): void {
	const number = ++told;
	const path = `order-confirmed-reported-${number}`;
	const trigger = `f070233e-8d1a-5684-b3e6-00000000000${number}`;
	const text = expect.any(String) as string;
	let table: string;

	beforeAll(async () => {
		const { client } = get().stage;
		await client.waitForExecution(await client.runWorkflow(get().id(FILE), 'Run once'));
		// A copy that takes every call as a new one, so that only the table itself keeps repeats out.
		const { nodes, connections, settings } = await client.getWorkflow(get().id(FILE));
		const deaf = nodes.map((node) => (node.type.endsWith('.znsDeliveryTrigger') ? { ...node, webhookId: trigger, parameters: { ...node.parameters, ignoreRepeated: false } } : node));
		({ id: table } = await client.createWorkflow({ name: `${FILE} ${number}`, nodes: deaf, connections, settings }));
		await client.activateWorkflow(table);
		await get().import(SENDER, { [OTHER_TRIGGER]: trigger, 'order-confirmed': path });
		await webhooksReady();
	});

	/** Sends, and waits for as many runs of the reports as are expected. */
	const send = async (orderCode: string, phone: string, runs: number) => {
		const ended = await get().runsOf(table, async () => await get().post(path, { ...ORDER, orderCode, phone }), runs);
		expect(ended.map((run) => [run.status, ranIn(run)])).toEqual(ended.map(() => ['success', ['ZNS delivery', 'Keep the report']]));
	};
	const rowsOf = async (messageId = ''): Promise<JsonObject[]> => (await get().rows(TABLE)).filter((one) => one.messageId === messageId);
	const lastMessage = () => get().stage.simulator.messages().at(-1)?.id;

	it('writes one row for what was delivered, and one for what was not', async () => {
		await send('R1', '0901888484', 1);
		expect(await rowsOf(lastMessage())).toEqual([expect.objectContaining({ eventId: text, requestKey: 'R1-confirmed', phone: '0901888484', channel: 'zns', outcome: 'delivered', failure: '', receivedAt: text })]);
		await send('R2', '0901000118', 1);
		expect(await rowsOf(lastMessage())).toEqual([expect.objectContaining({ eventId: text, outcome: 'failed', failure: expect.stringContaining('no Zalo account') as string })]);
	}, 90_000);

	it('a report that comes three times is one row', async () => {
		get().stage.simulator.configure({ esms: { callback: { repeat: 3 } } });
		await send('R3', '0901888485', 3);
		expect(await rowsOf(lastMessage())).toHaveLength(1);
	}, 90_000);

	it('what nobody sent is no row', async () => {
		const before = await get().rows(TABLE);
		await fetch(`${get().stage.server.url}/webhook/${trigger}/zns-delivery?SMSID=invented&SendStatus=5&TypeId=25`);
		await until('the call was looked into', () => get().stage.simulator.requests().some(({ path: asked }) => /status/i.test(asked)));
		expect(await get().rows(TABLE)).toEqual(before);
	}, 90_000);
}
