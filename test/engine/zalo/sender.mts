import type { INodeParameters } from 'n8n-workflow';
import { runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { byId, useSimulated, type Simulated } from './simulated.mjs';

/** Send ZNS through Zalo on the real engine, before a simulator of its own. */
export interface Sender extends Simulated {
	/** Sends one ZNS per item about an order, to `$json.phone`. */
	run(items: EngineRun['items'], parameters?: INodeParameters, more?: Partial<EngineRun>): Promise<EngineResult>;
	/** The sends that came in, as host and path. */
	sends(): string[];
}

/** A template with a customer, a product, a code and a date. */
export const RATING = '415203';

/** @returns an item of the template */
export const order = (phone: unknown, number = 1) => ({ phone, name: 'Nguyễn Thị Hoàng Anh', order: `DH${number}` }) as never;

/** Starts a simulator for the tests of a file and resets it before each of them. */
export function useSender(): Sender {
	const simulated = useSimulated();
	const { credentials } = simulated;
	return {
		get simulator() {
			return simulated.simulator;
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
		sends: () => simulated.simulator.requests().map(({ path }) => path).filter((path) => path.includes('/message/template')),
	};
}

/** @returns the hints beside the output of a run */
export function hintsOf({ run }: EngineResult): string[] {
	return (run.data.resultData.runData['Send ZNS']?.[0]?.hints ?? []).map(({ message }) => message);
}
