/** The simulator in a process of its own, so that its work is not counted as that of a node. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { sandboxDir } from './paths.mjs';

const { startSimulator } = await import(pathToFileURL(join(sandboxDir, 'dist', 'simulator', 'index.mjs')).href);

const simulator = await startSimulator({
	esms: { balance: 1e12, callback: { httpsOnly: true } },
	keep: { messages: 1000, requests: 1000, callbacks: 1000 },
});
process.send?.({ esmsUrl: simulator.esmsUrl, caresoftUrl: simulator.caresoftUrl, settings: simulator.settings });

process.on('message', (settings) => {
	simulator.reset();
	simulator.configure(settings);
	process.send?.({});
});
process.on('disconnect', () => process.exit(0));
