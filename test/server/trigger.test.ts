import { createHmac } from 'crypto';
import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import { outputsOf, packageNode, startStage, type Stage } from '../support/stage.mjs';
import { sendZns } from '../unit/simulator/client.mjs';

let stage: Stage;
const workflows: Record<string, string> = {};

async function importTrigger(source: 'esms' | 'caresoft', parameters: Record<string, string | boolean> = {}): Promise<void> {
	const node = packageNode('Trigger', 'znsDeliveryTrigger', { source, ...parameters }, { webhookId: `trigger-${source}` });
	const workflow = { name: source, nodes: [node], connections: {}, settings: { executionOrder: 'v1' } };
	workflows[source] = (await importWorkflow(stage.client, workflow, { credentials: stage.credentials })).id;
}

beforeAll(async () => {
	stage = await startStage();
	await importTrigger('esms');
	await importTrigger('caresoft', { statusPath: 'ticket.ticket_comment.zns_delivery.status', deliveredValues: 'delivered', notDeliveredValues: 'failed' });
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

const url = (source: string) => `${stage.server.url}/webhook/trigger-${source}/zns-delivery`;
const executions = async (source: string) => await stage.client.listExecutions(workflows[source] ?? '');

it('starts one run for a callback of eSMS and none for a broken one, which gets a reason', async () => {
	// Nobody listens there; eSMS keeps callbacks only of messages that have such a URL.
	const messageId = String((await sendZns(stage.simulator, { CallbackUrl: 'http://127.0.0.1:9/report' })).json().SMSID);
	await stage.simulator.whenIdle();
	const good = await fetch(`${url('esms')}?SMSID=${messageId}&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=330.0000&TypeId=25&phonenumber=0901888484`);
	expect(good.status).toBe(200);
	const run = await stage.client.waitForWorkflowExecution(workflows.esms ?? '');
	expect(outputsOf(run, 'Trigger')).toEqual([[expect.objectContaining({ messageId, outcome: 'delivered', confirmed: true })], [], []]);

	const broken = await fetch(`${url('esms')}?SendStatus=5`);
	expect(broken.status).toBe(400);
	expect(await broken.json()).toEqual({ message: expect.stringContaining('SMSID is missing') });
	expect(await executions('esms')).toHaveLength(1);
	expect(stage.server.logs()).toContain('ZNS Delivery Trigger rejected a call (400)');
});

it('starts a run for a signed webhook of CareSoft and none for a forged one', async () => {
	const body = '{"object":"ticket","action":"update", "ticket":{"ticket_id":297005,"ticket_source":"inbox_zalo_zns","ticket_subject":"Xác nhận đặt vé"}}';
	const post = async (signature?: string) =>
		await fetch(url('caresoft'), {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...(signature !== undefined && { 'X-Hub-Signature': signature }) },
			body,
		});
	expect((await post()).status).toBe(401);
	expect((await post('0'.repeat(40))).status).toBe(401);
	expect(await executions('caresoft')).toEqual([]);

	const signature = createHmac('sha1', stage.simulator.settings.caresoft.webhook.secret).update(body).digest('hex').toUpperCase();
	expect((await post(signature)).status).toBe(200);
	const run = await stage.client.waitForWorkflowExecution(workflows.caresoft ?? '');
	expect(outputsOf(run, 'Trigger')[2]).toEqual([expect.objectContaining({ ticketId: '297005', raw: JSON.parse(body) })]);
});
