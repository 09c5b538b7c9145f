import { simulatorCredentials } from '../../../sandbox/demo/credentials.mjs';
import { importWorkflow } from '../../../sandbox/n8n/provision.mjs';
import type { ZaloFault } from '../../../sandbox/simulator/index.mjs';
import { importItemWorkflow, packageNode, postItems, startBeside, webhooksReady, type Stage } from '../../support/stage.mjs';
import { filesOf } from '../../support/userFolder.mjs';
import { startLosingProxy, type LosingProxy } from '../losingProxy.mjs';
import { otpNode } from '../zalo/account.mjs';

/** One number for each way in which a send can fail: see the simulator's recipients. */
const PHONES = ['0901888484', '0901000118', '0903000500', '0903001001', '0903001002', '0903001003', '0903001004', '0903001006', '12345', '0901001124'];

/** Half a token is one too many. */
const TELLING = 24;

const TOKEN_CALL = '/oauth/v4/oa/access_token';
const SEND_CALL = '/business/message/template';

/** What Zalo was sent. */
interface Sent {
	accessToken: string;
	refreshToken: string;
	appSecret: string;
}

/** Ways to fail of Zalo, which repeats what it was sent wherever it can. */
const TROUBLES: Record<string, (sent: Sent) => ZaloFault[]> = {
	none: () => [],
	'a send is refused with all secrets': (sent) => [{ call: SEND_CALL, error: -201, message: Object.values(sent).join(' ') }],
	'every token is refused': (sent) => [{ call: SEND_CALL, error: -124, message: Object.values(sent).join(' ') }],
	// It gets no access token.
	'a renewal is refused with its secrets': ({ refreshToken, appSecret }) => [{ call: TOKEN_CALL, error: -14002, message: `${refreshToken} ${appSecret}` }],
	'the answer to a renewal is cut in half': () => [{ call: TOKEN_CALL, answer: 'truncated' }],
	'the answer to a renewal is lost': () => [{ call: TOKEN_CALL, answer: 'closeAfter' }],
	'a renewal meets a page': () => [{ call: TOKEN_CALL, answer: 'html' }],
	'a renewal breaks down': () => [{ call: TOKEN_CALL, httpStatus: 500 }],
	'a renewal is not let in': () => [{ call: TOKEN_CALL, httpStatus: 403 }],
};

/** No token and no secret of an Official Account comes to light, whatever fails; in an n8n that logs all it can. */
export function zaloSecrets(get: () => Stage): void {
	let stage: Stage;
	let proxy: LosingProxy;

	beforeAll(async () => {
		stage = await startBeside(get());
		proxy = await startLosingProxy(stage.simulator.url);
	}, 180_000);
	afterAll(async () => {
		await proxy?.close();
		await stage?.close();
	}, 60_000);

	/** A new consent: the credential before it may be cut off. */
	async function connectAgain(): Promise<void> {
		const { zaloZnsOfficialAccountApi: data } = simulatorCredentials(stage.simulator);
		stage.credentials.zaloZnsOfficialAccountApi = await stage.client.createCredential('leak Zalo', 'zaloZnsOfficialAccountApi', { ...data, baseUrl: proxy.url });
	}

	function sent(): Sent {
		const { accessToken, refreshToken } = stage.simulator.zalo.tokens();
		return { accessToken, refreshToken, appSecret: stage.simulator.settings.zalo.appSecret };
	}

	it('no token is found in execution data, logs, URLs, error texts or files, whatever fails', async () => {
		const found: string[] = [];
		const before = filesOf(stage.userFolder);
		for (const [index, [trouble, faultsOf]] of Object.entries(TROUBLES).entries()) {
			stage.simulator.configure({ zalo: { faults: [] } });
			await connectAgain();
			const nodes = [
				otpNode({ options: { simplify: false, requestsPerSecond: 0 } }),
				otpNode({ options: { simplify: false, requestsPerSecond: 0 } }, { onError: 'continueRegularOutput' }),
				packageNode('Send', 'zaloOfficialAccount', { resource: 'accessToken', operation: 'keepAlive', renewBelow: 1_000 }),
			];
			const workflows = await Promise.all(nodes.map(async (node, at) => await importItemWorkflow(stage, `zalo-leak-${index}-${at}`, node)));
			await webhooksReady();
			const items = PHONES.map((phone, order) => ({ phone, order: String(100_000 + order) }));
			// Its first token comes without trouble.
			await postItems(workflows[0]?.url ?? '', items.slice(0, 1));
			for (const list of [items, items.slice(0, 1)]) {
				for (const { url } of workflows) {
					stage.simulator.configure({ zalo: { faults: faultsOf(sent()) } });
					found.push(JSON.stringify(await postItems(url, list)));
				}
				stage.simulator.zalo.expire();
			}
			stage.simulator.configure({ zalo: { faults: faultsOf(sent()) } });
			for (const { id } of workflows) {
				for (const execution of await stage.client.listExecutions(id)) found.push(`${trouble}: ${JSON.stringify(await stage.client.getExecution(execution.id))}`);
			}
			const credentials = { zaloZnsOfficialAccountApi: stage.credentials.zaloZnsOfficialAccountApi };
			const list = { nodeType: 'n8n-nodes-zalo-zns.sendZns', methodName: 'searchZaloTemplates', path: 'parameters.template', parameters: { provider: 'zalo' }, credentials };
			found.push(JSON.stringify(await stage.client.resourceLocatorResults(list).catch((error: unknown) => String(error))));
			found.push(JSON.stringify(await stage.client.testCredential(credentials.zaloZnsOfficialAccountApi.id)));
		}
		stage.simulator.configure({ zalo: { faults: [] } });

		const trigger = packageNode('Trigger', 'znsDeliveryTrigger', { source: 'zalo' }, { webhookId: 'zalo-leak' });
		const { id } = await importWorkflow(stage.client, { name: 'zalo-leak', nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } }, { credentials: stage.credentials });
		await webhooksReady();
		await stage.simulator.zalo.registerWebhook(`${stage.server.url}/webhook/zalo-leak/zns-delivery`);
		stage.simulator.configure({ zalo: { webhook: { ladderMs: [] } } });
		await stage.simulator.zaloEvent({ event: 'user_feedback' });
		found.push(JSON.stringify(await stage.simulator.zaloEvent({ event: 'user_feedback' }, { sign: { key: 'appSecret' } })));
		found.push(JSON.stringify(await stage.client.waitForWorkflowExecution(id)));

		const log = stage.server.logs();
		const files = [...filesOf(stage.userFolder)].filter(([path, content]) => before.get(path) !== content);
		const everything = [...found, log, ...proxy.urls, ...files.map(([, content]) => content)];
		// The haystack holds what it should: every kind of trouble left its mark, and each secret was in use.
		for (const mark of ['0903001004', '"status":"accepted"', 'code -14002', 'code -124', 'could not be read', 'No answer came from Zalo', 'HTTP status 403', '"renewed":true']) {
			expect([mark, found.some((text) => text.includes(mark))]).toEqual([mark, true]);
		}
		expect(log).toContain('finished with error');
		expect(proxy.urls).toContain(TOKEN_CALL);
		const { appSecret, webhook } = stage.simulator.settings.zalo;
		const secrets = [...stage.simulator.zalo.secrets(), appSecret, webhook.oaSecretKey].map((secret) => secret.slice(0, TELLING));
		expect(secrets.length).toBeGreaterThan(20);
		const leaks = everything.filter((text) => secrets.some((secret) => text.includes(secret))).map((text) => text.slice(0, 200));
		expect(leaks).toEqual([]);
	}, 300_000);
}
