import { importItemWorkflow, packageNode, postItems, startBeside, type Stage } from '../../support/stage.mjs';

/** Keys that occur nowhere else, so that every find is a leak. */
const KEYS = { apiKey: 'LEAK-AKEY-51a7', secretKey: 'LEAK-SKEY-93c2', token: 'LEAK-TOKN-7be0', secret: 'LEAK-HOOK-d41e' };

/** One number for each way in which a provider can fail: see the simulator's recipients. */
const PHONES = ['0901888484', '0901000118', '0901001102', '0901001103', '0903000500', '0903000429', '0903001001', '0903001002', '0903001003', '0903001004', '0903001005', '0903001006', '12345'];

/** No key of a credential comes to light, whatever fails; in an n8n that logs all it can. */
export function secrets(get: () => Stage): void {
	let stage: Stage;

	beforeAll(async () => {
		stage = await startBeside(get());
		stage.simulator.configure({
			esms: { apiKey: KEYS.apiKey, secretKey: KEYS.secretKey },
			caresoft: { token: KEYS.token, webhook: { secret: KEYS.secret } },
		});
		stage.credentials.zaloZnsEsmsApi = await stage.client.createCredential('leak eSMS', 'zaloZnsEsmsApi', { apiKey: KEYS.apiKey, secretKey: KEYS.secretKey, baseUrl: stage.simulator.esmsUrl });
		stage.credentials.zaloZnsCaresoftApi = await stage.client.createCredential('leak CareSoft', 'zaloZnsCaresoftApi', {
			domain: 'simshop', apiToken: KEYS.token, host: 'custom', customHost: stage.simulator.caresoftUrl, webhookSecret: KEYS.secret,
		});
	}, 180_000);
	afterAll(async () => await stage?.close(), 60_000);

	it('no key is found in execution data, logs or error texts, whatever fails', async () => {
		const esms = {
			provider: 'esms',
			officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
			template: { __rl: true, mode: 'id', value: '205644' },
			phone: '={{ $json.phone }}',
			specifyParameters: 'json',
			templateParametersJson: '{"otp": "686868"}',
			options: { simplify: false },
		};
		const sms = {
			resource: 'sms', operation: 'send', brandname: { __rl: true, mode: 'name', value: 'MYSHOP' },
			phone: '={{ $json.phone }}', content: 'MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!', options: { simplify: false },
		};
		const caresoft = { provider: 'caresoft', scenarioId: '366', phone: '={{ $json.phone }}', specifyScenarioParameters: 'none', options: { simplify: false } };
		const nodes = [
			['esms-stop', packageNode('Send', 'sendZns', esms)],
			['esms-go-on', packageNode('Send', 'sendZns', esms, { onError: 'continueRegularOutput' })],
			['esms-branch', packageNode('Send', 'sendZns', esms, { onError: 'continueErrorOutput' })],
			['sms-go-on', packageNode('Send', 'esms', sms, { onError: 'continueRegularOutput' })],
			['caresoft-stop', packageNode('Send', 'sendZns', caresoft)],
			['caresoft-go-on', packageNode('Send', 'sendZns', caresoft, { onError: 'continueRegularOutput' })],
		] as const;
		const found: string[] = [];
		const workflows = [];
		for (const [path, node] of nodes) workflows.push(await importItemWorkflow(stage, path, node));
		for (const { id, url } of workflows) {
			// All at once for those that go on, and one by one, so that each way to fail stops a run of its own.
			const runs = url.includes('stop') ? PHONES.map((phone) => [{ phone }]) : [PHONES.map((phone) => ({ phone }))];
			for (const items of runs) found.push(JSON.stringify(await postItems(url, items)));
			for (const execution of await stage.client.listExecutions(id)) {
				found.push(JSON.stringify(await stage.client.getExecution(execution.id)));
			}
		}
		for (const methodName of ['searchOfficialAccounts', 'searchSmsBrandnames']) {
			stage.simulator.configure({ esms: { apiKey: 'changed' } });
			const answer = await stage.client
				.resourceLocatorResults({
					nodeType: `n8n-nodes-zalo-zns.${methodName === 'searchSmsBrandnames' ? 'esms' : 'sendZns'}`,
					methodName,
					path: 'parameters.brandname',
					parameters: {},
					credentials: { zaloZnsEsmsApi: stage.credentials.zaloZnsEsmsApi },
				})
				.catch((error: unknown) => String(error));
			expect(JSON.stringify(answer)).toContain('ApiKey or SecretKey is wrong');
			found.push(JSON.stringify(answer));
		}
		found.push(stage.server.logs());

		const everything = found.join('\n');
		// The haystack holds what it should: every run left its mark.
		expect(found.length).toBeGreaterThan(PHONES.length * 2);
		expect(everything).toContain('0903001004');
		expect(everything).toContain('Invalid request');
		for (const key of Object.values(KEYS)) expect(everything).not.toContain(key);
	}, 180_000);
}
