import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nClient } from '../n8n/client.mjs';
import { installPackage, packProject } from '../n8n/installPackage.mjs';
import { importWorkflow } from '../n8n/provision.mjs';
import { startN8n, type N8nServer } from '../n8n/server.mjs';
import type { JsonObject, StoredCredential, StoredWorkflow, WorkflowJson } from '../n8n/types.mjs';
import { startSimulator, type Simulator } from '../simulator/index.mjs';

/** Placeholder of the n8n address in the example workflows. */
const EXAMPLE_URL = 'https://n8n.example.com';

/** Where to set the stage up. */
export interface StageOptions {
	projectDir: string;
	/** Where n8n is installed; the sandbox of the project unless another is given. */
	n8nDir?: string;
	/** Free ports are chosen where none are given. */
	n8nPort?: number;
	simulatorPort?: number;
	/** Further settings of n8n. */
	env?: Record<string, string>;
	/** Told of each step. */
	onStep?: (step: string) => void;
}

/** A real n8n with the package installed, the provider simulator, and credentials for it. */
export interface Stage {
	simulator: Simulator;
	server: N8nServer;
	client: N8nClient;
	userFolder: string;
	credentials: { zaloZnsEsmsApi: StoredCredential; zaloZnsCaresoftApi: StoredCredential };
	/** Imports an example of the folder `workflows` and activates it. */
	importExample(file: string): Promise<StoredWorkflow>;
	/** Kills n8n as a crash would and starts it again on the same data. */
	crashAndRestart(): Promise<void>;
	/** Stops everything and removes what it wrote. */
	close(): Promise<void>;
}

/** Data of the credentials that fit the simulator's accounts. */
export function simulatorCredentials(simulator: Simulator): { zaloZnsEsmsApi: JsonObject; zaloZnsCaresoftApi: JsonObject } {
	const { esms, caresoft } = simulator.settings;
	return {
		zaloZnsEsmsApi: { apiKey: esms.apiKey, secretKey: esms.secretKey, baseUrl: simulator.esmsUrl },
		zaloZnsCaresoftApi: {
			domain: caresoft.domain,
			apiToken: caresoft.token,
			host: 'custom',
			customHost: simulator.caresoftUrl,
			webhookSecret: caresoft.webhook.secret,
		},
	};
}

/** Sets the stage up; on a failure nothing is left running. The project must be built. */
export async function setStage(options: StageOptions): Promise<Stage> {
	const { projectDir, n8nPort, simulatorPort, env, onStep = () => {} } = options;
	const sandboxDir = options.n8nDir ?? join(projectDir, 'sandbox');
	const userFolder = mkdtempSync(join(tmpdir(), 'zalo-zns-n8n-'));
	const cleanUp: Array<() => Promise<void> | void> = [() => rmSync(userFolder, { recursive: true, force: true })];
	const close = async () => {
		for (const step of cleanUp.reverse()) await step();
	};
	try {
		onStep('Starting the provider simulator');
		const simulator = await startSimulator({}, { port: simulatorPort }).catch((error: Error) => {
			throw new Error(`${error.message}. Choose another port: npm start -- --simulator-port=4011`);
		});
		cleanUp.push(async () => await simulator.close());

		onStep('Packing the nodes and installing them into a new n8n');
		installPackage(packProject(projectDir, userFolder), userFolder);

		onStep('Starting n8n (up to a minute the first time)');
		let server = await startN8n({ sandboxDir, userFolder, port: n8nPort, env });
		cleanUp.push(async () => await server.stop());

		onStep('Creating the owner and the credentials');
		const client = new N8nClient(server.url);
		await client.setupOwner();
		const data = simulatorCredentials(simulator);
		const credentials = {
			zaloZnsEsmsApi: await client.createCredential('eSMS account', 'zaloZnsEsmsApi', data.zaloZnsEsmsApi),
			zaloZnsCaresoftApi: await client.createCredential('CareSoft account', 'zaloZnsCaresoftApi', data.zaloZnsCaresoftApi),
		};
		return {
			simulator,
			get server() {
				return server;
			},
			client,
			userFolder,
			credentials,
			close,
			async importExample(file) {
				const text = readFileSync(join(projectDir, 'workflows', file), 'utf8');
				return await importWorkflow(client, JSON.parse(text) as WorkflowJson, {
					credentials,
					replace: { [EXAMPLE_URL]: server.url },
				});
			},
			async crashAndRestart() {
				await server.kill();
				server = await startN8n({ sandboxDir, userFolder, port: server.port, env });
				await client.login();
			},
		};
	} catch (error) {
		await close();
		throw error;
	}
}
