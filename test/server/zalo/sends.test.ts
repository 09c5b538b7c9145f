import { hashPhone } from '../../../nodes/domain/phone';
import { simulatorCredentials } from '../../../sandbox/demo/credentials.mjs';
import { importWorkflow } from '../../../sandbox/n8n/provision.mjs';
import type { Execution, JsonObject, RunItem, WorkflowJson, WorkflowNode } from '../../../sandbox/n8n/types.mjs';
import { importItemWorkflow, outputsOf, packageNode, postItems, startStage, until, webhooksReady, type Stage } from '../../support/stage.mjs';
import { byId, customers, OTP, otpNode } from './account.mjs';

let stage: Stage;

/** Those who are waited for while the other tests run: some get their message, one never does, one is refused. */
const WAITED_FOR = [...customers(4), { phone: '0904000001', order: '200001' }, { phone: '0901000118', order: '200002' }];
const SILENT = { phone: '0904000001', order: '200003' };
const SENT_BEFORE = WAITED_FOR.length;
/** The workflows in which they are, by what ends the wait: the limit of the node, or a shorter one of n8n. */
const waiting = { whole: '', short: '' };

/** Outputs of a node that waits, and the one for what could not be sent. */
const BRANCHES = ['No Result', 'Delivered', 'Not Delivered', 'Failed'] as const;
const itemsOf = ({ data }: Execution, name: string): RunItem[] => data.resultData.runData[name]?.flatMap(({ data: left }) => left?.main?.[0] ?? []) ?? [];

/** A workflow that sends a one-time password to each item and waits for a minute; behind each output a node reads what came earlier. */
async function importWaiting(path: string, settings: JsonObject): Promise<{ id: string; begin(items: JsonObject[]): Promise<void> }> {
	const to = (name: string) => ({ node: name, type: 'main', index: 0 });
	const branch = (name: string): WorkflowNode => ({
		id: name, name, type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [0, 0],
		parameters: { mode: 'raw', jsonOutput: "={{ { earlier: $('Split').item.json.order, delivery: $json.delivery, error: $json.error } }}", options: {} },
	});
	const workflow: WorkflowJson = {
		name: path,
		nodes: [
			{ id: 'in', name: 'In', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], webhookId: path, parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} } },
			{ id: 'split', name: 'Split', type: 'n8n-nodes-base.splitOut', typeVersion: 1, position: [0, 0], parameters: { fieldToSplitOut: 'body.items', options: {} } },
			packageNode('Send', 'sendZns', { ...OTP, afterSending: 'wait', waitLimit: 1 }, { onError: 'continueErrorOutput' }),
			...BRANCHES.map(branch),
		],
		connections: { In: { main: [[to('Split')]] }, Split: { main: [[to('Send')]] }, Send: { main: BRANCHES.map((name) => [to(name)]) } },
		settings: { executionOrder: 'v1', ...settings },
	};
	const { id } = await importWorkflow(stage.client, workflow, { credentials: stage.credentials });
	await webhooksReady();
	return { id, begin: async (items) => void (await postItems(`${stage.server.url}/webhook/${path}`, items)) };
}

beforeAll(async () => {
	stage = await startStage();
	stage.simulator.configure({ zalo: { delivery: { statusMissingMs: 1_000, statusLagMs: 2_500 } } });
	const whole = await importWaiting('zalo-wait', {});
	const short = await importWaiting('zalo-wait-short', { executionTimeout: 6 });
	Object.assign(waiting, { whole: whole.id, short: short.id });
	await Promise.all([whole.begin(WAITED_FOR), short.begin([SILENT])]);
	await until('they are sent', () => stage.simulator.messages().length === SENT_BEFORE);
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

/** An order confirmed, by the template with nine parameters. */
const ORDER = {
	customer_name: 'Nguyễn Thị Hoàng Anh', order_code: 'DH001', address: '182 Lê Đại Hành', phone: '0901888484', email: 'an@example.com',
	product_name: 'Giày chạy bộ', quantity: '1', payment_amount: '450000', delivery_date: '21/11/2026',
};

describe('the credential', () => {
	async function test(change: JsonObject = {}): Promise<{ status: string; message: string }> {
		const data = { ...simulatorCredentials(stage.simulator).zaloZnsOfficialAccountApi, ...change };
		const { id } = await stage.client.createCredential('tested', 'zaloZnsOfficialAccountApi', data);
		return await stage.client.testCredential(id);
	}

	it('tests green before a token was ever fetched, and says that the first call will tell', async () => {
		expect(await test()).toEqual({ status: 'OK', message: 'The settings look complete. An access token is fetched with the first call, which shows whether they are right.' });
	});

	it.each<[string, JsonObject, RegExp]>([
		['a setting that is missing', { appSecret: '' }, /App Secret/],
		['a refresh token by expression', { refreshToken: '={{ "token" }}' }, /^The Refresh Token of the credential is an expression/],
		['a base URL that is none', { baseUrl: 'my server' }, /^The Base URL of the credential is not a URL/],
	])('says what is wrong: %s', async (_, change, words) => {
		expect(await test(change)).toEqual({ status: 'Error', message: expect.stringMatching(words) as string });
	});

	it('shows in the first run where App ID or App Secret are wrong, and sends nothing', async () => {
		for (const [field, words] of [['appId', /code -14002/], ['appSecret', /code -104/]] as const) {
			const data = { ...simulatorCredentials(stage.simulator).zaloZnsOfficialAccountApi, [field]: '12345' };
			const zaloZnsOfficialAccountApi = await stage.client.createCredential(`wrong ${field}`, 'zaloZnsOfficialAccountApi', data);
			const { id, url } = await importItemWorkflow({ ...stage, credentials: { ...stage.credentials, zaloZnsOfficialAccountApi } }, `zalo-wrong-${field}`, otpNode());
			await postItems(url, customers(2));
			const run = await stage.client.waitForWorkflowExecution(id);
			expect(run.data.resultData.error?.message).toMatch(words);
		}
		expect(stage.simulator.messages()).toHaveLength(SENT_BEFORE);
	});
});

describe('the lists and the form of Send ZNS', () => {
	const request = (methodName: string, path: string, template: JsonObject = byId('415202')) => ({
		nodeType: 'n8n-nodes-zalo-zns.sendZns',
		version: 1.1,
		methodName,
		path: `parameters.${path}`,
		parameters: { provider: 'zalo', template },
		credentials: { zaloZnsOfficialAccountApi: stage.credentials.zaloZnsOfficialAccountApi },
	});

	it('name each template with its state, or with how long Zalo tries to deliver it', async () => {
		const { results } = await stage.client.resourceLocatorResults(request('searchZaloTemplates', 'template'));
		expect(results).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ value: '415202', name: 'Xác nhận đơn hàng (415202, Zalo tries for 2 hours)' }),
				expect.objectContaining({ value: '415204', name: 'Khuyến mãi tháng 8 (415204, rejected)' }),
			]),
		);
		expect((await stage.client.resourceLocatorResults({ ...request('searchZaloTemplates', 'template'), filter: 'danh gia' })).results.map(({ value }) => value)).toEqual(['415203']);
	});

	it('show the parameters of the chosen template with their lengths', async () => {
		const { fields } = await stage.client.resourceMapperFields(request('zaloTemplateFields', 'templateParameters'));
		expect(fields.map(({ id }) => id).sort()).toEqual(Object.keys(ORDER).sort());
		expect(fields.map(({ displayName }) => displayName)).toContain('order_code (≤30)');
	});

	it('say in words what is wrong with the account', async () => {
		const data = { ...simulatorCredentials(stage.simulator).zaloZnsOfficialAccountApi, refreshToken: 'SPENT' };
		const spent = await stage.client.createCredential('nobody', 'zaloZnsOfficialAccountApi', { ...data, appId: '1' });
		const call = stage.client.resourceLocatorResults({ ...request('searchZaloTemplates', 'template'), credentials: { zaloZnsOfficialAccountApi: spent } });
		await expect(call).rejects.toThrow(/"message":"The application ID is not accepted by the token endpoint".*"description":"Copy the App ID again/);
	});

	it('need one token for all of that, whoever asks', () => {
		expect(stage.simulator.zalo.counters()).toMatchObject({ refreshes: 1, spentAgain: 0 });
	});
});

it('with Preview Only nothing is sent, and the editor can open the picture of the template with its values', async () => {
	const node = otpNode({ template: byId('415202'), templateParametersJson: JSON.stringify(ORDER), previewOnly: true });
	const { id, url } = await importItemWorkflow(stage, 'zalo-preview', node);
	expect(await postItems(url, [{ phone: '0901888484' }])).toMatchObject({ status: 200, body: [{ status: 'preview', provider: 'zalo', recipient: { phone: '0901888484' } }] });
	expect(stage.simulator.messages()).toHaveLength(SENT_BEFORE);
	const run = (await stage.client.waitForWorkflowExecution(id)).data.resultData.runData.Send?.[0];
	expect(run?.hints).toEqual([expect.objectContaining({ message: expect.stringContaining('Nothing was sent') as string })]);
	const preview = run?.data?.main?.[0]?.[0]?.binary?.preview as { id: string; mimeType: string };
	const query = new URLSearchParams({ id: preview.id, action: 'view', mimeType: preview.mimeType });
	const page = await stage.client.session.text('GET', `/rest/binary-data?${query.toString()}`);
	for (const shown of ['Nguyễn Thị Hoàng Anh', 'DH001', '450000']) expect(page).toContain(shown);
});

describe('sends', () => {
	const DELIVERY: JsonObject = { template: byId('415206'), templateParametersJson: '{ "order_code": "DH001", "customer_name": "An", "delivery_date": "21/11/2026" }' };

	it.each<[string, JsonObject, JsonObject, JsonObject]>([
		['phone number', { phone: '={{ $json.to }}' }, { to: '+84 901 888 484' }, { phone: '0901888484' }],
		['hashed phone number', { sendTo: 'hashedPhone', hashedPhone: '={{ $json.to }}' }, { to: '0901888485' }, { hashedPhone: hashPhone('0901888485') }],
		['Zalo user ID', { sendTo: 'zaloUserId', zaloUserId: '={{ $json.to }}' }, { to: '8347391743918472' }, { zaloUserId: '8347391743918472' }],
	])('by %s: the receipt names message and recipient, and one message is there', async (_, change, item, recipient) => {
		const before = stage.simulator.messages().length;
		const { url } = await importItemWorkflow(stage, `zalo-to-${Object.keys(recipient)[0]}`, otpNode({ ...DELIVERY, ...change, options: { simplify: false } }));
		const { status, body } = await postItems(url, [item]);
		const sent = stage.simulator.messages().slice(before);
		expect(sent).toHaveLength(1);
		expect([status, body]).toEqual([200, [expect.objectContaining({ provider: 'zalo', channel: 'zns', status: 'accepted', messageId: sent[0]?.id, recipient, raw: expect.objectContaining({ error: 0 }) as object })]]);
	});

	it('refuses before the first request what Zalo would refuse, and hands the rest on where a bad item stops nothing', async () => {
		const before = stage.simulator.messages().length;
		const { id, url } = await importItemWorkflow(stage, 'zalo-refused', otpNode({}, { onError: 'continueErrorOutput' }));
		const [good] = customers(1) as [{ phone: string; order: string }];
		await postItems(url, [good, { phone: '12345', order: '1' }, { phone: '0901000118', order: '123456' }, { phone: '0903001002', order: '123456' }]);
		const [sent, failed] = outputsOf(await stage.client.waitForWorkflowExecution(id), 'Send');
		expect(sent).toEqual([expect.objectContaining({ status: 'accepted', recipient: { phone: good.phone } })]);
		expect(failed).toEqual([
			expect.objectContaining({ phone: '12345', details: expect.objectContaining({ class: 'bad_phone', retryable: false }) as object }),
			expect.objectContaining({ phone: '0901000118', details: expect.objectContaining({ code: '-118', class: 'unreachable', fallbackAdvised: true }) as object }),
			expect.objectContaining({ phone: '0903001002', details: expect.objectContaining({ class: 'uncertain', retryable: false }) as object }),
		]);
		// The answer of the last one was lost, and it is not sent again.
		expect(stage.simulator.messages().slice(before).map(({ phone }) => phone)).toEqual([good.phone, '0903001002']);
	});
});

describe('the ZNS Delivery Trigger on its production URL', () => {
	let workflowId: string;
	const runs = async (): Promise<Execution[]> => {
		await until('no run goes on', async () => (await stage.client.countExecutions(workflowId, ['new', 'running'])) === 0);
		return await Promise.all((await stage.client.listExecutions(workflowId)).map(async ({ id }) => await stage.client.getExecution(id)));
	};
	const event = async (...given: Parameters<Stage['simulator']['zaloEvent']>) => (await stage.simulator.zaloEvent(...given)).map(({ status }) => status);

	beforeAll(async () => {
		const trigger = packageNode('Trigger', 'znsDeliveryTrigger', { source: 'zalo' }, { webhookId: 'zalo-events' });
		workflowId = (await importWorkflow(stage.client, { name: 'zalo-events', nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } }, { credentials: stage.credentials })).id;
		await webhooksReady();
		stage.simulator.configure({ zalo: { webhook: { ladderMs: [] } } });
	}, 60_000);

	it('takes the probe with which the app console saves it, and starts nothing', async () => {
		const tries = await stage.simulator.zalo.registerWebhook(`${stage.server.url}/webhook/zalo-events/zns-delivery`);
		expect(tries.map(({ status }) => status)).toEqual([200]);
		expect(await runs()).toEqual([]);
	});

	it('reports the delivery of a message that a node sent, under the IDs of its receipt, once however often it comes', async () => {
		const { url } = await importItemWorkflow(stage, 'zalo-reported', otpNode({ options: { requestKey: '={{ "order_" + $json.order }}' } }));
		const { body } = await postItems(url, [{ phone: '0901888486', order: '400001' }]);
		const [{ messageId, requestId }] = body as [JsonObject];
		await stage.simulator.whenIdle();
		await until('the report is there', async () => (await stage.client.listExecutions(workflowId)).length > 0);
		expect(await event({ event: 'user_received_message', messageId: String(messageId) }, { numRetry: 1, repeat: 2 })).toEqual([200, 200]);
		const [run, ...more] = await runs();
		expect(more).toEqual([]);
		expect(outputsOf(run as Execution, 'Trigger')).toEqual([
			[expect.objectContaining({ provider: 'zalo', messageId, requestId, requestKey: 'order_400001', outcome: 'delivered', confirmed: true, recipient: { phone: '0901888486' } })],
			[],
			[],
		]);
	}, 60_000);

	it('starts nothing for what is forged, not of this app, or of a chat', async () => {
		const before = (await runs()).length;
		const rating = { event: 'user_feedback' };
		expect(await event(rating, { signature: '' })).toEqual([401]);
		expect(await event(rating, { signature: `mac=${'0'.repeat(64)}` })).toEqual([401]);
		expect(await event(rating, { sign: { key: 'appSecret' } })).toEqual([401]);
		expect(await event(rating, { sign: { firstTerm: 'oa_id' } })).toEqual([401]);
		expect(await event({ ...rating, own: { app_id: '999' } })).toEqual([401]);
		expect(await event({ event: 'user_send_text' })).toEqual([200]);
		expect(await event({ event: 'user_received_message', chat: true })).toEqual([200]);
		expect(await runs()).toHaveLength(before);
	}, 60_000);

	it('hands ratings, quick replies and changes of the account on by Other, within the two seconds that Zalo waits', async () => {
		const before = (await runs()).length;
		const names = ['user_feedback', 'user_click_response_button', 'change_template_status', 'change_oa_daily_quota'];
		for (const name of names) expect(await event({ event: name })).toEqual([200]);
		await until('each has a run', async () => (await stage.client.listExecutions(workflowId)).length === before + names.length);
		const reports = (await runs()).slice(0, names.length).map((run) => outputsOf(run, 'Trigger')[2]?.[0]);
		expect(reports.map((report) => (report?.event as JsonObject | undefined)?.name).sort()).toEqual(names.sort());
		expect(reports.find((report) => report?.rating)).toMatchObject({ rating: { rate: 5, note: 'Tôi rất hài lòng.' } });
	}, 60_000);
});

// It comes last: it kills n8n.
describe('waited for by asking', () => {
	it('each item leaves by the output of its result, with its links to earlier nodes, and a run that n8n ends is never sent again', async () => {
		// n8n's own limit is shorter than that of the node.
		const stopped = await stage.client.waitForWorkflowExecution(waiting.short, undefined, 60_000);
		expect([stopped.status, ...BRANCHES.map((name) => itemsOf(stopped, name).length)]).toEqual(['canceled', 0, 0, 0, 0]);

		const run = await stage.client.waitForWorkflowExecution(waiting.whole, undefined, 120_000);
		expect(run.status).toBe('success');
		const left = Object.fromEntries(BRANCHES.map((name) => [name, itemsOf(run, name).map(({ json }) => json)]));
		expect(left.Delivered).toEqual(WAITED_FOR.slice(0, 4).map(({ order }) => expect.objectContaining({ earlier: order, delivery: expect.objectContaining({ outcome: 'delivered', final: true, failure: null, deliveredAt: expect.any(String) as string }) as object })));
		expect(left['No Result']).toEqual([{ earlier: '200001', delivery: expect.objectContaining({ outcome: 'pending', final: false, failure: null, noResult: 'No final report was there within one minute' }) as object }]);
		expect(left['Not Delivered']).toEqual([]);
		expect(left.Failed).toEqual([expect.objectContaining({ earlier: '200002', error: expect.stringContaining('-118') as string })]);
		const phones = [...WAITED_FOR.slice(0, 5), SILENT].map(({ phone }) => phone);
		expect(stage.simulator.messages().map(({ phone }) => phone).filter((phone) => phones.includes(phone)).sort()).toEqual(phones.sort());
		const { hints } = run.data.resultData.runData.Send?.[0] ?? {};
		expect(hints?.map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringMatching(/^Zalo tries to deliver a message of template 415201 for 2 hours, but 'Time Limit' is 1 minute/), 'Delivered: 4 of 5 messages. No result within one minute: 1.']));
	}, 240_000);

	it('after a crash while it asks, Retry sends nobody a second message', async () => {
		const { id, begin } = await importWaiting('zalo-wait-killed', {});
		const asked = () => stage.simulator.requests().filter(({ path }) => path.endsWith('/message/status')).length;
		const before = { messages: stage.simulator.messages().length, asked: asked() };
		await begin([{ phone: '0904000001', order: '300001' }, { phone: '0904000001', order: '300002' }]);
		await until('Zalo is asked', () => asked() > before.asked);
		await stage.crashAndRestart();
		const [crashed] = await stage.client.listExecutions(id);
		expect(crashed?.status).toBe('crashed');
		const retried = await stage.client.retryExecution(crashed?.id ?? '');
		const failed = itemsOf(await stage.client.waitForExecution(retried.id), 'Failed');
		expect(failed.map(({ json }) => json.earlier)).toEqual(['300001', '300002']);
		expect(stage.simulator.messages().length - before.messages).toBe(2);
	}, 180_000);
});
