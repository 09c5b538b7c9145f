import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { N8nClient } from '../n8n/client.mjs';
import { importWorkflow } from '../n8n/provision.mjs';
import type { N8nServer } from '../n8n/server.mjs';
import type { StoredWorkflow, WorkflowJson } from '../n8n/types.mjs';
import { startSimulator, type Simulator } from '../simulator/index.mjs';
import { createCredentials, type StageCredentials } from './credentials.mjs';
import { openHouse, type House, type HouseOptions } from './house.mjs';

/** Placeholder of the n8n address in the example workflows. */
const EXAMPLE_URL = 'https://n8n.example.com';

/** Where to set the stage up. */
export interface StageOptions extends HouseOptions {
	/** A free port is chosen where none is given. */
	simulatorPort?: number;
	/** An n8n that is there already: it stays, and only its workflows are stopped at the end. */
	house?: House;
}

/** A real n8n with the package installed, the provider simulator, and credentials for it. */
export interface Stage {
	simulator: Simulator;
	server: N8nServer;
	client: N8nClient;
	userFolder: string;
	credentials: StageCredentials;
	/** Imports an example of the folder `workflows` and activates it. */
	importExample(file: string): Promise<StoredWorkflow>;
	/** Kills n8n as a crash would and starts it again on the same data. */
	crashAndRestart(): Promise<void>;
	/** Stops everything and removes what it wrote. */
	close(): Promise<void>;
}

/** Sets the stage up; on a failure nothing is left running. The project must be built. */
export async function setStage(options: StageOptions): Promise<Stage> {
	const { projectDir, simulatorPort, onStep = () => {} } = options;
	const cleanUp: Array<() => Promise<void>> = [];
	const close = async () => {
		for (const step of cleanUp.splice(0).reverse()) await step();
	};
	try {
		onStep('Starting the provider simulator');
		const simulator = await startSimulator({}, { port: simulatorPort }).catch((error: Error) => {
			throw new Error(`${error.message}. Choose another port: npm start -- --simulator-port=4011`);
		});
		cleanUp.push(async () => await simulator.close());

		const house = options.house ?? (await openHouse(options));
		if (!options.house) cleanUp.push(async () => await house.close());

		onStep('Creating the credentials');
		const client = new N8nClient(house.server.url);
		await client.login();
		if (options.house) cleanUp.push(async () => await client.deactivateAll());
		const credentials = await createCredentials(client, simulator);
		return {
			simulator,
			get server() {
				return house.server;
			},
			client,
			userFolder: house.userFolder,
			credentials,
			close,
			async importExample(file) {
				const text = readFileSync(join(projectDir, 'workflows', file), 'utf8');
				return await importWorkflow(client, JSON.parse(text) as WorkflowJson, {
					credentials,
					replace: { [EXAMPLE_URL]: house.server.url },
				});
			},
			crashAndRestart: async () => await house.crashAndRestart(),
		};
	} catch (error) {
		await close();
		throw error;
	}
}
