import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { playEachProvider } from './demo/eachProvider.mjs';
import { eachArrived, tellEachProvider, tellStory, verdictOf } from './demo/narration.mjs';
import { setStage, type Stage } from './demo/stage.mjs';
import { CUSTOMERS, playOrder } from './demo/story.mjs';
import { killAllN8n } from './n8n/alive.mjs';
import { OWNER } from './n8n/client.mjs';
import { credentialHelp, inLines } from './simulator/credentialHelp.mjs';

const USAGE = `npm start -- [--once] [--port=5678] [--simulator-port=4010]
  --once            play the scenario and exit, on free ports unless ports are given
  --port            port of n8n
  --simulator-port  port of the provider simulator`;

const PROJECT_DIR = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the user asked for on the command line. */
interface Wishes {
	once: boolean;
	n8nPort?: number;
	simulatorPort?: number;
}

function readWishes(): Wishes {
	const { values } = parseArgs({
		options: { once: { type: 'boolean', default: false }, port: { type: 'string' }, 'simulator-port': { type: 'string' } },
	});
	const { once } = values;
	return {
		once,
		n8nPort: toPort(values.port) ?? (once ? undefined : 5678),
		simulatorPort: toPort(values['simulator-port']) ?? (once ? undefined : 4010),
	};
}

function toPort(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65536) return port;
	throw new Error(`"${text}" is not a port.\n${USAGE}`);
}

/** Plays the order scenario for a customer on Zalo and one who is not, and a message through each provider; true where all ended well. */
async function play(stage: Stage): Promise<boolean> {
	// The delivery workflow comes first: its URL must answer before the first message leaves.
	const deliveries = await stage.importExample('zns-not-delivered-send-sms.json');
	await stage.importExample('order-confirmed-send-zns.json');
	await waitForWebhooks();
	let well = true;
	for (const order of [CUSTOMERS.reachable, CUSTOMERS.unreachable]) {
		const story = await playOrder(stage, order, deliveries.id);
		console.log(`\n${tellStory(story)}`);
		well &&= verdictOf(story);
	}
	const stories = await playEachProvider(stage);
	console.log(`\n${tellEachProvider(stories)}`);
	return well && eachArrived(stories);
}

const inQuotes = (names: string[]) => names.map((name) => `"${name}"`).join(', ');

/** A webhook answers about a second after its workflow was activated. */
async function waitForWebhooks(): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, 1500));
}

/** Whether somebody has ended the demo, or the program that started it is gone; nothing of it is to be kept. */
let isTold = false;

/** Resolves when the demo is to end; n8n is gone by then, in whatever it was. */
const told = new Promise<'told'>((resolve) => {
	const end = () => {
		// Who reads this may be gone, too.
		for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
		if (!isTold) console.log('\nStopping …');
		isTold = true;
		killAllN8n();
		resolve('told');
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
	process.once('disconnect', end);
	// The channel alone does not keep the demo alive.
	process.channel?.unref();
});

async function main(): Promise<number> {
	const wishes = readWishes();
	const stage = await setStage({ projectDir: PROJECT_DIR, ...wishes, onStep: (step) => console.log(`• ${step} …`) });
	try {
		const well = await Promise.race([play(stage), told]);
		if (well === 'told') return 0;
		if (!well) console.error('\nThe scenario did not end as it should. See the steps above.');
		if (wishes.once) return well ? 0 : 1;

		console.log(`
n8n         ${stage.server.url}/home/workflows
            sign in with ${OWNER.email} and the password ${OWNER.password}
            Workflows, there already: ${inQuotes(await stage.client.workflowNames())}
            Credentials, beside them: ${inQuotes(Object.values(stage.credentials).map(({ name }) => name))}
Simulator   ${stage.simulator.url}
            the phones of the customers, live

For credentials of your own
${inLines(credentialHelp(stage.simulator.settings, stage.simulator.url))}

Try your own: send an order with
  curl -X POST ${stage.server.url}/webhook/order-confirmed -H 'Content-Type: application/json' \\
    -d '${JSON.stringify({ ...CUSTOMERS.reachable, orderCode: 'DH003' })}'

Everything is thrown away when you stop it with Ctrl-C.`);
		await told;
		return 0;
	} finally {
		await stage.close();
	}
}

try {
	process.exitCode = await main();
} catch (error) {
	if (isTold) process.exit(0);
	console.error(`\n${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
}
