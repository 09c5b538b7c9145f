import type { JsonObject } from '../../../sandbox/n8n/types.mjs';
import { outputsOf, type Stage } from '../../support/stage.mjs';

/** One run of a trigger: the output that its item left by, and the item. */
export interface TriggerRun {
	output: number;
	report: JsonObject;
}

/** Requests that are under way at once. */
const LANES = 8;

/** @returns the number of the latest run of all workflows */
export async function latestRun({ client }: Stage): Promise<number> {
	const { results } = await client.session.send<{ results: Array<{ id: string }> }>('GET', '/executions?filter=%7B%7D&limit=1');
	return Math.max(0, ...results.map(({ id }) => Number(id)));
}

/**
 * Reads every run of a trigger, the oldest first. n8n's own list leaves some out between its pages, so they are counted.
 *
 * @param after the last run that is not looked at
 */
export async function readRuns(stage: Stage, workflowId: string, after = 0): Promise<TriggerRun[]> {
	const newest = await latestRun(stage);
	const runs: Array<TriggerRun | undefined> = [];
	let next = after + 1;
	const lane = async () => {
		for (let id = next++; id <= newest; id = next++) {
			const execution = await stage.client.getExecution(String(id));
			if (execution.workflowId !== workflowId) continue;
			const outputs = outputsOf(execution, 'Trigger');
			const output = outputs.findIndex((items) => items.length > 0);
			runs[id - after] = { output, report: outputs[output]?.[0] ?? {} };
		}
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	return runs.filter((run) => run !== undefined);
}
