import type { Execution, ExecutionStatus, JsonObject } from '../../sandbox/n8n/types.mjs';
import { outputsOf, until } from '../support/stage.mjs';
import { BRANCHES } from '../support/waitingWorkflow.mjs';
import type { QueueStage } from './stage.mjs';

/** An order whose customer gets one message. */
export interface Order {
	order: string;
	phone: string;
	/** The output by which its run has to leave. */
	branch: string;
}

/** A run as it is stored in the end. */
export interface Ending {
	id: string;
	status: ExecutionStatus;
	/** Empty where n8n has dropped the data of the run. */
	order: string;
	/** The one branch that ran. */
	branch: string | undefined;
	noResult?: string;
}

const GOING_ON: ExecutionStatus[] = ['new', 'running', 'waiting'];

/** Requests that are under way at once. */
const LANES = 8;

/** Orders of which every second one cannot be delivered; each has a number of its own. */
export function makeOrders(count: number): Order[] {
	return Array.from({ length: count }, (_, index) => {
		const order = String(100_000 + index);
		const isFailing = index % 2 === 1;
		// Of these numbers the last three digits are the reason of Zalo (sandbox/simulator/recipients.mts).
		const phone = isFailing ? `0901000${String(100 + (index - 1) / 2)}` : `091${String(1_000_000 + index)}`;
		return { order, phone, branch: isFailing ? 'Not Delivered' : 'Delivered' };
	});
}

/** Does something for each of a list, a few at a time. */
export async function each<T>(list: readonly T[], work: (entry: T) => Promise<void>): Promise<void> {
	const open = [...list];
	const lane = async () => {
		for (let entry = open.shift(); entry !== undefined; entry = open.shift()) await work(entry);
	};
	await Promise.all(Array.from({ length: LANES }, lane));
}

/** Posts something to the webhook process and returns the answer, which must be 200. */
export async function post(url: string, body: unknown): Promise<unknown> {
	const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
	const text = await answer.text();
	if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${text}`);
	return JSON.parse(text);
}

/** @returns the number of the latest run of all workflows; n8n lists those that began together in any order */
export async function latestRun({ client }: QueueStage): Promise<number> {
	const { results } = await client.session.send<{ results: Array<{ id: string }> }>('GET', '/executions?filter=%7B%7D&limit=100');
	return Math.max(0, ...results.map(({ id }) => Number(id)));
}

/**
 * Reads how the latest runs ended, where only one workflow ran: they are counted,
 * and n8n's list leaves some out between its pages.
 *
 * @param after the run before the first one to read
 */
export async function readEndings(stage: QueueStage, workflowId: string, after = 0): Promise<Ending[]> {
	const newest = Math.max(...(await stage.client.listExecutions(workflowId)).map(({ id }) => Number(id)));
	const ids = Array.from({ length: newest - after }, (_, index) => String(after + index + 1));
	const endings: Ending[] = [];
	await each(ids, async (id) => void endings.push(toEnding(await stage.client.getExecution(id))));
	return endings;
}

function toEnding(execution: Execution): Ending {
	const { id, status } = execution;
	const ran = BRANCHES.filter((name) => execution.data.resultData.runData[name]);
	const item = outputsOf(execution, ran[0] ?? '')[0]?.[0];
	const { order = '' } = (item?.body ?? {}) as { order?: string };
	const { noResult } = (item?.delivery ?? {}) as JsonObject;
	return { id, status, order, branch: ran.length === 1 ? ran[0] : undefined, ...(typeof noResult === 'string' && { noResult }) };
}

/** Waits until no run of a workflow goes on; where that does not come about, tells what n8n answered to the callbacks of those that do. */
export async function untilSettled(stage: QueueStage, workflowId: string, timeoutMs: number): Promise<void> {
	const { client, simulator } = stage;
	try {
		await until('no run goes on', async () => (await client.countExecutions(workflowId, GOING_ON)) === 0, timeoutMs);
	} catch (error) {
		const left = (await client.listExecutions(workflowId, 100, GOING_ON)).map(({ id, status }) => {
			const callbacks = simulator.callbacks().filter(({ url }) => url.includes(`/webhook-waiting/${id}/`));
			return `${id} ${status}, callbacks: ${callbacks.map(({ status: answer, error: fault }) => answer ?? fault).join(' ') || 'none'}`;
		});
		throw new Error(left.join('\n'), { cause: error });
	}
}
