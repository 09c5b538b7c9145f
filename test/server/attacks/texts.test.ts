import { createHmac } from 'crypto';
import type { JsonObject, StoredCredential, WorkflowNode } from '../../../sandbox/n8n/types.mjs';
import { importItemWorkflow, packageNode, postItems, startStage, until, type Stage } from '../../support/stage.mjs';
import { FIELDS, type Field } from './fields.mjs';
import { startListener, type Heard, type Listener, type Told } from './listener.mjs';
import { forgedIn, PAYLOADS, wasEvaluated } from './payloads.mjs';
import { rawCall, type RawAnswer } from './rawCall.mjs';
import { importTarget, runsOf } from './triggers.mjs';
import { Tries } from './tries.mjs';

const SECRET = 'texts-webhook-secret';
const tries = new Tries('texts');
let stage: Stage;
/** Stands before the simulator and writes down every request. */
let provider: Listener;
/** A place inside the network that nobody may call. */
let inside: Listener;

beforeAll(async () => {
	provider = await startListener(forward);
	inside = await startListener();
	stage = await startStage({ N8N_DISABLE_UI: 'true', N8N_LOG_LEVEL: 'debug', N8N_SSRF_PROTECTION_ENABLED: 'true', N8N_SSRF_ALLOWED_HOSTNAMES: 'localhost' });
	// Every run has a pace of its own, and many runs in a row would meet CareSoft's limit.
	stage.simulator.configure({ caresoft: { limits: { perSecond: 10_000, perHour: 1_000_000 } } });
	stage.credentials.zaloZnsEsmsApi = await esmsAt(`${provider.namedUrl}/esms`);
	stage.credentials.zaloZnsCaresoftApi = await caresoftAt(`${provider.namedUrl}/caresoft`);
}, 240_000);
afterAll(async () => {
	await stage?.close();
	await provider?.close();
	await inside?.close();
}, 60_000);

async function forward({ method, url, rawHeaders, body }: Heard): Promise<Told> {
	const authorization = rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === 'authorization') + 1] ?? '';
	const answer = await fetch(`${stage.simulator.url}${url}`, { method, headers: { 'Content-Type': 'application/json', authorization }, ...(body !== '' && { body }) });
	return { status: answer.status, body: await answer.text() };
}
const esmsAt = async (baseUrl: string): Promise<StoredCredential> => {
	const { apiKey, secretKey, shortCode } = stage.simulator.settings.esms;
	return await stage.client.createCredential(baseUrl, 'zaloZnsEsmsApi', { apiKey, secretKey, baseUrl, partnerId: shortCode.cpid, partnerPrivateKey: shortCode.privateKey });
};
const caresoftAt = async (customHost: string): Promise<StoredCredential> =>
	await stage.client.createCredential(customHost, 'zaloZnsCaresoftApi', { domain: 'simshop', apiToken: stage.simulator.settings.caresoft.token, host: 'custom', customHost, webhookSecret: SECRET });

let workflows = 0;
/** Imports a workflow of one node; @returns a function that runs it with one item and gives back what it answered */
async function workflowOf(node: WorkflowNode, credentials: Partial<Stage['credentials']> = {}): Promise<(item: JsonObject) => Promise<string>> {
	const { url } = await importItemWorkflow({ ...stage, server: stage.server, credentials: { ...stage.credentials, ...credentials } }, `texts-${++workflows}`, node);
	return async (item) => JSON.stringify((await postItems(url, [item])).body);
}
const goingOn = { onError: 'continueRegularOutput' };

describe('an address that the administrator of n8n does not allow', () => {
	const sms = (more: JsonObject = {}): JsonObject => ({ resource: 'sms', operation: 'send', brandname: { __rl: true, mode: 'name', value: 'MYSHOP' }, phone: '0901888484', content: 'MYSHOP: cam on', ...more });
	const httpRequest = (url: string): WorkflowNode => ({ id: 'Http', name: 'Http', type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, position: [0, 0], parameters: { url, options: {} }, ...goingOn });

	const places: Array<[string, (url: string) => string]> = [
		['loopback', (url) => url],
		['loopback in decimal', (url) => url.replace('127.0.0.1', '2130706433')],
		['loopback in hexadecimal', (url) => url.replace('127.0.0.1', '0x7f000001')],
		['loopback as IPv6', (url) => url.replace('127.0.0.1', '[::1]')],
		['loopback as IPv4 inside IPv6', (url) => url.replace('127.0.0.1', '[::ffff:127.0.0.1]')],
		['the metadata service of a cloud', () => 'http://169.254.169.254/latest'],
		['a private network', () => 'http://10.0.0.1'],
	];

	it('is refused to these nodes as it is to HTTP Request', async () => {
		const zns = { provider: 'caresoft', scenarioId: '366', phone: '0901888484', specifyScenarioParameters: 'none' };
		const runs = [];
		for (const [place, at] of places) {
			const url = at(inside.url);
			const [zaloZnsEsmsApi, zaloZnsCaresoftApi] = [await esmsAt(url), await caresoftAt(url)];
			const http = await workflowOf(httpRequest(url));
			const own = [await workflowOf(packageNode('Node', 'esms', sms(), goingOn), { zaloZnsEsmsApi }), await workflowOf(packageNode('Node', 'sendZns', zns, goingOn), { zaloZnsCaresoftApi })];
			runs.push({ place, http, own, zaloZnsEsmsApi });
		}
		for (const { place, http, own, zaloZnsEsmsApi } of runs) {
			expect([place, await http({})]).toEqual([place, expect.stringContaining('SsrfBlockedIpError')]);
			for (const run of own) {
				const answer = await run({});
				for (const words of ['egress rules', 'Nothing was sent']) expect([place, answer]).toEqual([place, expect.stringContaining(words)]);
			}
			expect((await stage.client.testCredential(zaloZnsEsmsApi.id)).status).toBe('Error');
			tries.note('Base URL of the credential', place, inside.touched() > 0 ? '**reached**' : 'refused by n8n, as for HTTP Request; the node says so, and that nothing was sent');
		}
		expect(inside.touched()).toBe(0);
	}, 120_000);

	it.each([301, 302, 303, 307, 308])('is not reached by a redirect %d of an allowed provider', async (status) => {
		const gate = await startListener(() => ({ status, headers: { Location: `${inside.url}/stolen` }, body: '' }));
		const credentials = { zaloZnsEsmsApi: await esmsAt(gate.namedUrl) };
		const run = await workflowOf(packageNode('Node', 'esms', sms(), goingOn), credentials);
		const read = await workflowOf(packageNode('Node', 'esms', { resource: 'brandname', operation: 'getMany', returnAll: true }, goingOn), credentials);
		await run({});
		await read({});
		await gate.close();
		tries.note('Base URL of the credential', `a provider that redirects inside with ${status}`, inside.touched() > 0 ? '**followed**' : 'not followed');
		expect(gate.heard.length).toBeGreaterThanOrEqual(2);
		expect(inside.touched()).toBe(0);
	}, 60_000);

	it('stands in a message as text, which n8n never calls', async () => {
		const url = inside.url.replace('http:', 'https:');
		const oa = { __rl: true, mode: 'id', value: '4097311281936189049' };
		const nodes: Array<[string, JsonObject]> = [
			['image URL', sms({ resource: 'viber', content: '', imageUrl: `${url}/a.png` })],
			['button URL', sms({ resource: 'viber', buttonLabel: 'Xem', buttonUrl: `${url}/button` })],
			['picture URL', { resource: 'consultation', operation: 'sendPhoto', officialAccount: oa, zaloUserId: '31215806834323092', text: 'x', imageUrl: `${url}/b.png` }],
			['callback URL', sms({ options: { callbackUrl: `${url}/callback` } })],
		];
		// The simulator itself would call back, as eSMS does: it must not count here.
		stage.simulator.configure({ esms: { callback: { delayMs: 600_000 } } });
		const runs = [];
		for (const [name, parameters] of nodes) runs.push([name, await workflowOf(packageNode('Node', 'esms', parameters, goingOn))] as const);
		for (const [name, run] of runs) {
			const told = provider.heard.length;
			const answer = await run({});
			expect([name, answer, provider.heard.slice(told).some(({ body }) => body.includes(url))]).toEqual([name, expect.any(String), true]);
			tries.note(`Address in a message`, name, inside.touched() > 0 ? '**called by n8n**' : 'passed on to the provider as text; n8n calls nothing');
		}
		expect(inside.touched()).toBe(0);
	}, 60_000);
});

describe('text that would be more than text', () => {
	/** What is read of a template before anything is sent. */
	const LOOKED_UP = /\/(?:GetZnsTemplateInfo|GetTemplate)\b/;

	/** Every string inside a request: of its query, and of its body however deep. */
	function stringsOf({ url, body }: Heard): string[] {
		const leaves = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...leaves(inner)]) : [String(value)]);
		return [...new URL(url, 'http://x').searchParams.values(), ...(body.startsWith('{') ? leaves(JSON.parse(body)) : [body])];
	}
	const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
	const headerNames = (requests: Heard[]) => [...new Set(requests.flatMap(({ rawHeaders }) => rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())))].sort();
	const pathsOf = (requests: Heard[]) => [...new Set(requests.map(({ method, url }) => `${method} ${url.split('?')[0]} ${[...new URL(url, 'http://x').searchParams.keys()].sort().join()}`))].sort();

	it('of a send stays text: no further header, path or parameter, no forged log line, nothing evaluated', async () => {
		const runs: Array<[Field, (item: JsonObject) => Promise<string>]> = [];
		for (const field of FIELDS) runs.push([field, await workflowOf(packageNode('Node', field.type, field.parameters('={{ $json.text }}')))]);
		const logged = stage.server.logs().length;
		const faults: string[] = [];
		for (const [{ name, usual }, run] of runs) {
			const start = provider.heard.length;
			await run({ text: usual });
			const ordinary = provider.heard.slice(start);
			expect([name, ordinary.length > 0]).toEqual([name, true]);
			const outcomes = new Map<string, string[]>();
			for (const [payload, text] of Object.entries(PAYLOADS)) {
				const before = provider.heard.length;
				const answer = await run({ text });
				const requests = provider.heard.slice(before).filter(({ url }) => !LOOKED_UP.test(url));
				const wanted = requests.flatMap(stringsOf);
				const outcome = requests.length === 0 ? 'refused, nothing sent' : wanted.some((value) => plain(value).includes(plain(text.normalize('NFC')))) ? 'sent as this text' : 'sent, but not as this text';
				outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), payload]);
				const foreign = [...headerNames(requests).filter((header) => !headerNames(ordinary).includes(header)), ...pathsOf(requests).filter((path) => !pathsOf(ordinary).includes(path))];
				if (foreign.length > 0) faults.push(`${name}, ${payload}: ${foreign.join()}`);
				if (wasEvaluated(answer, ...requests.map(({ url, body }) => url + body))) faults.push(`${name}, ${payload}: evaluated`);
			}
			tries.note(name, outcomes.size === 1 ? 'each text' : 'each text, by what came of it', [...outcomes].map(([outcome, payloads]) => (outcomes.size === 1 ? outcome : `${outcome}: ${payloads.join(', ')}`)).join('; '));
		}
		const log = stage.server.logs().slice(logged);
		const forged = forgedIn(log);
		if (wasEvaluated(log)) faults.push('evaluated in the log');
		tries.note('n8n\'s log at debug level', 'all of these texts in all of these fields', forged.length === 0 ? 'no line begins with one, no control character came through' : '**forged lines**');
		expect([faults, forged]).toEqual([[], []]);
	}, 300_000);

	it('of a callback stays text: no forged log line, no markup or header in the answer, nothing evaluated', async () => {
		const targets = {
			esms: await importTarget(stage, 'texts-esms', 'znsDeliveryTrigger', { source: 'esms', verifyWithEsms: false }),
			caresoft: await importTarget(stage, 'texts-caresoft', 'znsDeliveryTrigger', { source: 'caresoft', events: [], statusPath: 'ticket.state', deliveredValues: 'x', notDeliveredValues: PAYLOADS['line breaks'] ?? '' }),
		};
		const fields = ['SMSID', 'SendStatus', 'SendSuccess', 'TotalPrice', 'RequestId', 'TypeId', 'phonenumber', 'partnerids', 'error_info', 'oaid', 'tempid', 'switchsmsid', 'ReferenceId', 'cb', '__proto__', 'x[y]'];
		const logged = stage.server.logs().length;
		const answers: Array<[string, RawAnswer]> = [];
		for (const text of Object.values(PAYLOADS)) {
			for (const field of fields) {
				const query = new URLSearchParams({ SMSID: 'm', SendStatus: '5', SendSuccess: '1', SendFailed: '0', TypeId: '25', [field]: text });
				answers.push(['eSMS callback: every field', await rawCall(`${targets.esms.url}?${query.toString()}`)]);
			}
			answers.push(['eSMS callback: name of a parameter', await rawCall(`${targets.esms.url}?SMSID=m&SendStatus=5&${encodeURIComponent(text)}=1`)]);
			answers.push(['eSMS callback: header', await rawCall(`${targets.esms.url}?SMSID=`, { headers: [`User-Agent: ${text.replace(/[\r\n\0]/g, ' ')}`, `X-Forwarded-For: ${text.replace(/[\r\n\0]/g, ' ')}`] })]);
			const body = JSON.stringify({ object: text, action: text, ticket: { ticket_id: text, ticket_source: text, ticket_subject: text, state: text, requester: { phone_no: text }, addition_fields: [{ label: text, value: text }] } });
			const signature = createHmac('sha1', SECRET).update(body).digest('hex');
			answers.push(['CareSoft webhook: every field, signed', await rawCall(targets.caresoft.url, { method: 'POST', body, headers: ['Content-Type: application/json', `X-Hub-Signature: ${signature}`] })]);
			answers.push(['CareSoft webhook: signature', await rawCall(targets.caresoft.url, { method: 'POST', body, headers: ['Content-Type: application/json', `X-Hub-Signature: ${text.replace(/[\r\n\0]/g, ' ')}`] })]);
		}
		await until('the runs of CareSoft', async () => (await runsOf(stage, targets.caresoft)).length === Object.keys(PAYLOADS).length);
		for (const place of new Set(answers.map(([name]) => name))) {
			const own = answers.filter(([name]) => name === place).map(([, answer]) => answer);
			const faults = own.filter(({ headers, body }) => /^X-Injected/im.test(headers) || (/content-type: (?!application\/json)/i.test(headers) && body.includes('<img')) || wasEvaluated(headers, body));
			tries.note(place, 'each text', `${[...new Set(own.map(({ status }) => status))].sort().join(' or ')}; ${faults.length === 0 ? 'the answer is JSON with the text quoted, or without it' : '**in the answer**'}`);
			expect([place, faults]).toEqual([place, []]);
		}
		const runs = JSON.stringify(await runsOf(stage, targets.caresoft));
		expect(wasEvaluated(runs)).toBe(false);
		const forged = forgedIn(stage.server.logs().slice(logged));
		tries.note('n8n\'s log at debug level', 'all of these texts in callbacks', forged.length === 0 ? 'no line begins with one, no control character came through' : '**forged lines**');
		expect(forged).toEqual([]);

		// n8n itself logs the path of a webhook that it does not know, before any node of any package is asked.
		const known = stage.server.logs().length;
		const unknown = await rawCall(stage.server.url, { path: `/webhook/${encodeURIComponent(PAYLOADS['line breaks'] ?? '')}` });
		await until('n8n logs the path', () => stage.server.logs().slice(known).includes('FORGED-LINE'));
		const byN8n = forgedIn(stage.server.logs().slice(known));
		tries.note('n8n\'s log in text form', 'line breaks in the path of a webhook that n8n does not know', `${unknown.status}; ${byN8n.length > 0 ? '**n8n 2.41 itself writes a forged line**, with or without these nodes; not so with `N8N_LOG_FORMAT=json`' : 'no line begins with one'}`);
		expect(wasEvaluated(unknown.body)).toBe(false);
	}, 180_000);

	it('of a customer in a reply to a short code stays text in well-formed XML', async () => {
		const echo: WorkflowNode = { id: 'last', name: 'Last', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [200, 0], parameters: { assignments: { assignments: [{ id: 'reply', name: 'reply', type: 'string', value: '={{ $json.content }}' }] }, options: {} } };
		await importTarget(stage, 'texts-inbound', 'esmsInboundTrigger', { replyMode: 'lastNode' }, stage.credentials, echo);
		const logged = stage.server.logs().length;
		for (const content of Object.values(PAYLOADS)) {
			const [call] = await stage.simulator.textShortCode({ url: `${stage.server.url}/webhook/texts-inbound/esms-inbound`, sender: '0901888484', serviceNumber: '8041', content });
			const xml = call?.answer?.body ?? '';
			expect(xml).toMatch(/^<ClientResponse><Message>[^<>]*<\/Message><Smsid>[^<>]*<\/Smsid><Receiver>84901888484<\/Receiver><\/ClientResponse>$/);
			expect(xml).not.toMatch(/[^\P{Cc}\n]/u);
			expect(wasEvaluated(xml)).toBe(false);
		}
		expect(forgedIn(stage.server.logs().slice(logged))).toEqual([]);
		tries.note('Short code: text of the customer, echoed by the workflow', 'each text', 'a reply in well-formed XML, with the text escaped and without what XML cannot hold');
	}, 60_000);

	it('of a provider stays text: a code or a message with line breaks forges no log line', async () => {
		const hostile = await startListener(() => ({ body: JSON.stringify({ CodeResult: PAYLOADS['line breaks'], ErrorMessage: PAYLOADS['line breaks'], Message: PAYLOADS['terminal escapes'], code: PAYLOADS['lone returns'], message: PAYLOADS.markup }) }));
		const credentials = { zaloZnsEsmsApi: await esmsAt(hostile.namedUrl), zaloZnsCaresoftApi: await caresoftAt(hostile.namedUrl) };
		// Only a refusal of the keys ends the asking at once; what other codes become in the log is told by nameOf.test.ts.
		const refusing = await startListener(() => ({ body: JSON.stringify({ CodeResult: '101', CodeResponse: '101', Code: 101, ErrorMessage: PAYLOADS['line breaks'], Message: PAYLOADS['terminal escapes'] }) }));
		const confirmed = await importTarget(stage, 'texts-confirmed', 'znsDeliveryTrigger', { source: 'esms' }, { zaloZnsEsmsApi: await esmsAt(refusing.namedUrl) });
		const runs = [];
		for (const onError of ['stopWorkflow', 'continueRegularOutput']) {
			runs.push(await workflowOf(packageNode('Node', 'sendZns', { provider: 'caresoft', scenarioId: '366', phone: '0901888484', specifyScenarioParameters: 'none' }, { onError }), credentials));
			runs.push(await workflowOf(packageNode('Node', 'esms', { resource: 'account', operation: 'getBalance' }, { onError }), credentials));
		}
		const logged = stage.server.logs().length;
		for (const run of runs) await run({});
		await rawCall(`${confirmed.url}?SMSID=m&SendStatus=5&SendSuccess=1&TypeId=25`);
		await until('the warning', () => stage.server.logs().slice(logged).includes('could not ask eSMS'));
		await hostile.close();
		await refusing.close();
		const forged = forgedIn(stage.server.logs().slice(logged));
		tries.note('Answer of a false provider', 'line breaks and escapes in its code and message', forged.length === 0 ? 'no forged log line' : '**forged lines**');
		expect(forged).toEqual([]);
	}, 60_000);
});

it('docs/security.md tells these tries', () => tries.checkDocs());
