import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nClient } from '../n8n/client.mjs';
import { installPackage, packProject } from '../n8n/installPackage.mjs';
import { startN8n, type N8nServer } from '../n8n/server.mjs';
import { userFolderTemplate } from '../n8n/template.mjs';

/** Where and how to open a house. */
export interface HouseOptions {
	projectDir: string;
	/** Where n8n is installed; the sandbox of the project unless another is given. */
	n8nDir?: string;
	/** A free port is chosen where none is given. */
	n8nPort?: number;
	/** Further settings of n8n. */
	env?: Record<string, string>;
	/** A folder that keeps a migrated database to start from; without it, every n8n migrates its own. */
	templates?: string;
	/** The package as a tarball; without it, the project is packed. */
	tarball?: string;
	/** Told of each step. */
	onStep?: (step: string) => void;
}

/** A real n8n on a folder of its own, with the package installed and the owner set up. */
export interface House {
	readonly server: N8nServer;
	userFolder: string;
	/** Kills n8n as a crash would and starts it again on the same data; the session of the owner stays good. */
	crashAndRestart(): Promise<void>;
	/** Stops n8n and removes what it wrote. */
	close(): Promise<void>;
}

/** Opens a house; on a failure nothing is left running. The project must be built. */
export async function openHouse(options: HouseOptions): Promise<House> {
	const { projectDir, n8nPort, env, templates, onStep = () => {} } = options;
	const sandboxDir = options.n8nDir ?? join(projectDir, 'sandbox');
	const userFolder = mkdtempSync(join(tmpdir(), 'zalo-zns-n8n-'));
	const remove = () => rmSync(userFolder, { recursive: true, force: true });
	let server: N8nServer | undefined;
	try {
		onStep('Packing the nodes and installing them into a new n8n');
		if (templates !== undefined) cpSync(await userFolderTemplate(sandboxDir, templates, env), userFolder, { recursive: true });
		installPackage(options.tarball ?? packProject(projectDir, userFolder), userFolder);

		onStep('Starting n8n (up to a minute the first time)');
		let running = (server = await startN8n({ sandboxDir, userFolder, port: n8nPort, env }));
		if (templates === undefined) await new N8nClient(running.url).setupOwner();
		return {
			get server() {
				return running;
			},
			userFolder,
			async crashAndRestart() {
				await running.kill();
				// Where it finds this file, n8n waits 10 s so as not to crash in a loop.
				rmSync(join(userFolder, '.n8n', 'crash.journal'), { force: true });
				running = await startN8n({ sandboxDir, userFolder, port: running.port, env });
			},
			async close() {
				await running.stop();
				remove();
			},
		};
	} catch (error) {
		await server?.stop();
		remove();
		throw error;
	}
}
