import { importWorkflow } from '../../../sandbox/n8n/provision.mjs';
import type { JsonObject, WorkflowNode } from '../../../sandbox/n8n/types.mjs';
import { leaksOf } from '../../support/leaks.mjs';
import { startRefuser, type Refuser } from '../../support/refuser.mjs';
import { importItemWorkflow, packageNode, postItems, startBeside, type Stage } from '../../support/stage.mjs';
import { filesOf } from '../../support/userFolder.mjs';

/** Digits that occur nowhere else, so that every find is a leak. */
const PHONE = '0987654321';
const USER = '98765432109876543';
const NUMBERS = [`${PHONE}0`, USER, `84${PHONE.slice(1)}`];

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const officialAccount = byId('4097311281936189049');
const zns = { provider: 'esms', officialAccount, template: byId('205644'), phone: '={{ $json.to }}', specifyParameters: 'json', templateParametersJson: '{"otp": "686868"}', options: {} };
const NODES: Record<string, [type: string, parameters: JsonObject]> = {
	zns: ['sendZns', zns],
	batches: ['sendZns', { ...zns, sending: 'batches' }],
	caresoft: ['sendZns', { provider: 'caresoft', scenarioId: '366', phone: '={{ $json.to }}', specifyScenarioParameters: 'none', options: {} }],
	sms: ['esms', { resource: 'sms', operation: 'send', brandname: byId('MYSHOP'), phone: '={{ $json.to }}', content: 'MYSHOP: don hang', options: {} }],
	text: ['esms', { resource: 'consultation', operation: 'sendText', officialAccount, zaloUserId: '={{ $json.to }}', text: 'Hi', options: {} }],
	contact: ['caresoft', { resource: 'contact', operation: 'getByPhone', phone: '={{ $json.to }}', ifNotFound: 'fail' }],
};

/** What each run is for, and what the provider says of it. */
const TRIES: Array<{ to: string; says: string | undefined }> = [
	{ to: `${PHONE}0`, says: undefined },
	{ to: `${USER}x`, says: undefined },
	{ to: PHONE, says: `So dien thoai ${PHONE} (user ${USER}) bi chan` },
	{ to: PHONE, says: undefined },
];

/** No number of a customer is kept anywhere but in the records of executions; in an n8n that logs all it can. */
export function personalData(get: () => Stage): void {
	let stage: Stage;
	let refuser: Refuser;

	beforeAll(async () => {
		stage = await startBeside(get());
		refuser = await startRefuser(stage.simulator.url);
		const keys = { apiKey: stage.simulator.settings.esms.apiKey, secretKey: stage.simulator.settings.esms.secretKey };
		const { domain, token } = stage.simulator.settings.caresoft;
		stage.credentials.zaloZnsEsmsApi = await stage.client.createCredential('refusing eSMS', 'zaloZnsEsmsApi', { ...keys, baseUrl: `${refuser.url}/esms` });
		stage.credentials.zaloZnsCaresoftApi = await stage.client.createCredential('refusing CareSoft', 'zaloZnsCaresoftApi', {
			domain, apiToken: token, host: 'custom', customHost: `${refuser.url}/caresoft`, webhookSecret: 'secret',
		});
	}, 180_000);
	afterAll(async () => {
		await refuser?.close();
		await stage?.close();
	}, 60_000);

	async function importWith(path: string, node: WorkflowNode): Promise<{ id: string; url: string }> {
		const caresoft = node.type.endsWith('.caresoft');
		return await importItemWorkflow(stage, path, caresoft ? { ...node, credentials: { zaloZnsCaresoftApi: { id: '', name: '' } } } : node);
	}

	it('no number of a customer is in the log of n8n or in a file beside its records, whatever fails', async () => {
		const before = filesOf(stage.userFolder);
		const workflows: Array<{ id: string; url: string }> = [];
		for (const [name, [type, parameters]] of Object.entries(NODES)) {
			workflows.push(await importWith(`${name}-stop`, packageNode('Send', type, parameters)));
			workflows.push(await importWith(`${name}-go-on`, packageNode('Send', type, parameters, { onError: 'continueRegularOutput' })));
		}
		for (const { to, says } of TRIES) {
			refuser.says = says;
			await Promise.all(workflows.map(async ({ url }) => await postItems(url, [{ to }])));
		}

		const executions = (await Promise.all(workflows.map(async ({ id }) => await stage.client.listExecutions(id)))).flat();
		expect(executions).toHaveLength(workflows.length * TRIES.length);
		expect(executions.filter(({ status }) => status === 'error')).toHaveLength(executions.length / 2);
		// The record of an execution does hold the number, in its item.
		expect(JSON.stringify(await stage.client.getExecution(executions[0]?.id ?? ''))).toContain(PHONE.slice(0, 9));

		const log = stage.server.logs().split('\n');
		expect(log.join('\n')).toContain('is not a phone number');
		expect(log.join('\n')).toContain('098***');
		expect(log.filter((line) => line.includes('finished with error')).length).toBeGreaterThanOrEqual(executions.length / 2);
		expect(leaksOf(NUMBERS, log)).toEqual([]);

		// A sending node keeps nothing between runs.
		for (const { id } of workflows) expect((await stage.client.getWorkflow(id)).staticData ?? null).toBeNull();

		const files = Array.from(filesOf(stage.userFolder));
		expect(files.map(([path]) => path).filter((path) => !before.has(path) && !/^\.n8n\/(n8nEventLog|crash\.journal)/.test(path))).toEqual([]);
		expect(files.filter(([, content]) => leaksOf(NUMBERS, [content]).length > 0).map(([path]) => path)).toEqual([]);
	}, 180_000);

	it('a trigger stores nothing but hashes of its events', async () => {
		const trigger = packageNode('Trigger', 'znsDeliveryTrigger', { source: 'esms', verifyWithEsms: false, ignoreRepeated: true }, { webhookId: 'stored' });
		const { id } = await importWorkflow(stage.client, { name: 'stored', nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } }, { credentials: stage.credentials });
		const callback = (n: number) => `SMSID=sms-${n}&SendFailed=0&SendStatus=5&SendSuccess=1&TotalPrice=330.0000&TypeId=25&phonenumber=${PHONE}`;
		for (const n of [1, 2, 3, 1, 2, 3]) {
			expect((await fetch(`${stage.server.url}/webhook/stored/zns-delivery?${callback(n)}`)).status).toBe(200);
		}
		const { staticData } = await stage.client.getWorkflow(id);
		expect(staticData).toEqual({ 'node:Trigger': { emitted: expect.anything() } });
		expect(JSON.stringify(staticData)).toMatch(/^\{"node:Trigger":\{"emitted":"([0-9a-f]{32}:\d{13},?){3}"\}\}$/);
		expect(leaksOf(NUMBERS, stage.server.logs().split('\n'))).toEqual([]);
	}, 60_000);
}
