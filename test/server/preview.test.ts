import { importItemWorkflow, packageNode, postItems, startStage, type Stage } from '../support/stage.mjs';

let stage: Stage;

beforeAll(async () => {
	stage = await startStage();
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

it('with Preview Only nothing is sent, and the editor can open the picture', async () => {
	const node = packageNode('Send', 'sendZns', {
		provider: 'esms',
		officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
		template: { __rl: true, mode: 'id', value: '205644' },
		phone: '={{ $json.phone }}',
		specifyParameters: 'json',
		templateParametersJson: '{"otp": "686868"}',
		previewOnly: true,
	});
	const { id, url } = await importItemWorkflow(stage, 'preview', node);
	expect(await postItems(url, [{ phone: '0901888484' }])).toMatchObject({ status: 200, body: [{ status: 'preview', recipient: { phone: '0901888484' } }] });
	expect(stage.simulator.messages()).toEqual([]);

	const [execution] = await stage.client.listExecutions(id);
	const run = (await stage.client.getExecution(execution?.id ?? '')).data.resultData.runData.Send?.[0];
	expect(run?.hints).toEqual([expect.objectContaining({ message: expect.stringContaining('Nothing was sent') as string })]);
	const preview = run?.data?.main?.[0]?.[0]?.binary?.preview as { id: string; mimeType: string; fileType: string };
	// The editor opens what its type allows, and draws it by its file type.
	expect(preview).toMatchObject({ fileType: 'html', fileName: 'preview-zns-0.html' });
	const query = new URLSearchParams({ id: preview.id, action: 'view', mimeType: preview.mimeType });
	expect(await stage.client.session.text('GET', `/rest/binary-data?${query.toString()}`)).toMatch(/Mã OTP của bạn là.*686868/s);
});

it('the clock of n8n is that of Vietnam, in a workflow and in its code', async () => {
	const now = { id: 'now', name: 'now', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [0, 0] as [number, number], parameters: { mode: 'raw', jsonOutput: '={{ { zone: $now.zoneName, offset: new Date(2026, 0, 1).getTimezoneOffset() } }}', options: {} } };
	const { url } = await importItemWorkflow(stage, 'clock', now);
	expect(await postItems(url, [{}])).toMatchObject({ status: 200, body: [{ zone: 'Asia/Ho_Chi_Minh', offset: -420 }] });
});

it('n8n masks no field that a node declares as sensitive, so that none of ours relies on it', async () => {
	const { id, url } = await importItemWorkflow(stage, 'sensitive', packageNode('Price', 'esms', { resource: 'account', operation: 'getBalance' }));
	// n8n's own Webhook node declares this header.
	const { status } = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', authorization: 'Bearer seen-by-all' }, body: '{"items":[{}]}' });
	expect(status).toBe(200);
	const [execution] = await stage.client.listExecutions(id);
	const { data } = await stage.client.getExecution(execution?.id ?? '');
	expect(JSON.stringify(data.resultData.runData)).toContain('Bearer seen-by-all');
});
