import { importItemWorkflow, outputsOf, packageNode, postItems, startStage, until, webhooksReady, type Stage } from '../support/stage.mjs';

const ITEMS = 100;

let stage: Stage;

beforeAll(async () => {
	stage = await startStage();
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

it('a run that is killed half-way and started again sends every message once', async () => {
	const items = Array.from({ length: ITEMS }, (_, index) => ({ phone: `09${20_000_000 + index}`, code: `DH${index}` }));
	const { id, url } = await importItemWorkflow(
		stage,
		'crash',
		packageNode('Send', 'sendZns', {
			provider: 'esms',
			officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
			template: { __rl: true, mode: 'id', value: '267247' },
			phone: '={{ $json.phone }}',
			specifyParameters: 'json',
			templateParametersJson: '={{ { customer_name: "An", product_name: "A", order_code: $json.code, date: "21/11/2026" } }}',
			options: {},
		}),
	);
	await webhooksReady();

	const killed = postItems(url, items).catch((error: unknown) => error);
	await until('half of the messages are out', () => stage.simulator.messages().length >= ITEMS / 2);
	await stage.crashAndRestart();
	await killed;
	const before = stage.simulator.messages().length;
	expect(before).toBeLessThan(ITEMS);

	await webhooksReady();
	const { status } = await postItems(url, items);
	expect(status).toBe(200);

	const [last] = (await stage.client.listExecutions(id)).filter(({ status: ended }) => ended === 'success');
	const receipts = outputsOf(await stage.client.getExecution(last?.id ?? ''), 'Send')[0] ?? [];
	const count = (wanted: string) => receipts.filter((receipt) => receipt.status === wanted).length;
	expect([count('duplicate'), count('accepted')]).toEqual([before, ITEMS - before]);

	const phones = stage.simulator.messages().map(({ phone }) => phone);
	expect(phones.length).toBe(ITEMS);
	expect(new Set(phones)).toEqual(new Set(items.map(({ phone }) => phone)));
}, 180_000);
