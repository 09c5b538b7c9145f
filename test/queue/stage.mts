import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCredentials, type StageCredentials } from '../../sandbox/demo/credentials.mjs';
import { N8nClient } from '../../sandbox/n8n/client.mjs';
import { installPackage, packProject } from '../../sandbox/n8n/installPackage.mjs';
import type { N8nProcess } from '../../sandbox/n8n/process.mjs';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import { startQueue, type QueueN8n } from '../../sandbox/n8n/queue.mjs';
import type { StoredWorkflow, WorkflowJson } from '../../sandbox/n8n/types.mjs';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';

const PROJECT_DIR = join(__dirname, '..', '..');

/** n8n in queue mode with the packed package in every process, and a simulator. */
export interface QueueStage {
	simulator: Simulator;
	n8n: QueueN8n;
	/** Drives the main process. */
	client: N8nClient;
	credentials: StageCredentials;
	/** Imports a workflow and activates it. */
	importWorkflow(workflow: WorkflowJson): Promise<StoredWorkflow>;
	/** Stops everything and removes what it wrote. */
	close(): Promise<void>;
}

/** @returns whether a worker has begun a run that it has not ended yet */
export function workerHasJobs(worker: N8nProcess | undefined): boolean {
	const count = (words: string) => worker?.logs().split(words).length ?? 0;
	return count('Worker started execution ') > count('Worker finished execution ');
}

/** Starts main, two workers and a webhook process; the project must be built. */
export async function startQueueStage(): Promise<QueueStage> {
	const folder = mkdtempSync(join(tmpdir(), 'zalo-zns-queue-'));
	const cleanUp: Array<() => Promise<void> | void> = [() => rmSync(folder, { recursive: true, force: true })];
	const close = async () => {
		const faults: unknown[] = [];
		// What fails to end keeps nothing else running: the process of the tests would never end.
		for (const step of cleanUp.splice(0).reverse()) await Promise.resolve().then(step).catch((fault: unknown) => void faults.push(fault));
		if (faults.length > 0) throw faults[0];
	};
	try {
		const simulator = await startSimulator();
		cleanUp.push(async () => await simulator.close());
		const tarball = packProject(PROJECT_DIR, folder);
		const n8n = await startQueue({
			sandboxDir: join(PROJECT_DIR, 'sandbox'),
			folder,
			install: (userFolder) => installPackage(tarball, userFolder),
			workers: 2,
		});
		cleanUp.push(async () => await n8n.stop());
		const client = new N8nClient(n8n.main.url);
		await client.setupOwner();
		const credentials = await createCredentials(client, simulator);
		return {
			simulator,
			n8n,
			client,
			credentials,
			close,
			importWorkflow: async (workflow) => await importWorkflow(client, workflow, { credentials }),
		};
	} catch (error) {
		await close();
		throw error;
	}
}
