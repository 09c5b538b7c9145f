import { parseArgs } from 'node:util';
import { credentialHelp, inLines, startSimulator, type Simulator } from './index.mjs';
import { tellNumbers } from './numbersToTry.mjs';

const USAGE = `npm run simulator -- [--port=4010] [--host=127.0.0.1] [--caresoft-webhook=URL] [--zalo-webhook=URL]
  --port              port to listen on; 0 takes any free one
  --host              address to listen on; 0.0.0.0 for n8n in a container
  --caresoft-webhook  where CareSoft posts its events: the production URL of a ZNS Delivery Trigger
  --zalo-webhook      the same for Zalo`;

/** What the user asked for on the command line. */
interface Wishes {
	help: boolean;
	port: number;
	host: string;
	caresoftWebhook: string;
	zaloWebhook: string;
}

/** The command line, or in words what is wrong with it. */
function readWishes(): Wishes | string {
	const text = (standard: string) => ({ type: 'string', default: standard }) as const;
	try {
		const { values } = parseArgs({
			options: { help: { type: 'boolean', default: false }, port: text('4010'), host: text('127.0.0.1'), 'caresoft-webhook': text(''), 'zalo-webhook': text('') },
		});
		const port = Number(values.port);
		if (!/^\d+$/.test(values.port) || port > 65_535) return `"${values.port}" is not a port.`;
		const wrong = [values['caresoft-webhook'], values['zalo-webhook']].find((url) => url !== '' && !/^https?:\/\//.test(url));
		if (wrong !== undefined) return `"${wrong}" is not a URL.`;
		return { help: values.help, port, host: values.host, caresoftWebhook: values['caresoft-webhook'], zaloWebhook: values['zalo-webhook'] };
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

async function start({ port, host, caresoftWebhook, zaloWebhook }: Wishes): Promise<Simulator> {
	// A pause a person can see, instead of the speed that suits tests.
	const delayMs = 1_200;
	return await startSimulator(
		{
			esms: { callback: { delayMs } },
			caresoft: { webhook: { url: caresoftWebhook, delayMs } },
			zalo: { delivery: { delayMs }, webhook: { url: zaloWebhook } },
			recipients: { lateMs: 15_000 },
		},
		{ port, host },
	);
}

/** Seconds since the command was given, what was built first included. */
function secondsSinceLaunch(): string {
	const since = Number(process.env.LAUNCHED_AT) || performance.timeOrigin;
	return ((Date.now() - since) / 1000).toFixed(1);
}

function tellReady(simulator: Simulator): string {
	return `The simulator of eSMS, CareSoft and Zalo is ready after ${secondsSinceLaunch()} s. Nothing leaves this machine, and nothing is charged.

Page                  ${simulator.url}/   (the phones of the customers, live)

Credentials for n8n
${inLines(credentialHelp(simulator.settings, simulator.url))}

Phone numbers to try
${tellNumbers()}

Ctrl-C stops it.`;
}

/** Ends the simulator with whoever started it; a second signal ends it at once. */
function endWith(simulator: Simulator): void {
	const stop = () => void simulator.close().then(() => process.exit(0));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
	process.once('disconnect', stop);
	// The channel alone does not keep the simulator alive.
	process.channel?.unref();
}

const wishes = readWishes();
if (typeof wishes === 'string') {
	console.error(`${wishes}\n\n${USAGE}`);
	process.exitCode = 2;
} else if (wishes.help) {
	console.log(USAGE);
} else {
	try {
		const simulator = await start(wishes);
		endWith(simulator);
		console.log(tellReady(simulator));
	} catch (error) {
		const advice = wishes.port === 0 ? '' : `\nChoose another port: npm run simulator -- --port=${wishes.port === 65_535 ? 0 : wishes.port + 1}`;
		console.error(`${error instanceof Error ? error.message : String(error)}.${advice}`);
		process.exitCode = 1;
	}
}
