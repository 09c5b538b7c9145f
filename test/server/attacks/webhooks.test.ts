import { createHash, createHmac } from 'crypto';
import { LEAN, startStage, until, type Stage } from '../../support/stage.mjs';
import { sendZns } from '../../unit/simulator/client.mjs';
import { forgedIn, PAYLOADS } from './payloads.mjs';
import { rawCall, type RawRequest } from './rawCall.mjs';
import { importTarget, runsOf, type Target } from './triggers.mjs';
import { Tries } from './tries.mjs';

const SECRET = 'attack-webhook-secret';
const bodyOf = (mark: string) => `{"object":"ticket","action":"update","ticket":{"ticket_id":297005,"ticket_source":"inbox_zalo_zns","ticket_subject":"${mark}"}}`;
const hmac = (body: string, { secret = SECRET, hash = 'sha1', form = 'hex' as 'hex' | 'base64' } = {}) => createHmac(hash, secret).update(body).digest(form);
const signed = (...values: string[]) => values.map((value) => `X-Hub-Signature: ${value}`);
const post = (body: string, headers: string[], more: RawRequest & { query?: string } = {}) => ({
	method: 'POST', body, headers: ['Content-Type: application/json', ...headers], ...more,
});

const tries = new Tries('webhooks');
const targets: Record<string, Target> = {};
let stage: Stage;

beforeAll(async () => {
	stage = await startStage({ ...LEAN, N8N_LOG_FORMAT: 'json' });
	stage.simulator.configure({ esms: { statusLagMs: 0 } });
	const { apiKey, secretKey, shortCode } = stage.simulator.settings.esms;
	const zaloZnsEsmsApi = await stage.client.createCredential('short code', 'zaloZnsEsmsApi', {
		apiKey, secretKey, baseUrl: stage.simulator.esmsUrl, partnerId: shortCode.cpid, partnerPrivateKey: shortCode.privateKey,
	});
	const zaloZnsCaresoftApi = await stage.client.createCredential('webhook', 'zaloZnsCaresoftApi', {
		domain: 'simshop', apiToken: 'x', host: 'custom', customHost: stage.simulator.caresoftUrl, webhookSecret: SECRET,
	});
	const once = { ignoreRepeated: true };
	targets.caresoft = await importTarget(stage, 'attack-caresoft', 'znsDeliveryTrigger', { source: 'caresoft', ...once }, { zaloZnsCaresoftApi });
	const wrongKeys = await stage.client.createCredential('wrong keys', 'zaloZnsEsmsApi', { apiKey: 'wrong', secretKey: 'wrong', baseUrl: stage.simulator.esmsUrl });
	targets.open = await importTarget(stage, 'attack-open', 'znsDeliveryTrigger', { source: 'esms', verifyWithEsms: false, ...once });
	targets.confirmed = await importTarget(stage, 'attack-confirmed', 'znsDeliveryTrigger', { source: 'esms' }, { zaloZnsEsmsApi });
	targets.unaskable = await importTarget(stage, 'attack-unaskable', 'znsDeliveryTrigger', { source: 'esms' }, { zaloZnsEsmsApi: wrongKeys });
	targets.claiming = await importTarget(stage, 'attack-claiming', 'znsDeliveryTrigger', { source: 'esms', ifUnaskable: 'claimed' }, { zaloZnsEsmsApi: wrongKeys });
	targets.inbound = await importTarget(stage, 'attack-inbound', 'esmsInboundTrigger', { replyText: 'ok' }, { zaloZnsEsmsApi });
}, 240_000);
afterAll(async () => await stage?.close(), 60_000);

const target = (name: string) => targets[name] ?? { workflowId: '', url: '' };
const calling = async (name: string, request: RawRequest & { query?: string }) => (await rawCall(`${target(name).url}${request.query ?? ''}`, request)).status;

/** Waits until a genuine call has started its run: whatever came before it would have started by then. */
async function untilRun(name: string, holds: string): Promise<void> {
	await until(`the run of the genuine call to ${name}`, async () => (await runsOf(stage, target(name))).some(({ item }) => JSON.stringify(item).includes(holds)));
}

/** @returns how the runs whose item holds a text left the trigger */
async function runsWith(name: string, holds: string): Promise<string> {
	const exits = ['Delivered', 'Not Delivered', 'Other'];
	const runs = (await runsOf(stage, target(name))).filter(({ item }) => JSON.stringify(item).includes(holds));
	if (runs.length === 0) return 'no run';
	return runs
		.map(({ output, item }) => (name === 'inbound' || name === 'caresoft' ? 'one run' : `one run by ${exits[output]}${item.confirmed === undefined ? '' : item.confirmed ? ', as eSMS says' : ', marked unconfirmed'}`))
		.join(' and ');
}

describe('webhooks of CareSoft', () => {
	const REFUSED = '401, no run';
	const TAKEN = '200, one run';

	const forgeries: Array<[string, (body: string) => RawRequest & { query?: string }, string]> = [
		['no signature', (body) => post(body, []), REFUSED],
		['an empty signature', (body) => post(body, signed('')), REFUSED],
		['signed with another secret', (body) => post(body, signed(hmac(body, { secret: 'guess' }))), REFUSED],
		['signed with an empty secret', (body) => post(body, signed(hmac(body, { secret: '' }))), REFUSED],
		['signed with SHA-256', (body) => post(body, signed(hmac(body, { hash: 'sha256' }))), REFUSED],
		['the right signature in base64', (body) => post(body, signed(hmac(body, { form: 'base64' }))), REFUSED],
		['the signature of another body', (body) => post(body, signed(hmac(body.replace('297005', '1')))), REFUSED],
		['a body altered by one character', (body) => post(body.replace('update', 'create'), signed(hmac(body))), REFUSED],
		['the same JSON with other white space', (body) => post(JSON.stringify(JSON.parse(body), null, 1), signed(hmac(body))), REFUSED],
		['the same JSON with its keys in another order', (body) => post(JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body) as object).reverse())), signed(hmac(body))), REFUSED],
		['the same JSON with escaped characters', (body) => post(body.replace('ticket_id', 'ticket\\u005fid'), signed(hmac(body))), REFUSED],
		['the signature without its last digit', (body) => post(body, signed(hmac(body).slice(0, -1))), REFUSED],
		['the first half of the signature', (body) => post(body, signed(hmac(body).slice(0, 20))), REFUSED],
		['the signature with one digit more', (body) => post(body, signed(`${hmac(body)}0`)), REFUSED],
		['the signature with a prefix of SHA-256', (body) => post(body, signed(`sha256=${hmac(body)}`)), REFUSED],
		['a wrong signature first, the right one in a second header', (body) => post(body, signed('0'.repeat(40), hmac(body))), REFUSED],
		['the right signature in two headers', (body) => post(body, signed(hmac(body), hmac(body))), REFUSED],
		['the signature in the query', (body) => post(body, [], { query: `?X-Hub-Signature=${hmac(body)}` }), REFUSED],
		['the signature under another header name', (body) => post(body, [`X-Hub-Signature-256: ${hmac(body)}`]), REFUSED],
		['the signed body as a form upload', (body) => ({ method: 'POST', body, headers: ['Content-Type: multipart/form-data; boundary=x', ...signed(hmac(body))] }), '400, no run'],
		['a GET with the signature of nothing', () => ({ headers: signed(hmac('')) }), '405, no run'],
		['a signed body that is no JSON', (body) => post(body.slice(1), signed(hmac(body.slice(1)))), '422, no run'],
		['genuine: upper case, as CareSoft writes it', (body) => post(body, signed(hmac(body).toUpperCase())), TAKEN],
		['genuine: lower case', (body) => post(body, signed(hmac(body))), TAKEN],
		['genuine: with the prefix sha1=', (body) => post(body, signed(`sha1=${hmac(body)}`)), TAKEN],
	];

	it('nothing but a signature over these very bytes starts a run', async () => {
		const statuses: number[] = [];
		for (const [index, [, request]] of forgeries.entries()) statuses.push(await calling('caresoft', request(bodyOf(`try-${index}.`))));
		await untilRun('caresoft', `try-${forgeries.length - 1}.`);
		const outcomes = [];
		for (const [index, [attempt]] of forgeries.entries()) {
			const outcome = `${statuses[index]}, ${await runsWith('caresoft', `try-${index}.`)}`;
			tries.note('CareSoft webhook', attempt, outcome);
			outcomes.push([attempt, outcome]);
		}
		expect(outcomes).toEqual(forgeries.map(([attempt, , expected]) => [attempt, expected]));
	}, 120_000);

	it('a call that was overheard starts nothing again while the trigger remembers it', async () => {
		const body = bodyOf('overheard');
		const headers = signed(hmac(body));
		expect(await calling('caresoft', post(body, headers))).toBe(200);
		await untilRun('caresoft', 'overheard');
		const replays = [post(body, headers), post(body, headers, { query: '?x=1' }), post(body, signed(`sha1=${hmac(body).toUpperCase()}`)), post(body, [...headers, 'X-Forwarded-For: 1.2.3.4'])];
		for (const replay of replays) expect(await calling('caresoft', replay)).toBe(200);
		const fence = bodyOf('fence');
		await calling('caresoft', post(fence, signed(hmac(fence))));
		await untilRun('caresoft', 'fence');
		const outcome = await runsWith('caresoft', 'overheard');
		tries.note('CareSoft webhook', 'an overheard call five times, with another query, spelling or header (*Ignore Repeated Callbacks* on)', outcome);
		expect(outcome).toBe('one run');
	});
});

describe('callbacks of eSMS', () => {
	const claim = (id: string, { success = true, type = '24', more = '' } = {}) =>
		`?SMSID=${id}&SendStatus=5&SendSuccess=${success ? 1 : 0}&SendFailed=${success ? 0 : 1}&TypeId=${type}&TotalPrice=0&phonenumber=0999999999${more}`;
	/** Nobody listens there, but eSMS keeps callbacks only of messages that have such a URL. */
	const NOWHERE = 'http://127.0.0.1:9/report';
	const sentTo = async (Phone: string, own: Record<string, string> = {}) => String((await sendZns(stage.simulator, { Phone, ...own })).json().SMSID);
	const UNKNOWN = '200, no run while eSMS does not say it';
	const AS_ESMS_SAYS = 'as eSMS says';

	const forgeries: Array<[target: string, attempt: string, query: (id: string) => string, expected: string, phone?: string, own?: Record<string, string>]> = [
		['open', 'an invented "delivered" without *Verify With eSMS*', (id) => claim(id), '200, one run by Delivered'],
		['open', 'the same callback again, ten times', (id) => claim(id), '200, one run by Delivered'],
		['confirmed', 'an invented message ID', (id) => claim(id), UNKNOWN],
		['confirmed', '"delivered" of a message that failed', (id) => claim(id), `200, one run by Not Delivered, ${AS_ESMS_SAYS}`, '0901000118', { CallbackUrl: NOWHERE }],
		['confirmed', '"failed" of a message that was delivered', (id) => claim(id, { success: false }), `200, one run by Delivered, ${AS_ESMS_SAYS}`, '0901888484'],
		['confirmed', '"delivered" of a message that is on its way', (id) => claim(id), UNKNOWN, '0904000001'],
		['confirmed', 'a false kind of message that eSMS has no status of (type 26), of which it keeps a callback', (id) => claim(id, { type: '26' }), `200, one run by Delivered, ${AS_ESMS_SAYS}`, '0901888485', { CallbackUrl: NOWHERE }],
		['confirmed', 'the same of a message that was sent without a callback URL', (id) => claim(id, { type: '26' }), UNKNOWN, '0901888486'],
		['confirmed', 'two message IDs in one query, the false one first', (id) => claim('invented-9', { more: `&SMSID=${id}` }), `200, one run by Delivered, ${AS_ESMS_SAYS}`, '0901888487'],
		['confirmed', 'two message IDs in one query, the false one last', (id) => claim(id, { more: '&SMSID=invented-8' }), UNKNOWN, '0901888491'],
		['confirmed', 'a true callback ten times', (id) => claim(id), `200, one run by Delivered, ${AS_ESMS_SAYS}`, '0901888488'],
		['unaskable', 'an invented "delivered" while eSMS refuses the keys', (id) => claim(id), '200, one run by Other, marked unconfirmed'],
		['claiming', 'the same with *Leave by the Claimed Output*', (id) => claim(id), '200, one run by Delivered, marked unconfirmed'],
	];

	it('with Verify With eSMS an invented claim proves nothing', async () => {
		const outcomes = [];
		for (const [index, [name, attempt, query, expected, phone, own]] of forgeries.entries()) {
			const id = phone ? await sentTo(phone, own) : `invented-${index}`;
			await stage.simulator.whenIdle();
			const times = attempt.includes('ten times') ? 10 : 1;
			const statuses = new Set<number>();
			for (let time = 0; time < times; time++) statuses.add(await calling(name, { query: query(id) }));
			const fence = await sentTo('0901888489');
			await stage.simulator.whenIdle();
			await calling(name, { query: claim(fence) });
			await untilRun(name, fence);
			const runs = await runsWith(name, id);
			const outcome = `${[...statuses].join(' and ')}, ${runs === 'no run' && expected === UNKNOWN ? 'no run while eSMS does not say it' : runs}`;
			tries.note(name === 'open' ? 'eSMS callback, as it comes' : 'eSMS callback, verified', attempt, name === 'open' || name === 'claiming' ? outcome.replace('one run', '**one run**') : outcome);
			outcomes.push([attempt, outcome]);
		}
		expect(outcomes).toEqual(forgeries.map(([, attempt, , expected]) => [attempt, expected]));
	}, 120_000);

	it.each([
		['of which eSMS keeps a callback', { CallbackUrl: NOWHERE }, { oaId: '4097311281936189049', recipient: { phone: '0901888490' }, claimed: { requestId: 'forged' } }],
		['sent without a callback URL', {}, { oaId: null, recipient: null, claimed: { oaId: '1111111111111111111', recipient: { phone: '0999999999' }, requestId: 'forged' } }],
	])('what only the claim says stands apart, and is never the outcome, the reason or the price: a message %s', async (kind, own, expected) => {
		const id = await sentTo('0901888490', own);
		await stage.simulator.whenIdle();
		await calling('confirmed', { query: claim(id, { more: '&oaid=1111111111111111111&partnerids=forged&error_info={"error":-118}&RequestId=forged' }).replace('TotalPrice=0', 'TotalPrice=999') });
		await untilRun('confirmed', id);
		const [run] = (await runsOf(stage, target('confirmed'))).filter(({ item }) => item.messageId === id);
		expect(run?.item).toMatchObject({ outcome: 'delivered', failure: null, price: { amount: 330 }, requestId: null, confirmed: true, ...expected });
		expect(run?.item.claimed).toEqual(expected.claimed);
		expect(run?.item.zaloMessageId).not.toBe('forged');
		tries.note('eSMS callback, verified', `false price, reason, Official Account, request ID, recipient beside the true ID of a message ${kind}`, `${Object.keys(expected.claimed).sort().join(', ')} under \`claimed\` only; the rest is eSMS's own`);
	});

	it.each([
		['another webhook ID', 'GET', '/webhook/attack-opem/zns-delivery', 404],
		['the path without the webhook ID', 'GET', '/webhook/zns-delivery', 404],
		['the ID without the path', 'GET', '/webhook/attack-open', 404],
		['the test URL', 'GET', '/webhook-test/attack-open/zns-delivery', 404],
		// n8n's own answer to an execution ID that is no number.
		['the URL of a waiting run', 'GET', '/webhook-waiting/attack-open/zns-delivery', 500],
		['dots that climb', 'GET', '/webhook/x/../../webhook/attack-opem/./zns-delivery', 404],
		['encoded slashes', 'GET', '/webhook/attack-opem%2Fzns-delivery', 404],
		['a path that forges a line of n8n\'s log (`N8N_LOG_FORMAT=json`)', 'GET', `/webhook/${encodeURIComponent(PAYLOADS['line breaks'] ?? '')}`, 404],
		['another method', 'PUT', '/webhook/attack-open/zns-delivery', 404],
	])('a guessed address reaches nothing: %s', async (guess, method, path, expected) => {
		const { status } = await rawCall(stage.server.url, { method, path: `${path}${claim('guessed')}` });
		await calling('open', { query: claim(`after ${guess}`.replaceAll(' ', '-')) });
		await untilRun('open', `after ${guess}`.replaceAll(' ', '-'));
		const outcome = `${status}, ${await runsWith('open', 'guessed')}`;
		tries.note('eSMS callback, as it comes', `a guessed address: ${guess}`, outcome);
		expect(outcome).toBe(`${expected}, no run`);
		expect(forgedIn(stage.server.logs())).toEqual([]);
	});
});

describe('messages to a short code', () => {
	const MESSAGE = { sender: '84901888484', content: 'MUA VE 2', serviceNumber: '8041', keyword: 'MUA', receiverTime: '20260228130101' };
	const sign = (content: string, smsid: string, form: 'base64' | 'hex' = 'base64', key = stage.simulator.settings.esms.shortCode.privateKey) =>
		createHash('md5').update(`${stage.simulator.settings.esms.shortCode.cpid}${smsid}${content}${MESSAGE.receiverTime}${key}`).digest(form);
	const query = (changed: Record<string, string>) => `?${new URLSearchParams({ cpid: stage.simulator.settings.esms.shortCode.cpid, ...MESSAGE, ...changed }).toString()}`;

	const forgeries: Array<[string, (smsid: string) => Record<string, string>, string]> = [
		['no signature', () => ({}), '400, no run'],
		['an empty signature', () => ({ sign: '' }), '400, no run'],
		['signed with another key', (smsid) => ({ sign: sign(MESSAGE.content, smsid, 'base64', 'guess') }), '401, no run'],
		['signed without a key', (smsid) => ({ sign: sign(MESSAGE.content, smsid, 'base64', '') }), '401, no run'],
		['another text under the signature', (smsid) => ({ sign: sign(MESSAGE.content, smsid), content: 'MUA VE 9' }), '401, no run'],
		['another time under the signature', (smsid) => ({ sign: sign(MESSAGE.content, smsid), receiverTime: '20260228130102' }), '401, no run'],
		['another partner ID', (smsid) => ({ sign: sign(MESSAGE.content, smsid), cpid: 'other' }), '401, no run'],
		['the signature cut short', (smsid) => ({ sign: sign(MESSAGE.content, smsid).slice(0, -4) }), '401, no run'],
		['the signature in base64 in another case', (smsid) => ({ sign: sign(MESSAGE.content, smsid).toUpperCase() }), '401, no run'],
		['genuine: base64, as in the sample programs', (smsid) => ({ sign: sign(MESSAGE.content, smsid) }), '200, one run'],
		['genuine: hexadecimal', (smsid) => ({ sign: sign(MESSAGE.content, smsid, 'hex') }), '200, one run'],
	];

	it('nothing but the signature of these very fields starts a run', async () => {
		const statuses: number[] = [];
		for (const [index, [, changed]] of forgeries.entries()) statuses.push(await calling('inbound', { query: query({ smsid: `sms-${index}.`, ...changed(`sms-${index}.`) }) }));
		await untilRun('inbound', `sms-${forgeries.length - 1}.`);
		const outcomes = [];
		for (const [index, [attempt]] of forgeries.entries()) {
			const outcome = `${statuses[index]}, ${await runsWith('inbound', `sms-${index}.`)}`;
			tries.note('Short code', attempt, outcome);
			outcomes.push([attempt, outcome]);
		}
		expect(outcomes).toEqual(forgeries.map(([attempt, , expected]) => [attempt, expected]));
	}, 60_000);

	it('an overheard message starts nothing again, however it is cut anew', async () => {
		const signature = sign(MESSAGE.content, 'heard-1');
		const overheard = [
			['genuine: the first time', { smsid: 'heard-1' }],
			['an overheard call again, with another sender', { smsid: 'heard-1', sender: '84999999999' }],
			['an overheard call cut anew: the first word moved into the message ID', { smsid: 'heard-1MUA', content: ' VE 2' }],
			['an overheard call cut anew: a part of the ID moved into the text', { smsid: 'heard', content: '-1MUA VE 2' }],
		] as const;
		for (const [, changed] of overheard) expect(await calling('inbound', { query: query({ ...changed, sign: signature }) })).toBe(200);
		const fence = sign('fence', 'fence-1');
		await calling('inbound', { query: query({ smsid: 'fence-1', content: 'fence', sign: fence }) });
		await untilRun('inbound', 'fence-1');
		const runs = (await runsOf(stage, target('inbound'))).filter(({ item }) => String(item.messageId).startsWith('heard'));
		for (const [attempt, { smsid, ...changed }] of overheard.slice(1)) {
			const started = runs.some(({ item }) => item.messageId === smsid && (!('sender' in changed) || item.from === '0999999999'));
			tries.note('Short code', attempt, started ? '200, a run' : '200, no run');
		}
		expect(runs.map(({ item }) => [item.messageId, item.from])).toEqual([['heard-1', '0901888484']]);
	});
});

it('after a crash of n8n the trigger knows what it has written down, and takes the rest for new', async () => {
	await stage.crashAndRestart();
	const outcomes: string[] = [];
	// The first was repeated before the crash, which made n8n write the memory down; the second came after that.
	for (const [mark, attempt] of [['overheard', 'an overheard call after a crash, when the memory was written down'], ['fence', 'an overheard call after a crash that came before the memory was written down']] as const) {
		expect(await calling('caresoft', post(bodyOf(mark), signed(hmac(bodyOf(mark)))))).toBe(200);
		await calling('caresoft', post(bodyOf(`after ${attempt}`), signed(hmac(bodyOf(`after ${attempt}`)))));
		await untilRun('caresoft', `after ${attempt}`);
		const outcome = (await runsWith('caresoft', `"${mark}"`)) === 'one run' ? '200, no run' : '200, **a second run**';
		tries.note('CareSoft webhook', attempt, outcome);
		outcomes.push(outcome);
	}
	expect(outcomes).toEqual(['200, no run', '200, **a second run**']);
}, 120_000);

it('docs/security.md tells these tries', () => tries.checkDocs());
