import { inspect } from 'node:util';
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { runNode, type EngineResult, type EngineRun } from '../../support/engine.mjs';
import { seededZalo } from '../../support/seededZalo.mjs';
import type { Kind } from './kinds.mjs';
import { startWire, type Arrived, type Wire } from './wire.mjs';

/** Paths that are read of a template before its message is sent. */
const READS = ['/GetZnsTemplateInfo', '/GetTemplate/', '/template/info/v2'];

/** The simulator, and every request that reaches it. */
export interface PreviewStage {
	readonly simulator: Simulator;
	/** Runs one sending operation with Preview Only on. */
	preview(kind: Kind, more?: Partial<EngineRun>): Promise<EngineResult>;
	/** Runs it as it is. */
	send(kind: Kind, more?: Partial<EngineRun>): Promise<EngineResult>;
	/** What arrived at a provider and was not read of a template. */
	sent(): Arrived[];
}

/** Starts a simulator for the tests of a file and resets it before each of them. */
export function previewStage(): PreviewStage {
	let simulator: Simulator | undefined;
	let wires: Record<'esms' | 'caresoft' | 'zalo', Wire> | undefined;
	beforeAll(async () => {
		simulator = await startSimulator();
		wires = { esms: await startWire(simulator.esmsUrl), caresoft: await startWire(simulator.caresoftUrl), zalo: await startWire(simulator.zaloUrl) };
	});
	afterAll(async () => {
		await wires?.esms.close();
		await wires?.caresoft.close();
		await wires?.zalo.close();
		await simulator?.close();
	});
	beforeEach(() => {
		simulator?.reset();
		for (const wire of Object.values(wires ?? {})) wire.requests.length = 0;
	});
	const started = <T,>(thing: T | undefined): T => {
		if (thing === undefined) throw new Error('The simulator starts with the tests');
		return thing;
	};
	const credentials = (): EngineRun['credentials'] => {
		const { esms, caresoft, zalo } = started(wires);
		return {
			zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: esms.url },
			zaloZnsCaresoftApi: { domain: 'simshop', apiToken: 'SIMULATOR-API-TOKEN', host: 'custom', customHost: caresoft.url, webhookSecret: 'SIMULATOR-WEBHOOK-SECRET' },
			zaloZnsOfficialAccountApi: { ...seededZalo(started(simulator)), baseUrl: zalo.url },
		};
	};
	const run = async ({ type, parameters, items }: Kind, own: EngineRun['parameters'], { parameters: given, ...more }: Partial<EngineRun> = {}) =>
		await runNode({ type, parameters: { ...parameters, ...own, ...given }, items, credentials: credentials(), ...more });
	return {
		get simulator() {
			return started(simulator);
		},
		preview: async (kind, more) => await run(kind, { previewOnly: true }, more),
		send: async (kind, more) => await run(kind, {}, more),
		sent: () => Object.values(started(wires)).flatMap(({ requests }) => requests).filter(({ path }) => !READS.some((end) => path.endsWith(end))),
	};
}

/** @returns the picture of an item as text */
export function pictureOf(result: EngineResult, item = 0, output = 0): string {
	const data = result.outputs[output]?.[item]?.binary?.preview?.data;
	if (data === undefined) throw new Error(`Item ${item} of output ${output} has no picture`);
	return Buffer.from(data, 'base64').toString('utf8');
}

/** @returns all that a run leaves behind, as text */
export function traceOf(result: EngineResult): string {
	return inspect(result, { depth: 30, maxStringLength: null, maxArrayLength: null });
}

/** @returns the hints that a run gave */
export function hintsOf({ run }: EngineResult): string[] {
	return Object.values(run.data.resultData.runData).flatMap((runs) => runs.flatMap(({ hints = [] }) => hints.map(({ message }) => message)));
}

/** @returns the json of the items of an output */
export function itemsOf({ outputs }: EngineResult, output = 0): IDataObject[] {
	return (outputs[output] ?? []).map(({ json }) => json);
}
