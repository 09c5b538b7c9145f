import { parseArgs } from 'node:util';
import { startSimulator } from './index.mjs';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '4010' },
		host: { type: 'string', default: '127.0.0.1' },
		webhook: { type: 'string', default: '' },
		'zalo-webhook': { type: 'string', default: '' },
	},
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
	console.error(`--port ${values.port} is not a port number`);
	process.exit(2);
}

try {
	// A pause a person can see, instead of the speed that suits tests.
	const delayMs = 1_200;
	const simulator = await startSimulator(
		{
			esms: { callback: { delayMs } },
			caresoft: { webhook: { url: values.webhook, delayMs } },
			zalo: { delivery: { delayMs }, webhook: { url: values['zalo-webhook'] } },
			recipients: { lateMs: 15_000 },
		},
		{ port, host: values.host },
	);
	console.log(`Phones and log   ${simulator.url}/`);
	console.log(`eSMS base URL    ${simulator.esmsUrl}`);
	console.log(`CareSoft host    ${simulator.caresoftUrl}  (domain ${simulator.settings.caresoft.domain})`);
	console.log(`Zalo base URL    ${simulator.zaloUrl}  (app ${simulator.settings.zalo.appId})`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void simulator.close().then(() => process.exit(0)));
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
