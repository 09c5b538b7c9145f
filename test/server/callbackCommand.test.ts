import { importWorkflow } from '../../sandbox/n8n/provision.mjs';
import type { JsonObject, StoredCredential } from '../../sandbox/n8n/types.mjs';
import { callback } from '../support/callbackCommand.mjs';
import { outputsOf, packageNode, startStage, webhooksReady, type Stage } from '../support/stage.mjs';
import { sendZns } from '../unit/simulator/client.mjs';

/** A workflow that takes calls, by the name of its trigger's source. */
interface Listener {
	id: string;
	url: string;
}

let stage: Stage;
const listeners: Record<string, Listener> = {};

async function listen(name: string, type: 'esmsInboundTrigger' | 'znsDeliveryTrigger', place: string, parameters: JsonObject, own: Record<string, StoredCredential> = {}): Promise<void> {
	const webhookId = `command-${name}`;
	const trigger = packageNode('Trigger', type, parameters, { webhookId });
	const workflow = { name: webhookId, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } };
	const { id } = await importWorkflow(stage.client, workflow, { credentials: { ...stage.credentials, ...own } });
	listeners[name] = { id, url: `${stage.server.url}/webhook/${webhookId}/${place}` };
}

beforeAll(async () => {
	stage = await startStage();
	const { apiKey, secretKey, shortCode } = stage.simulator.settings.esms;
	const withShortCode = await stage.client.createCredential('eSMS command', 'zaloZnsEsmsApi', {
		apiKey, secretKey, baseUrl: stage.simulator.esmsUrl, partnerId: shortCode.cpid, partnerPrivateKey: shortCode.privateKey,
	});
	await listen('esms', 'znsDeliveryTrigger', 'zns-delivery', { source: 'esms' });
	await listen('unverified', 'znsDeliveryTrigger', 'zns-delivery', { source: 'esms', verifyWithEsms: false });
	await listen('caresoft', 'znsDeliveryTrigger', 'zns-delivery', { source: 'caresoft', statusPath: 'ticket.ticket_comment.status', deliveredValues: 'delivered', notDeliveredValues: 'failed' });
	await listen('zalo', 'znsDeliveryTrigger', 'zns-delivery', { source: 'zalo' });
	await listen('shortCode', 'esmsInboundTrigger', 'esms-inbound', { replyText: 'OK' }, { zaloZnsEsmsApi: withShortCode });
	await webhooksReady();
}, 180_000);
afterAll(async () => await stage?.close(), 60_000);

const at = (name: string): Listener => listeners[name] ?? { id: '', url: '' };
const runsOf = async (name: string) => (await stage.client.listExecutions(at(name).id)).length;

/** Sends a call to a listener. */
const send = async (name: string, provider: string, secret: string | undefined, ...more: string[]) => await callback([`--provider=${provider}`, `--url=${at(name).url}`, ...more], { secret });

/** What a call starts: the items of the trigger, output by output. */
async function started(name: string, provider: string, secret: string | undefined, ...more: string[]): Promise<JsonObject[][]> {
	const { code, said } = await send(name, provider, secret, ...more);
	expect([code, said]).toEqual([0, expect.stringContaining('Answer: 200')]);
	return outputsOf(await stage.client.waitForWorkflowExecution(at(name).id), 'Trigger');
}

it('eSMS: the report of a message that was sent comes out, confirmed', async () => {
	// Nobody listens there; eSMS keeps callbacks only of messages that have such a URL.
	const messageId = String((await sendZns(stage.simulator, { CallbackUrl: 'http://127.0.0.1:9/report' })).json().SMSID);
	await stage.simulator.whenIdle();
	expect(await started('esms', 'esms', undefined, `--message-id=${messageId}`)).toEqual([[expect.objectContaining({ messageId, outcome: 'delivered', confirmed: true })], [], []]);
});

it('eSMS: a message that nobody sent is asked about, and the command says how to try all the same', async () => {
	const { code, said } = await send('esms', 'esms', undefined);
	expect(code).toBe(0);
	expect(said).toContain('Noted, and being checked');
	expect(said).toContain('turn the option off while you try');
});

it('eSMS, not verified: the failure that was asked for leaves by Not Delivered', async () => {
	const outputs = await started('unverified', 'esms', undefined, '--status=failed', '--reason=-118');
	expect(outputs).toEqual([[], [expect.objectContaining({ outcome: 'failed', failure: expect.objectContaining({ code: '-118', fallbackAdvised: true }) as object })], []]);
});

it('CareSoft: what is signed with the key of the credential comes out, and nothing else', async () => {
	const { secret } = stage.simulator.settings.caresoft.webhook;
	const outcome = ['--status-path=ticket.ticket_comment.status', '--status=delivered', '--ticket-id=4711'];
	for (const wrong of [await send('caresoft', 'caresoft', 'guess', ...outcome), await send('caresoft', 'caresoft', undefined, '--unsigned', ...outcome)]) {
		expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('Answer: 401')]);
	}
	expect(await runsOf('caresoft')).toBe(0);
	expect(await started('caresoft', 'caresoft', secret, ...outcome)).toEqual([[expect.objectContaining({ ticketId: '4711', outcome: 'delivered' })], [], []]);
});

it('Zalo: what is signed with the OA Secret Key comes out, and nothing else', async () => {
	const { oaSecretKey } = stage.simulator.settings.zalo.webhook;
	for (const wrong of [await send('zalo', 'zalo', 'guess'), await send('zalo', 'zalo', undefined, '--unsigned'), await send('zalo', 'zalo', oaSecretKey, '--app-id=1')]) {
		expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('Answer: 401')]);
	}
	expect((await send('zalo', 'zalo', undefined, '--kind=probe')).code).toBe(0);
	expect(await runsOf('zalo')).toBe(0);
	const outputs = await started('zalo', 'zalo', oaSecretKey, '--message-id=m1', '--tracking-id=zns.DH-001.0123456789abcdef');
	expect(outputs).toEqual([[expect.objectContaining({ messageId: 'm1', requestKey: 'DH-001', outcome: 'delivered', confirmed: true })], [], []]);
});

it('Zalo: every kind is taken', async () => {
	const { oaSecretKey } = stage.simulator.settings.zalo.webhook;
	for (const kind of ['user_feedback', 'user_click_response_button', 'change_template_status', 'change_template_quality', 'change_oa_daily_quota', 'event_journey_time_out']) {
		const { code, said } = await send('zalo', 'zalo', oaSecretKey, `--kind=${kind}`);
		expect([kind, code, said]).toEqual([kind, 0, expect.stringContaining('Report taken')]);
	}
});

it('short code: a text that is signed with the partner key is replied to, and no other', async () => {
	const { privateKey } = stage.simulator.settings.esms.shortCode;
	expect(await send('shortCode', 'esms', 'guess', '--kind=short-code')).toMatchObject({ code: 1, said: expect.stringContaining('Answer: 401') as string });
	expect(await runsOf('shortCode')).toBe(0);
	const { code, said } = await send('shortCode', 'esms', privateKey, '--kind=short-code', '--text=MUA 2');
	expect([code, said]).toEqual([0, expect.stringContaining('<Message>OK</Message>')]);
	expect(outputsOf(await stage.client.waitForWorkflowExecution(at('shortCode').id), 'Trigger')[0]).toEqual([expect.objectContaining({ keyword: 'MUA', content: 'MUA 2' })]);
});
