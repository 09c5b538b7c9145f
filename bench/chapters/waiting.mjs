/** Waiting for many messages in one run by asking: how often eSMS is asked, and how long after the last delivery the run knows. */
import { item } from '../message.mjs';
import { activate, ON_DEMAND, pause, runsEnded } from '../n8n.mjs';
import { show, table } from '../statistics.mjs';
import { httpRequestWorkflow, sendZnsWorkflow } from '../waitingWorkflows.mjs';

const PATIENCE_MS = 240_000;
const STATUS_CALL = /\/(?:QueryZnsStatus|GetCallback)\b/;
/** The simulator calls none but https; the address makes the message one that GetCallback knows. */
const CALLBACK_URL = 'http://127.0.0.1/never-called';

export async function waiting(_provider, { quick, log, n8n }) {
	const count = quick ? 20 : 1_000;
	const spreadMs = quick ? 1_500 : 15_000;
	const waitSeconds = quick ? 2 : 10;
	const ways = {
		'Send ZNS, with a Callback URL': (path, stage) => sendZnsWorkflow(path, stage, CALLBACK_URL),
		'Send ZNS': (path, stage) => sendZnsWorkflow(path, stage),
		'HTTP Request, Wait, HTTP Request and If': (path, stage) => httpRequestWorkflow(path, stage, waitSeconds),
	};
	const rows = [];
	const stage = await n8n.open(ON_DEMAND);
	try {
		for (const [at, [name, workflowOf]] of Object.entries(ways).entries()) {
			const { calls, lateMs, ms } = await oneRun(stage, `bench-waiting-${at}`, workflowOf, count, spreadMs, name);
			log(`${name}: ${show(calls / count)} calls per message, ${show(lateMs / 1000)} s after the last delivery`);
			rows.push([name, show(calls, 5), show(calls / count), show(lateMs / 1000), show(ms / 1000)]);
		}
	} finally {
		await n8n.leave(stage);
	}
	const text = `## Waiting for many messages by asking

${show(count, 5)} messages in one run of a real n8n, delivered one by one at random moments of the ${show(spreadMs / 1000)} s after the last was sent; the run ends when all are known. Pacing is off; the calls per second that eSMS documents for its status calls are kept all the same, by Send ZNS itself and by the batching of HTTP Request. Send ZNS looks after 2, 5, 10, 20 and 40 s, and so on. With a *Callback URL* one call answers for up to 200 messages; without one, each message under way has a call for each of the two types that it may have. The loop by hand waits ${show(waitSeconds)} s between its looks, is told the type, and knows neither reasons nor a time limit; a message that eSMS does not know yet ends it.

${table(['Way', 'Status calls', 'Calls per message', 'From the last delivery to the end of the run, s', 'Whole run, s'], rows)}`;
	return { text, goals: [] };
}

async function oneRun(stage, path, workflowOf, count, spreadMs, name) {
	const { simulator, client, server } = stage;
	simulator.reset();
	simulator.configure({ esms: { callback: { httpsOnly: true, delayMs: 1, held: true } } });
	const [id] = await activate(stage, [workflowOf(path, stage)]);
	const since = Date.now();
	const items = Array.from({ length: count }, (_, index) => item(index));
	const answer = await fetch(`${server.url}/webhook/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items }) });
	if (!answer.ok) throw new Error(`${name}: n8n answered ${answer.status}`);
	while (simulator.messages().length < count && Date.now() < since + PATIENCE_MS) await pause(50);
	simulator.releaseReports(spreadMs);
	const { ended } = await runsEnded(stage, id, 1, performance.now() + PATIENCE_MS);
	if (ended !== 1) throw new Error(`${name}: the run did not end within ${PATIENCE_MS / 1000} s`);
	const [run] = await client.listExecutions(id, 1);
	const { data: { resultData } } = await client.getExecution(run.id);
	const delivered = (resultData.runData.Delivered ?? []).reduce((sum, { data }) => sum + (data?.main?.[0]?.length ?? 0), 0);
	if (run.status !== 'success' || delivered !== count) throw new Error(`${name}: the run ended with ${run.status}, ${delivered} of ${count} left as delivered: ${resultData.error?.message}`);
	const endedAt = Date.parse(run.stoppedAt);
	const lastAt = Math.max(...simulator.messages().flatMap(({ events }) => events.filter(({ what }) => what === 'delivered').map(({ at }) => at)));
	return { calls: simulator.requests().filter(({ path }) => STATUS_CALL.test(path)).length, lateMs: endedAt - lastAt, ms: endedAt - since };
}
