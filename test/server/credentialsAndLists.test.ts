import type { INodeTypeDescription } from 'n8n-workflow';
import { simulatorCredentials } from '../../sandbox/demo/credentials.mjs';
import { startStage, type Stage } from '../support/stage.mjs';
import { readExamples, strangeParameters } from '../support/workflowFiles.mjs';

let stage: Stage;

beforeAll(async () => {
	// With the editor: what it asks n8n for is tested here.
	stage = await startStage({});
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

async function testCredential(type: 'zaloZnsEsmsApi' | 'zaloZnsCaresoftApi', change: Record<string, string> = {}) {
	const data = { ...simulatorCredentials(stage.simulator)[type], ...change };
	const { id } = await stage.client.createCredential(`test ${type} ${JSON.stringify(change)}`, type, data);
	return await stage.client.testCredential(id);
}

describe('the eSMS credential', () => {
	it('tests green', async () => {
		expect(await testCredential('zaloZnsEsmsApi')).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it.each([['apiKey'], ['secretKey']])('says that the key is wrong: %s', async (field) => {
		expect(await testCredential('zaloZnsEsmsApi', { [field]: 'wrong' })).toEqual({ status: 'Error', message: expect.stringMatching(/^ApiKey or SecretKey is wrong\. /) as string });
	});

	it('tests green with the address of a whole call, and with keys as a chat copies them', async () => {
		const { esmsUrl } = stage.simulator;
		expect(await testCredential('zaloZnsEsmsApi', { baseUrl: `${esmsUrl}/MainService.svc/json/GetBalance_json`, apiKey: '\u200bSIMULATOR-API-KEY' })).toMatchObject({ status: 'OK' });
	});

	it('says which setting is wrong', async () => {
		expect(await testCredential('zaloZnsEsmsApi', { baseUrl: 'my server' })).toEqual({ status: 'Error', message: expect.stringContaining('The Base URL of the credential is not a URL') as string });
	});

	it('says that the base URL is not eSMS', async () => {
		const { status } = await testCredential('zaloZnsEsmsApi', { baseUrl: stage.simulator.url });
		expect(status).toBe('Error');
	});
});

describe('the CareSoft credential', () => {
	afterEach(() => stage.simulator.reset());

	it('tests green', async () => {
		expect(await testCredential('zaloZnsCaresoftApi')).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it('tells a wrong token', async () => {
		const { status, message } = await testCredential('zaloZnsCaresoftApi', { apiToken: 'wrong' });
		expect([status, message]).toEqual(['Error', expect.stringContaining('The API token of CareSoft is wrong')]);
	});

	it('tells a wrong domain', async () => {
		const { status, message } = await testCredential('zaloZnsCaresoftApi', { domain: 'someone-else' });
		expect([status, message]).toEqual(['Error', expect.stringContaining('does not know this domain')]);
	});

	it('tells the lock-out', async () => {
		stage.simulator.configure({ caresoft: { limits: { perHour: 1, lockoutAfter: 1 } } });
		for (let call = 0; call < 3; call++) await testCredential('zaloZnsCaresoftApi');
		const { status, message } = await testCredential('zaloZnsCaresoftApi');
		expect([status, message]).toEqual(['Error', expect.stringContaining('locked this account for about 15 minutes')]);
	});
});

describe('the lists and the form of Send ZNS', () => {
	const parameters = {
		provider: 'esms',
		officialAccount: { __rl: true, mode: 'list', value: '4097311281936189049' },
		template: { __rl: true, mode: 'list', value: '267247' },
	};
	const request = (methodName: string, path: string) => ({
		nodeType: 'n8n-nodes-zalo-zns.sendZns',
		methodName,
		path: `parameters.${path}`,
		parameters,
		credentials: { zaloZnsEsmsApi: { id: stage.credentials.zaloZnsEsmsApi.id, name: stage.credentials.zaloZnsEsmsApi.name } },
	});

	it('fill with Official Accounts and templates', async () => {
		const accounts = await stage.client.resourceLocatorResults(request('searchOfficialAccounts', 'officialAccount'));
		expect(accounts.results.map(({ value }) => value)).toContain('4097311281936189049');
		const templates = await stage.client.resourceLocatorResults({ ...request('searchTemplates', 'template'), filter: 'danh gia' });
		expect(templates.results.map(({ value }) => value)).toContain('267247');
	});

	it('say in words what to do where there is nothing to list', async () => {
		const call = stage.client.resourceLocatorResults({ ...request('searchTemplates', 'template'), parameters: { provider: 'esms' } });
		// The editor shows both; of other errors than those of an API n8n keeps the description to itself.
		await expect(call).rejects.toThrow(/"message":"No Official Account is chosen yet".*"description":"Fill in 'Official Account' first/);
	});

	it('show the parameters of the chosen template', async () => {
		const { fields } = await stage.client.resourceMapperFields(request('templateFields', 'templateParameters'));
		expect(fields.map(({ displayName }) => displayName)).toEqual([
			'customer_name (≤100)',
			'product_name (≤100)',
			'order_code (≤30)',
			'date (≤30)',
		]);
	});
});

it('the package offers its nodes under their own names', async () => {
	const names = (await stage.client.nodeTypes()).map(({ name }) => name).filter((name) => name.startsWith('n8n-nodes-zalo-zns.'));
	expect(names).toEqual(
		expect.arrayContaining(['n8n-nodes-zalo-zns.sendZns', 'n8n-nodes-zalo-zns.esms', 'n8n-nodes-zalo-zns.znsDeliveryTrigger', 'n8n-nodes-zalo-zns.sendZnsTool', 'n8n-nodes-zalo-zns.esmsTool']),
	);
});

it.each([
	['n8n-nodes-zalo-zns.sendZns/1.1.0/send', 'status'],
	['n8n-nodes-zalo-zns.sendZns/1.1.0/sendAndFollow', 'delivery'],
	['n8n-nodes-zalo-zns.esms/1.1.0/account/getBalance', 'balance'],
	['n8n-nodes-zalo-zns.caresoft/1.0.0/ticket/get', 'comments'],
	['n8n-nodes-zalo-zns.znsDeliveryTrigger/1.1.0', 'outcome'],
])('n8n serves the output schema that its editor asks for: %s', async (path, property) => {
	const answer = await fetch(`${stage.server.url}/schemas/${path}.json`);
	expect(answer.status).toBe(200);
	expect(await answer.json()).toMatchObject({ type: 'object', properties: { [property]: expect.anything() as unknown } });
});

it('every node of every example is one that this n8n knows, with the parameters it has', async () => {
	const types = (await stage.client.nodeTypes()) as unknown as INodeTypeDescription[];
	const unknown = readExamples().flatMap(({ file, nodes }) =>
		nodes.flatMap((node) => {
			const type = types.find(({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion));
			return (type ? strangeParameters(node, type) : [`${node.type} ${node.typeVersion}`]).map((what) => `${file}: ${what}`);
		}),
	);
	expect(unknown).toEqual([]);
});
