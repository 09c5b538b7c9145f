import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { StoredCredential, WorkflowNode } from '../../sandbox/n8n/types.mjs';
import { outputsOf, packageNode, startStage, until, type Stage } from '../support/stage.mjs';

let stage: Stage;
let credential: StoredCredential;
const workflows: Record<string, string> = {};

/** Imports a trigger with a node behind it, and activates both. */
async function importTrigger(name: string, parameters: Record<string, string>, behind?: Partial<WorkflowNode>): Promise<void> {
	const trigger = packageNode('Trigger', 'esmsInboundTrigger', parameters, { webhookId: `inbound-${name}` });
	const last = { id: 'last', name: 'Last', typeVersion: 1, position: [200, 0], parameters: {}, type: '', ...behind } as WorkflowNode;
	const workflow = {
		name,
		nodes: behind ? [trigger, last] : [trigger],
		connections: behind ? { Trigger: { main: [[{ node: 'Last', type: 'main', index: 0 }]] } } : {},
		settings: { executionOrder: 'v1' },
	};
	workflows[name] = (await importWorkflow(stage.client, workflow, { credentials: { zaloZnsEsmsApi: credential } })).id;
}

const setReply = (value: string) => ({
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { assignments: { assignments: [{ id: 'reply', name: 'reply', type: 'string', value }] }, options: {} },
});

beforeAll(async () => {
	stage = await startStage();
	const { cpid, privateKey } = stage.simulator.settings.esms.shortCode;
	const { apiKey, secretKey } = stage.simulator.settings.esms;
	credential = await stage.client.createCredential('eSMS short code', 'zaloZnsEsmsApi', {
		apiKey, secretKey, baseUrl: stage.simulator.esmsUrl, partnerId: cpid, partnerPrivateKey: privateKey,
	});
	await importTrigger('fixed', { replyText: 'Cảm ơn bạn & hẹn gặp lại' });
	await importTrigger('last', { replyMode: 'lastNode' }, setReply('=<{{ $json.keyword }}> của {{ $json.from }}: {{ $json.content.length }} ký tự'));
	await importTrigger('nothing', { replyMode: 'lastNode' }, { type: 'n8n-nodes-base.limit', parameters: { maxItems: 0 } });
	await importTrigger('broken', { replyMode: 'lastNode' }, { type: 'n8n-nodes-base.stopAndError', parameters: { errorMessage: 'Out of stock' } });
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

const url = (name: string) => `${stage.server.url}/webhook/inbound-${name}/esms-inbound`;
const executions = async (name: string) => await stage.client.listExecutions(workflows[name] ?? '');

/** Texts the short code of a workflow; what the simulator of eSMS was answered. */
async function text(name: string, message: { content: string; smsid?: string; sign?: string }) {
	const [call] = await stage.simulator.textShortCode({ url: url(name), sender: '0901888484', serviceNumber: '8041', ...message });
	return call;
}
const repliesTo = (phone: string) => stage.simulator.messages().filter((message) => message.phone === phone).map((message) => message.text);

it('a fixed text is replied at once, and the workflow runs once however often eSMS calls', async () => {
	const first = await text('fixed', { content: 'MUA Vé Đà Nẵng', smsid: 'sms-1' });
	expect(first).toMatchObject({ status: 200, answer: { contentType: 'application/xml; charset=utf-8' } });
	expect(first?.answer?.body).toBe(
		'<ClientResponse><Message>Cảm ơn bạn &amp; hẹn gặp lại</Message><Smsid>sms-1</Smsid><Receiver>84901888484</Receiver></ClientResponse>',
	);
	const run = await stage.client.waitForWorkflowExecution(workflows.fixed ?? '');
	expect(outputsOf(run, 'Trigger')[0]).toEqual([
		expect.objectContaining({ messageId: 'sms-1', from: '0901888484', shortCode: '8041', keyword: 'MUA', content: 'MUA Vé Đà Nẵng' }),
	]);

	expect((await text('fixed', { content: 'MUA Vé Đà Nẵng', smsid: 'sms-1' }))?.answer).toEqual(first?.answer);
	expect(await executions('fixed')).toHaveLength(1);
	expect(repliesTo('0901888484')).toContain('Cảm ơn bạn & hẹn gặp lại');
});

it('the last node writes the reply', async () => {
	const call = await text('last', { content: 'HEN 9h', smsid: 'sms-2' });
	expect(call).toMatchObject({ status: 200, answer: { contentType: 'application/xml; charset=utf-8' } });
	expect(call?.answer?.body).toBe(
		'<ClientResponse><Message>&lt;HEN&gt; của 0901888484: 6 ký tự</Message><Smsid>sms-2</Smsid><Receiver>84901888484</Receiver></ClientResponse>',
	);
	expect(repliesTo('0901888484')).toContain('<HEN> của 0901888484: 6 ký tự');
});

it('a last node that returns nothing replies without text', async () => {
	const call = await text('nothing', { content: 'HEN', smsid: 'sms-3' });
	expect(call?.status).toBe(200);
	expect(call?.answer?.body).toBe('<ClientResponse><Message></Message><Smsid>sms-3</Smsid><Receiver>84901888484</Receiver></ClientResponse>');
});

it('a run that fails is answered 500, without a reply', async () => {
	const call = await text('broken', { content: 'MUA', smsid: 'sms-4' });
	expect(call?.status).toBe(500);
	expect(call?.answer?.body).toBe('{"message":"Error in workflow"}');
});

it('a forged message is answered 401 and starts nothing', async () => {
	const before = await executions('last');
	expect((await text('last', { content: 'MUA', sign: 'Ky7q/TZ9X/a306sDNmqbxQ==' }))?.status).toBe(401);
	expect(await executions('last')).toHaveLength(before.length);
	expect(stage.server.logs()).toContain('eSMS Inbound Trigger rejected a call (401)');
	expect(stage.server.logs()).not.toContain(stage.simulator.settings.esms.shortCode.privateKey);
});

it('a trigger whose credential lacks the keys is not activated, and n8n says why', async () => {
	credential = stage.credentials.zaloZnsEsmsApi;
	await importTrigger('keyless', {});
	// n8n 2.41 activates triggers behind the scenes and keeps what became of each.
	const published = async () =>
		await stage.client.session.send<{ status: string; triggers: Array<{ errorMessage: string }> }>('GET', `/workflows/${workflows.keyless}/publication-status`);
	await until('the end of the activation', async () => (await published()).status === 'failed');
	expect((await published()).triggers).toEqual([
		expect.objectContaining({ errorMessage: expect.stringContaining("lacks 'Partner ID' or 'Partner Key'") as string }),
	]);
	expect((await text('keyless', { content: 'MUA' }))?.status).toBe(404);
}, 40_000);
