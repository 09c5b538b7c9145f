import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { nodeOf, type EngineRun } from '../support/engine.mjs';
import { KINDS, type Kind } from './preview/kinds.mjs';
import { hintsOf, previewStage } from './preview/stage.mjs';

const stage = previewStage();

const PUBLIC = 'https://n8n.myshop.vn/webhook/8d2b9fa3/zns-delivery';
const PRIVATE = 'http://localhost:5678/webhook/8d2b9fa3/zns-delivery';
const TEST = 'https://n8n.myshop.vn/webhook-test/8d2b9fa3/zns-delivery';

/** n8n drops an option that an operation does not have. */
const has = ({ type, parameters }: Kind, name: string) => (nodeOf({ type, parameters: { ...parameters, options: { [name]: PUBLIC } }, items: [] }).parameters.options as IDataObject | undefined)?.[name] === PUBLIC;

const OFFICIAL_ACCOUNT = { __rl: true, mode: 'id', value: '4097311281936189049' };
const BRANDNAME = { __rl: true, mode: 'name', value: 'MYSHOP' };
const register = (operation: string, parameters: EngineRun['parameters']): Kind => ({ name: `eSMS template ${operation}`, type: 'esms', parameters: { resource: 'template', operation, ...parameters }, items: [{}], recipient: {}, shows: [] });

/** Every operation that hands eSMS an address to call, with the option that holds it. */
const CALLED: Array<[name: string, kind: Kind, option: string, label: string]> = [
	...KINDS,
	register('registerZalo', { officialAccount: OFFICIAL_ACCOUNT, content: 'Xin chào', logoUrl: 'https://myshop.vn/logo.png' }),
	register('registerSms', { brandname: BRANDNAME, content: 'MYSHOP: {Biến:30}' }),
].flatMap((kind) =>
	([['callbackUrl', 'Callback URL'], ['smsCallbackUrl', 'SMS Callback URL']] as const)
		.filter(([option]) => has(kind, option))
		.map(([option, label]): (typeof CALLED)[number] => [`${kind.name}, ${label}`, kind, option, label]),
);

/** Sends as to the real eSMS; what leaves goes to the simulator all the same. */
async function send(live: boolean, kind: Kind, options: INodeParameters, more: Partial<EngineRun> = {}) {
	const { esmsUrl } = stage.simulator;
	const reached: IDataObject[] = [];
	const result = await stage.send(kind, {
		parameters: { ...kind.parameters, options: { ...(kind.parameters.options as INodeParameters), ...options } },
		credentials: { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: live ? 'https://rest.esms.vn' : esmsUrl } },
		onRequest: async (request) => {
			// Calls by voice have everything in the query.
			reached.push({ ...(request.qs as IDataObject), url: decodeURIComponent(request.url), ...((typeof request.body === 'string' ? JSON.parse(request.body) : request.body) as IDataObject) });
			return { ...request, url: request.url.replace(/^https:\/\/[\w-]+\.esms\.vn/, esmsUrl) };
		},
		...more,
	});
	return { ...result, hints: hintsOf(result), reached, went: JSON.stringify(reached) };
}

it('most operations that send hand out an address, and so do registrations', () => {
	expect(CALLED.length).toBeGreaterThan(16);
	expect(CALLED.filter(([, , option]) => option === 'smsCallbackUrl')).toHaveLength(1);
	expect(CALLED.filter(([name]) => name.includes('template'))).toHaveLength(2);
});

describe.each(CALLED)('%s', (_name, kind, option, label) => {
	it('what eSMS can never call is refused before anything leaves', async () => {
		const { error, reached } = await send(true, kind, { [option]: PRIVATE });
		expect(error?.message).toBe(`${label} is "${PRIVATE}", but localhost cannot be reached from the internet`);
		expect(error?.description).toMatch(/N8N_WEBHOOK_URL .* copy the production URL of the trigger again\. Nothing was (sent|changed)\.$/);
		expect(reached.filter((body) => JSON.stringify(body).includes('localhost'))).toEqual([]);
		expect(stage.simulator.messages()).toEqual([]);
	});

	it('a stand-in may call what is in its own network', async () => {
		const { error, went, hints } = await send(false, kind, { [option]: PRIVATE });
		expect(error).toBeUndefined();
		expect(went).toContain(PRIVATE);
		expect(hints).toEqual([]);
	});

	it('a test URL is pointed out once, and goes out', async () => {
		const { error, went, hints } = await send(true, kind, { [option]: TEST });
		expect(error).toBeUndefined();
		expect(went).toContain(TEST);
		expect(hints).toEqual([expect.stringMatching(new RegExp(`^${label} is a test URL: reports reach it only while the editor listens`))]);
	});
});

const one = KINDS.find(({ name }) => name === 'ZNS by phone') as Kind;

it.each([
	['http://n8n.myshop.vn/webhook/1', [/^Callback URL starts with http:\/\/\. eSMS asks for https since February 2026; whether it still calls http is not documented/]],
	['HTTP://n8n.myshop.vn/webhook-test/1', [/starts with http/, /is a test URL/]],
	['https://n8n.myshop.vn/workflow/Zk3yqW8sVb1LmN0p', [/looks like a page of the n8n editor/]],
	['https://n8n.example.com/webhook/1/zns-delivery', [/is the address of an example/]],
	['https://n8n.myshop.vn/webhook/1#reports', [/holds a #/]],
	[PUBLIC, []],
	[`${PUBLIC}?cid=42&workflow=Zk3yqW8sVb1LmN0p`, []],
	['https://hooks.myshop.vn/workflow/esms', []],
	['https://myexample.com/webhook-tests/1', []],
	['https://8.8.8.8/webhook/1', []],
])('%s is sent as it is, and pointed out where it may be in vain', async (callbackUrl, expected) => {
	const { error, hints, reached } = await send(true, one, { callbackUrl });
	expect(error).toBeUndefined();
	expect(hints).toEqual(expected.map((words) => expect.stringMatching(words) as string));
	// Character by character, whatever query it has.
	expect(reached.at(-1)?.CallbackUrl).toBe(callbackUrl);
});

it('where a simulator stands in, only what is wrong there too is pointed out', async () => {
	for (const callbackUrl of ['http://n8n.myshop.vn/webhook/1', 'http://127.0.0.1:5678/webhook/1', 'https://n8n.example.com/webhook/1']) expect((await send(false, one, { callbackUrl, requestIdBy: 'none' })).hints).toEqual([]);
	expect((await send(false, one, { callbackUrl: 'http://127.0.0.1:5678/webhook-test/1' })).hints).toEqual([expect.stringContaining('is a test URL')]);
});

it.each([
	['http://127.0.0.1:5678/webhook/1', '127.0.0.1'],
	['https://192.168.1.20/webhook/1', '192.168.1.20'],
	['https://[fe80::1]/webhook/1', '[fe80::1]'],
	['https://[fd00::1]:5678/webhook/1', '[fd00::1]'],
	['https://n8n.local/webhook/1', 'n8n.local'],
	['http://n8n:5678/webhook/1', 'n8n'],
])('nobody outside can call %s: refused', async (callbackUrl, host) => {
	const { error } = await send(true, one, { callbackUrl });
	expect(error?.message).toMatch(/^Callback URL is ".*", but /);
	expect(error?.message).toContain(`but ${host} cannot be reached from the internet`);
	expect(stage.simulator.messages()).toEqual([]);
});

it.each([true, false])('what is no URL is refused, whoever would call it (live: %p)', async (live) => {
	const UNREADABLE = 'is not a URL that can be read: check its host and its port';
	for (const [callbackUrl, shown, why] of [['n8n.myshop.vn/webhook/1', 'n8n.myshop.vn/webhook/1', 'is not a URL, it must start with https://'], ['https://n8n:x/1', 'https://n8n:x/1', UNREADABLE], ['https://an:se/cret@n8n', 'https://***@n8n', UNREADABLE]] as const) {
		const { error } = await send(live, one, { callbackUrl });
		expect(error?.message).toBe(`Callback URL "${shown}" ${why}`);
	}
});

it('with Continue On Fail only the item with the wrong address fails; of many with a test URL one word is said', async () => {
	const items = [PRIVATE, ...Array.from({ length: 20 }, () => TEST)].map((url, index) => ({ url, phone: `09018884${String(index).padStart(2, '0')}` }));
	const { outputs, hints } = await send(true, { ...one, parameters: { ...one.parameters, phone: '={{ $json.phone }}' } }, { callbackUrl: '={{ $json.url }}' }, { items, onError: 'continueErrorOutput' });
	expect(outputs.map((output) => output.length)).toEqual([20, 1]);
	expect(outputs[1]?.[0]?.json).toMatchObject({ error: expect.stringContaining('localhost'), details: { class: 'params', fallbackAdvised: false } });
	expect(hints.filter((hint) => hint.includes('test URL'))).toHaveLength(1);
});

it('in batches and in Preview Only it is no other way', async () => {
	const batch = KINDS.find(({ name }) => name === 'ZNS in batches') as Kind;
	expect((await send(true, batch, { callbackUrl: PRIVATE })).error?.message).toContain('localhost');
	const preview = { ...one, parameters: { ...one.parameters, previewOnly: true } };
	expect((await send(true, preview, { callbackUrl: PRIVATE })).error?.message).toContain('localhost');
	expect((await send(true, preview, { callbackUrl: TEST })).hints).toEqual([expect.stringContaining('test URL'), expect.stringContaining('Nothing was sent')]);
});

it('beside waiting an address is refused because of the waiting, not because of what it is', async () => {
	const { error } = await send(false, { ...one, parameters: { ...one.parameters, afterSending: 'wait' } }, { callbackUrl: PRIVATE });
	expect(error?.message).toMatch(/^Callback URL cannot be set/);
});
