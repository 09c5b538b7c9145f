import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type CredentialData, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { seededZalo } from '../../support/seededZalo.mjs';
import { byId } from './account.mjs';

/** Send ZNS through Zalo on the real engine, before a simulator of its own. */
export interface Sender {
	readonly simulator: Simulator;
	/** Sends one ZNS per item about an order, to `$json.phone`. */
	run(items: EngineRun['items'], parameters?: INodeParameters, more?: Partial<EngineRun>): Promise<EngineResult>;
	/** Credential of the account, whose access token is alive, with something changed. */
	credentials(change?: object): CredentialData;
	/** The sends that came in, as host and path. */
	sends(): string[];
}

/** A template with a customer, a product, a code and a date. */
export const RATING = '415203';

/** @returns an item of the template */
export const order = (phone: unknown, number = 1) => ({ phone, name: 'Nguyễn Thị Hoàng Anh', order: `DH${number}` }) as never;

/** Starts a simulator for the tests of a file and resets it before each of them. */
export function useSender(): Sender {
	let simulator: Simulator | undefined;
	const running = (): Simulator => {
		if (!simulator) throw new Error('The simulator starts with the tests');
		return simulator;
	};
	beforeAll(async () => {
		simulator = await startSimulator();
	});
	afterAll(async () => await simulator?.close());
	beforeEach(() => running().reset());

	const credentials = (change: object = {}): CredentialData => ({ zaloZnsOfficialAccountApi: { ...seededZalo(running()), ...change } });
	return {
		get simulator() {
			return running();
		},
		credentials,
		run: async (items, parameters = {}, more = {}) =>
			await runNode({
				type: 'sendZns',
				parameters: {
					provider: 'zalo',
					template: byId(RATING),
					phone: '={{ $json.phone }}',
					specifyParameters: 'json',
					templateParametersJson: '={{ { customer_name: $json.name, product_name: "Gói duy trì OA", order_code: $json.order, date: "21/11/2026" } }}',
					...parameters,
				},
				items,
				credentials: credentials(),
				...more,
			}),
		sends: () => running().requests().map(({ path }) => path).filter((path) => path.includes('/message/template')),
	};
}

/** @returns the hints beside the output of a run */
export function hintsOf({ run }: EngineResult): string[] {
	return (run.data.resultData.runData['Send ZNS']?.[0]?.hints ?? []).map(({ message }) => message);
}
