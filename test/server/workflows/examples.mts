import { setTimeout as sleep } from 'node:timers/promises';

import { importWorkflow } from '../../../sandbox/n8n/provision.mjs';
import { hasEnded } from '../../../sandbox/n8n/client.mjs';
import type { Execution, JsonObject, StoredCredential, WorkflowJson } from '../../../sandbox/n8n/types.mjs';
import { list, readText } from '../../support/files.mjs';
import { outputsOf, startStage, until, type Stage } from '../../support/stage.mjs';
import { startModelServer, type ModelServer } from './modelServer.mjs';

/** Every file of the folder `workflows`. */
export const FILES = list('workflows').sort();

/** What the examples need beside the providers; the shop has a key, the form a password. */
export const SHOP_KEY = { name: 'X-Shop-Key', value: 'key-of-the-shop' };
export const FORM_USER = { user: 'marketing', password: 'Marketing-1234' };

/** The patience of the reconciliation, which no test has. */
const WAITS = { '{ hours: 3 }': '{ hours: 0 }' };

/** The longest wait for a report, in minutes: n8n looks once a minute whose time is over. */
const WAIT_LIMIT = 1;

/** One n8n with all examples, published. */
export class Examples {
	private readonly ids = new Map<string, string>();
	private readonly credentials: Record<string, StoredCredential> = {};

	private constructor(
		readonly stage: Stage,
		readonly model: ModelServer,
	) {}

	/** Starts everything and imports every example as a user would. */
	static async start(): Promise<Examples> {
		const stage = await startStage();
		const model = await startModelServer();
		const examples = new Examples(stage, model);
		try {
			await examples.prepare();
		} catch (error) {
			await examples.close();
			throw error;
		}
		return examples;
	}

	private async prepare(): Promise<void> {
		const { client, credentials } = this.stage;
		Object.assign(this.credentials, credentials, {
			httpHeaderAuth: await client.createCredential('Header Auth account', 'httpHeaderAuth', SHOP_KEY),
			httpBasicAuth: await client.createCredential('Basic Auth account', 'httpBasicAuth', FORM_USER),
			openAiApi: await client.createCredential('OpenAI account', 'openAiApi', { apiKey: 'sk-scripted', url: this.model.url }),
		});
		for (const file of FILES) this.ids.set(file, await this.import(file));
	}

	/**
	 * Imports and publishes an example.
	 *
	 * @param replace further texts to replace in the file
	 * @param providers other credentials than those of the stage
	 * @param waiting further parameters of its nodes that wait
	 * @returns its ID in n8n
	 */
	async import(file: string, replace: Record<string, string> = {}, providers: Record<string, StoredCredential> = {}, waiting: JsonObject = {}): Promise<string> {
		const { client, server } = this.stage;
		const workflow = JSON.parse(readText(`workflows/${file}`)) as WorkflowJson;
		for (const { parameters } of workflow.nodes) if ('waitLimit' in parameters) Object.assign(parameters, { waitLimit: WAIT_LIMIT, ...waiting });
		const { id } = await importWorkflow(client, workflow, {
			credentials: { ...this.credentials, ...providers },
			replace: { 'https://n8n.example.com': server.url, ...WAITS, ...replace },
		});
		return id;
	}

	async close(): Promise<void> {
		await this.stage.close();
		await this.model.close();
	}

	/** ID of an example in n8n. */
	id(file: string): string {
		const id = this.ids.get(file);
		if (id === undefined) throw new Error(`There is no example ${file}`);
		return id;
	}

	/** Resolves once eSMS says of every message what became of it, however far its status lags. */
	async settled(): Promise<void> {
		const { simulator } = this.stage;
		await simulator.whenIdle();
		const { finalLagMs, storedLagMs } = simulator.settings.esms.retrieval;
		const lag = Math.max(finalLagMs, storedLagMs);
		if (lag > 0) await sleep(lag + 1_000);
	}

	/** POSTs JSON to a webhook with the key of the shop. */
	async post(path: string, body: JsonObject, key = SHOP_KEY.value): Promise<{ status: number; body: unknown }> {
		const response = await fetch(`${this.stage.server.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', [SHOP_KEY.name]: key },
			body: JSON.stringify(body),
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json') ?? false;
		return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
	}

	/** Does something that starts runs of an example, and waits until they have ended; oldest first. A file, or the ID of another import. */
	async runsOf(file: string, start: () => Promise<unknown>, count = 1, timeoutMs = 60_000): Promise<Execution[]> {
		const { client } = this.stage;
		const id = this.ids.get(file) ?? file;
		const before = new Set((await client.listExecutions(id)).map((run) => run.id));
		await start();
		let ended: string[] = [];
		await until(`${count} runs of ${file} have ended`, async () => {
			ended = (await client.listExecutions(id)).filter((run) => !before.has(run.id) && hasEnded(run)).map((run) => run.id);
			return ended.length >= count;
		}, timeoutMs);
		return await Promise.all(ended.sort((a, b) => Number(a) - Number(b)).map(async (run) => await client.getExecution(run)));
	}

	/** What became of every message the simulator has sent to a phone number or Zalo user, in a few words. */
	sentTo(recipient: string): string[] {
		return this.stage.simulator
			.messages()
			.filter(({ phone, zaloUserId }) => phone === recipient || (phone === '' && zaloUserId === recipient))
			.map(({ channel, state }) => `${channel} ${state}`);
	}

	/** The rows of a data table; those of the one that two examples share where none is named. */
	async rows(name = 'zns messages'): Promise<JsonObject[]> {
		const { session } = this.stage.client;
		const tables = await session.send<{ data: Array<{ id: string; name: string; projectId: string }> }>('GET', '/data-tables-global');
		const table = tables.data.find((one) => one.name === name);
		if (!table) return [];
		return (await session.send<{ data: JsonObject[] }>('GET', `/projects/${table.projectId}/data-tables/${table.id}/rows?take=100`)).data;
	}
}

/** The nodes that ran, in their order. */
export function ranIn(execution: Execution): string[] {
	return Object.keys(execution.data.resultData.runData);
}

/** The first item that left a node by an output. */
export function itemOf(execution: Execution, node: string, output = 0): JsonObject | undefined {
	return outputsOf(execution, node)[output]?.[0];
}
