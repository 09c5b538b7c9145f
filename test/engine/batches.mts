import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode, type EngineResult, type EngineRun } from '../support/engine.mjs';
import { startProxy, type Proxy } from './proxy.mjs';

const OFFICIAL_ACCOUNT = '4097311281936189049';
const CALL = 'Send_zns_bulk_v4_post_json/';

/** What the tests of batches look at; new for each test. */
export interface Stage {
	simulator: Simulator;
	/** Sees the requests of batches, and may answer them. */
	proxy: Proxy;
	run(items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>): Promise<EngineResult>;
	/** Requests of batches that reached the simulator. */
	sends(): unknown[];
	/** Phone numbers that got a message. */
	sentTo(): Array<string | undefined>;
	/** How many messages each request held. */
	sizes(): number[];
}

/** Sets up the simulator and a proxy before it, for the tests of a file. */
export function useBatches(): Stage {
	const stage = {} as Stage;
	beforeAll(async () => {
		stage.simulator = await startSimulator();
		stage.proxy = await startProxy(stage.simulator.esmsUrl, CALL);
	});
	afterAll(async () => {
		await stage.proxy.close();
		await stage.simulator.close();
	});
	beforeEach(() => {
		stage.simulator.reset();
		stage.proxy.reset();
	});
	stage.run = async (items, parameters, more) => await runBatches(stage.proxy.url, items, parameters, more);
	stage.sends = () => stage.simulator.requests().filter(({ path }) => path.endsWith(CALL));
	stage.sentTo = () => stage.simulator.messages().map(({ phone }) => phone);
	stage.sizes = () => stage.proxy.bodies.map(({ Data }) => (Data as object[]).length);
	return stage;
}

async function runBatches(baseUrl: string, items: EngineRun['items'], parameters: EngineRun['parameters'] = {}, more: Partial<EngineRun> = {}) {
	return await runNode({
		type: 'sendZns',
		parameters: {
			provider: 'esms',
			officialAccount: { __rl: true, mode: 'list', value: OFFICIAL_ACCOUNT },
			template: { __rl: true, mode: 'id', value: '267247' },
			phone: '={{ $json.phone }}',
			specifyParameters: 'json',
			// Not in the order of the template.
			templateParametersJson: '={{ { order_code: $json.order, date: "21/11/2026", customer_name: "Nguyễn An", product_name: "Gói OA" } }}',
			sending: 'batches',
			...parameters,
		},
		items,
		credentials: { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl } },
		...more,
	});
}

/** @returns an item */
export const order = (phone: string, number = 1) => ({ phone, order: `DH${number}` });

/** @returns items, each for a customer of its own */
export const orders = (count: number) => Array.from({ length: count }, (_, i) => order(`0912${String(i).padStart(6, '0')}`, i));

/** @returns the status of each receipt, the class of each failure */
export const statuses = (items: Array<{ json: object }> | undefined) => items?.map(({ json }) => (json as { status?: string; details?: { class: string } }).status ?? (json as { details: { class: string } }).details.class);
