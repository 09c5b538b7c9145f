import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode } from '../../support/engine.mjs';
import { startProxy, type Proxy } from '../proxy.mjs';

let simulator: Simulator;
let proxy: Proxy;
beforeAll(async () => {
	simulator = await startSimulator();
	proxy = await startProxy(simulator.esmsUrl, 'ZNS/GetRating/');
});
afterAll(async () => {
	await proxy.close();
	await simulator.close();
});
beforeEach(() => proxy.reset());

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const ratings = Array.from({ length: 120 }, (_, index) => ({ msgId: `m${index}`, rate: 5 }));

/** Reads all ratings from a provider that gives no good answer to some requests. @returns the ratings, and where each request began */
async function read(spoils: (offset: number, n: number) => boolean): Promise<{ ids: unknown[] | undefined; offsets: number[]; error?: string }> {
	proxy.answer = ({ Offset, Limit }) => {
		const offset = Number(Offset);
		return spoils(offset, proxy.bodies.length) ? {} : { CodeResult: '100', Data: ratings.slice(offset, offset + Number(Limit)), Total: 120 };
	};
	const { outputs, error } = await runNode({
		type: 'esms', unreal: true, items: [{}] as IDataObject[],
		parameters: { resource: 'officialAccount', operation: 'getRatings', officialAccount: byId('4097311281936189049'), template: byId('266986'), from: '2026-11-01', to: '2026-11-30', returnAll: true },
		credentials: { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: proxy.url } },
	});
	return { ids: outputs[0]?.map(({ json }) => json.zaloMessageId), offsets: proxy.bodies.map(({ Offset }) => Number(Offset)), ...(error && { error: error.message }) };
}

it('one page of a list is asked for again, and none of those before it', async () => {
	// Each page meets it once: a list that began anew each time would never end within its tries.
	const { ids, offsets } = await read((_, n) => n % 2 === 1);
	expect(ids).toEqual(ratings.map(({ msgId }) => msgId));
	expect(offsets).toEqual([0, 0, 50, 50, 100, 100]);
});

it('a page that goes on giving nothing ends the list after three tries', async () => {
	const { offsets, error } = await read((offset) => offset === 50);
	expect(offsets).toEqual([0, 50, 50, 50]);
	expect(error).toContain('JSON without a code');
});
