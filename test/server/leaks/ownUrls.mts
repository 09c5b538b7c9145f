import { NodeHelpers, type INodeParameters, type INodeType } from 'n8n-workflow';
import { Esms } from '../../../nodes/Esms/Esms.node';
import { SendZns } from '../../../nodes/SendZns/SendZns.node';
import { ZaloTransaction } from '../../../nodes/ZaloTransaction/ZaloTransaction.node';
import { importWorkflow } from '../../../sandbox/n8n/provision.mjs';
import type { Execution, JsonObject, WorkflowNode } from '../../../sandbox/n8n/types.mjs';
import { KINDS, type Kind } from '../../engine/preview/kinds.mjs';
import { FORMS } from '../../fuzz/parameters.mjs';
import { importItemWorkflow, packageNode, postItems, startBeside, until, webhooksReady, type Stage } from '../../support/stage.mjs';

/** Parts of the addresses of two triggers, which occur nowhere else, so that every find is a leak. */
const HOOKS = { verified: 'LEAK-HOOK-5e1d', open: 'LEAK-HOOK-90c3' };

const OFFICIAL_ACCOUNT = { __rl: true, mode: 'id', value: '4097311281936189049' };
const CLASSES: Record<string, INodeType> = { sendZns: new SendZns(), esms: new Esms(), zaloTransaction: new ZaloTransaction() };

/** Operations of eSMS that change nothing. */
const READS = FORMS.filter(({ node, parameters }) => node instanceof Esms && /^(get|estimate)/.test(String(parameters.operation)));

function canWait({ type, parameters }: Kind): boolean {
	const { description } = CLASSES[type] as INodeType;
	const wanted = { ...parameters, afterSending: 'wait' } as INodeParameters;
	const node = { id: 'x', name: 'x', type, typeVersion: 1.1, position: [0, 0] as [number, number], parameters: {} };
	return NodeHelpers.getNodeParameters(description.properties, wanted, true, false, node, description)?.afterSending === 'wait';
}

/** Nobody can start or resume a run with what stands in an item: in no item of any operation is the URL of a trigger or the token of a run. */
export function ownUrls(get: () => Stage): void {
	let stage: Stage;
	const triggers: string[] = [];
	/** Every item of ours, by what it came from. */
	const items: Array<[from: string, json: string]> = [];
	/** The runs, which hold the messages that they waited for. */
	let tokens: string[];
	let imported = 0;

	const hookUrl = (name: keyof typeof HOOKS) => `${stage.server.url}/webhook/${HOOKS[name]}/zns-delivery?cid=42`;

	beforeAll(async () => {
		stage = await startBeside(get());
		stage.simulator.configure({ esms: { callback: { delayMs: 300, retry: { times: 1, timeoutMs: 30_000 } } } });
		for (const [name, path] of Object.entries(HOOKS)) {
			const trigger = packageNode('Trigger', 'znsDeliveryTrigger', { source: 'esms', verifyWithEsms: name === 'verified' }, { webhookId: path });
			triggers.push((await importWorkflow(stage.client, { name: path, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } }, { credentials: stage.credentials })).id);
		}
	}, 180_000);
	afterAll(async () => await stage?.close(), 60_000);

	/** Keeps all items that left a node, files as text. */
	function keep(from: string, { data }: Execution, name: string): number {
		const left = (data.resultData.runData[name] ?? []).flatMap((run) => (run.data?.main ?? []).flatMap((output) => output ?? []));
		for (const { json, binary } of left) {
			const files = Object.values(binary ?? {}).map((file) => Buffer.from(String((file as JsonObject).data), 'base64').toString('utf8'));
			items.push([from, [JSON.stringify(json), ...files].join('\n')]);
		}
		return left.length;
	}

	async function run(from: string, node: WorkflowNode, list: JsonObject[]): Promise<number> {
		const { id, url } = await importItemWorkflow(stage, `own-urls-${++imported}`, node);
		void postItems(url, list);
		let kept = 0;
		await until(`the run of ${from} has ended`, async () => (await stage.client.countExecutions(id, ['success', 'error'])) === 1, 60_000);
		for (const { id: execution } of await stage.client.listExecutions(id)) kept += keep(from, await stage.client.getExecution(execution), node.name);
		return kept;
	}

	const sending = ({ type, parameters }: Kind, more: JsonObject, options: JsonObject): WorkflowNode =>
		packageNode('Node', type, { ...(parameters as JsonObject), ...more, options: { ...(parameters.options as JsonObject), requestIdBy: 'execution', simplify: false, ...options } }, { onError: 'continueRegularOutput' });

	it('of any operation that sends, waits, fails or reads, and of the triggers themselves', async () => {
		await webhooksReady();
		const kinds = KINDS.filter(({ type, parameters }) => type in CLASSES && parameters.provider !== 'caresoft');
		const none: string[] = [];
		for (const kind of kinds) {
			const list = kind.items as JsonObject[];
			for (const name of ['verified', 'open'] as const) {
				const urls = { callbackUrl: hookUrl(name), ...(kind.parameters.resource === 'multiChannel' && { smsCallbackUrl: hookUrl(name) }) };
				if ((await run(`${kind.name}, sent`, sending(kind, {}, urls), list)) === 0) none.push(kind.name);
			}
			if ('phone' in kind.parameters) await run(`${kind.name}, refused`, sending(kind, { phone: '0901001103' }, { callbackUrl: hookUrl('open') }), list);
			if (!canWait(kind)) continue;
			if ((await run(`${kind.name}, waited for`, sending(kind, { afterSending: 'wait', waitLimit: 1 }, {}), list)) === 0) none.push(`${kind.name}, waited for`);
			await run(`${kind.name}, preview of waiting`, sending(kind, { afterSending: 'wait', previewOnly: true }, {}), list);
		}
		expect(none).toEqual([]);
		await stage.simulator.whenIdle();

		const messages = stage.simulator.messages();
		tokens = [...new Set(messages.flatMap(({ callbackUrl = '' }) => /signature=([^&]+)/.exec(callbackUrl)?.[1] ?? []))];
		expect(tokens.length).toBeGreaterThan(10);
		expect(messages.filter(({ callbackUrl = '' }) => callbackUrl.includes(HOOKS.verified)).length).toBeGreaterThan(kinds.length / 2);

		const list = messages.map(({ id, zaloMessageId, typeId, oaId }) => ({ id, zaloMessageId: zaloMessageId ?? 'none', typeId: String(typeId), oaId: oaId ?? OFFICIAL_ACCOUNT.value }));
		const today = { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 3_600_000).toISOString() };
		for (const { name, parameters } of READS) {
			const own = parameters as JsonObject;
			const byMessage = ['messageId', 'zaloMessageId'].some((field) => field in own);
			const changed: JsonObject = {
				...own,
				...('messageId' in own && { messageId: '={{ $json.id }}' }),
				...('zaloMessageId' in own && { zaloMessageId: '={{ $json.zaloMessageId }}' }),
				...('officialAccount' in own && { officialAccount: { __rl: true, mode: 'id', value: '={{ $json.oaId }}' } }),
				...('from' in own && today),
			};
			const forms: JsonObject[] = name.includes('getDeliveryReports') ? [{ ...changed, getBy: 'messageId' }, ...['zns', 'sms', 'zalo', 'viber'].map((channel) => ({ ...changed, getBy: 'dateRange', channel, ...today }))] : name.includes('getDeliveryStatus') ? ['zns', 'zalo', 'sms', 'viber'].map((channel) => ({ ...changed, channel })) : [changed];
			for (const form of forms) await run(name, packageNode('Node', 'esms', { ...form, simplify: false }, { onError: 'continueRegularOutput' }), byMessage || name.includes('getDeliveryReports') ? list : list.slice(0, 1));
		}

		for (const id of triggers) {
			for (const execution of await stage.client.listExecutions(id)) keep('the trigger', await stage.client.getExecution(execution.id), 'Trigger');
		}
		// Each haystack holds what it should, and stored callbacks do name the URL that was called.
		for (const from of ['the trigger', 'ZNS by phone, waited for', 'ZNS by phone, refused', 'message getDeliveryReports', 'message getDeliveryStatus']) {
			expect([from, items.some(([own]) => own.includes(from))]).toEqual([from, true]);
		}
		expect(items.some(([, json]) => json.includes(`"CallbackUrl":"${stage.server.url}/…"`))).toBe(true);
		expect(items.length).toBeGreaterThan(200);

		const secrets = [...Object.values(HOOKS), ...tokens];
		const leaks = items.filter(([, json]) => secrets.some((secret) => json.includes(secret))).map(([from]) => from);
		expect([...new Set(leaks)]).toEqual([]);
	}, 500_000);
}
