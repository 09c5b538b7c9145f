import { createHash } from 'crypto';
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { eventKinds, USUAL_KINDS } from '../../nodes/ZnsDeliveryTrigger/zalo/kinds';
import vectors from '../fixtures/zalo/webhooks.json';
import { activateTrigger, callTrigger, type WebhookCall, type WebhookResult } from '../support/triggerCalls.mjs';

const { appId, oaId, delivered, vietnamese } = vectors;
const KEY = vectors.oaSecretKey;
const credential = { appId, oaSecretKey: KEY };

/** How a call is signed where not as it should be. */
interface Forgery {
	app?: string;
	key?: string;
	/** Sent instead of what was signed. */
	sent?: string;
	keys?: IDataObject;
}

function sign(body: string, app = appId, key = KEY): string {
	const { timestamp = '' } = JSON.parse(body) as { timestamp?: string };
	return createHash('sha256').update(app + body + timestamp + key).digest('hex');
}

let workflows = 0;
/** An event of Zalo, rightly signed unless it is said how not. */
async function send(body: string | object, parameters: INodeParameters = {}, { app, key, sent, keys, ...more }: Partial<WebhookCall> & Forgery = {}): Promise<WebhookResult> {
	const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
	return await callTrigger({
		parameters: { source: 'zalo', ...parameters },
		method: 'POST',
		rawBody: sent ?? rawBody,
		headers: { 'x-zevent-signature': `mac=${sign(rawBody, app, key)}`, 'x-zevent-server': 'ZNS', 'user-agent': 'ZaloWebhook' },
		credentials: { zaloZnsOfficialAccountApi: { ...credential, ...keys } as never },
		workflowId: `zalo-${++workflows}`,
		...more,
	});
}

const call = async (rawBody: string, headers: Record<string, string> = {}, more: Partial<WebhookCall> = {}) => await send('{}', {}, { sent: rawBody, headers, ...more });

const ARRIVED = { sender: { id: oaId }, recipient: { id: '84901888484' }, event_name: 'user_received_message', message: { delivery_time: '1602960467432', msg_id: '15a0cc0bbb13bd4ce403', tracking_id: 'zns.DH-001.0123456789abcdef' }, app_id: appId, timestamp: '1602560967477' };
const PRESSED = { event_name: 'user_click_response_button', message: { submit_time: '1616673095659', button_type: 'confirm', data: 'Đồng ý', tracking_id: '1956' }, msg_id: '7e4c33cfc20b05575c18', app_id: appId, oa_id: oaId, timestamp: '1616673109000' };
const STATUS = { event_name: 'change_template_status', oa_id: oaId, app_id: appId, template_id: '229101', status: { prev_status: 'PENDING_REVIEW', new_status: 'REJECT' }, reason: 'Sai logo', timestamp: '1616673109000' };
const QUALITY = { event_name: 'change_template_quality', oa_id: oaId, template_id: '229101', quality: 'LOW', timestamp: '1616673109000' };
const QUOTA = { event_name: 'change_oa_daily_quota', oaId, quota: { prev_value: 500, new_value: 5000 }, timestamp: '1616673109000' };
const JOURNEY = { event_name: 'event_journey_time_out', app_id: appId, timestamp: '1616673109000' };
const CHAT = { event_name: 'user_send_text', app_id: appId, sender: { id: '7133842936591247315' }, recipient: { id: oaId }, user_id_by_app: '552177279717587730', message: { text: 'Chào shop', msg_id: 'c1' }, timestamp: '1616673109000' };
const NEWS = { event_name: 'change_the_world', app_id: appId, timestamp: '1616673109000' };
const ONE_OF_EACH: Record<string, object | string> = { delivered: ARRIVED, rating: vietnamese.body, quickReply: PRESSED, template: STATUS, quota: QUOTA, journey: JOURNEY, chat: CHAT, unknown: NEWS };

const starts = ({ outputs }: WebhookResult) => outputs !== undefined;
const reportIn = ({ outputs }: WebhookResult) => outputs?.flat()[0]?.json as IDataObject;
const exitOf = ({ outputs }: WebhookResult) => ['Delivered', 'Not Delivered', 'Other'][outputs?.findIndex((items) => items.length > 0) ?? -1] ?? 'nothing';

describe('the keys of the credential', () => {
	const activate = async (keys: IDataObject, parameters: INodeParameters = {}) => await activateTrigger('znsDeliveryTrigger', { zaloZnsOfficialAccountApi: { ...credential, ...keys } as never }, { source: 'zalo', ...parameters });

	it.each<[string, IDataObject, string]>([
		['no OA Secret Key', { oaSecretKey: '' }, 'OA Secret Key'],
		['one that is not set', { oaSecretKey: undefined }, 'OA Secret Key'],
		['spaces and marks that nobody sees', { oaSecretKey: ' \u200b\u00a0' }, 'OA Secret Key'],
		['no App ID', { appId: ' ' }, 'App ID'],
	])('%s: the trigger is not activated, and n8n says which field to fill in', async (_, keys, label) => {
		const words = `The Zalo credential of this trigger lacks '${label}', without which no event can be checked`;
		await expect(activate(keys)).rejects.toMatchObject({ message: words, description: expect.stringContaining('app console') as string });
		const { status, answer, outputs } = await send(ARRIVED, {}, { keys, key: '' });
		expect([status, answer, outputs]).toEqual([500, { message: words }, undefined]);
	});

	it('without a credential the trigger is not activated, and a call starts nothing', async () => {
		await expect(activateTrigger('znsDeliveryTrigger', {}, { source: 'zalo' })).rejects.toThrow(/credential/i);
		const result = await send(ARRIVED, {}, { credentials: {} });
		expect([result.status, starts(result)]).toEqual([500, false]);
	});

	it('are all of the credential that activation wants, with what nobody sees at their ends', async () => {
		await expect(activate({ appSecret: '', refreshToken: '', accessToken: '' })).resolves.toBeUndefined();
		expect(exitOf(await send(ARRIVED, {}, { keys: { oaSecretKey: `${KEY}\u200b`, appId: ` ${appId} ` } }))).toBe('Delivered');
	});

	it('never stand in an item, an answer, an error or the log', async () => {
		const left: unknown[] = [];
		const secret = 'OASECRET-1';
		const keys = { oaSecretKey: secret, appSecret: 'OASECRET-2', refreshToken: 'OASECRET-3' };
		const onLog = (line: string) => left.push(line);
		for (const body of Object.values(ONE_OF_EACH)) for (const key of [secret, 'guess']) left.push(await send(body, { zaloEvents: [] }, { key, keys, onLog }));
		left.push(await call('', {}, { credentials: { zaloZnsOfficialAccountApi: { ...credential, ...keys } }, onLog }), await send(ARRIVED, {}, { app: oaId, key: secret, keys, onLog }));
		await activate({ ...keys, appId: '' }).catch((error: Error) => left.push(error.message, error.stack));
		expect(left.length).toBeGreaterThan(20);
		expect(JSON.stringify(left)).not.toMatch(/OASECRET/);
	});
});

describe('who may start the workflow', () => {
	it.each([
		['a delivery', delivered],
		['a rating', vietnamese],
	])('the vector of the reference: %s', async (_, { body, mac }) => {
		for (const signature of [`mac=${mac}`, `mac = ${mac}`, mac, mac.toUpperCase()]) {
			expect(starts(await call(body, { 'x-zevent-signature': signature }))).toBe(true);
		}
		for (const name of ['X-ZEvent-Signature', 'X-ZEVENT-SIGNATURE']) expect(starts(await call(body, { [name]: `mac=${mac}` }))).toBe(true);
	});

	const altered = delivered.body.replace('15a0cc0bbb13bd4ce403', '15a0cc0bbb13bd4ce404');
	const cases: Array<[string, () => Promise<WebhookResult>]> = [
		['no signature', async () => await call(delivered.body)],
		['an empty signature', async () => await call(delivered.body, { 'x-zevent-signature': '' })],
		['an invented signature', async () => await call(delivered.body, { 'x-zevent-signature': `mac=${'0'.repeat(64)}` })],
		['the signature of another event', async () => await call(delivered.body, { 'x-zevent-signature': `mac=${vietnamese.mac}` })],
		['the ID of the Official Account signed instead of that of the app', async () => await call(delivered.body, { 'x-zevent-signature': `mac=${delivered.macWithOaId}` })],
		['another key', async () => await send(ARRIVED, {}, { key: 'test-app-secret' })],
		['another app, rightly signed with this key', async () => await send({ ...ARRIVED, app_id: '1' }, {}, { app: '1' })],
		['another app in the body, signed for this one', async () => await send({ ...ARRIVED, app_id: '1' })],
		['an event without app that was signed for another one', async () => await send(QUALITY, {}, { app: '1' })],
		['an event without a time', async () => await send({ ...ARRIVED, timestamp: undefined })],
		['an altered body', async () => await send(delivered.body, {}, { sent: altered })],
		['an altered time', async () => await send(delivered.body, {}, { sent: delivered.body.replace('1602560967477', '1602560967478') })],
		['a body that was read and written again', async () => await send(delivered.body, {}, { sent: JSON.stringify(JSON.parse(delivered.body), null, 1) })],
		['the escapes of its letters', async () => await send(vietnamese.body, {}, { sent: vietnamese.body.replace('ô', '\\u00f4') })],
		['its text in NFD', async () => await send(vietnamese.body, {}, { sent: vietnamese.body.normalize('NFD') })],
		['a field that was added', async () => await send(delivered.body, {}, { sent: delivered.body.replace('{', '{"a":1,') })],
		['a line break at its end', async () => await send(delivered.body, {}, { sent: `${delivered.body}\n` })],
	];

	it.each(cases)('%s: 401, and nothing starts', async (_, send401) => {
		const { status, answer, outputs } = await send401();
		expect([status, answer, outputs]).toEqual([401, { message: expect.stringMatching(/signature|app of the credential/) as string }, undefined]);
	});

	it('the log says what was wrong, and nothing of the event', async () => {
		const lines: string[] = [];
		const onLog = (line: string) => lines.push(line);
		await send(ARRIVED, {}, { key: 'guess', onLog });
		await send({ ...ARRIVED, app_id: '1' }, {}, { onLog });
		expect(lines).toEqual(['ZNS Delivery Trigger rejected a call (401): The signature is missing or wrong', 'ZNS Delivery Trigger rejected a call (401): The event is not of the app of the credential']);
	});

	it('one byte changed, wherever it stands: nothing starts', async () => {
		const bodies = [delivered.body, vietnamese.body];
		await fc.assert(
			fc.asyncProperty(fc.constantFrom(...bodies), fc.nat(), fc.integer({ min: 32, max: 126 }), async (body, place, code) => {
				const at = place % body.length;
				const sent = body.slice(0, at) + String.fromCharCode(code) + body.slice(at + 1);
				fc.pre(sent !== body);
				const result = await send(body, { zaloEvents: [] }, { sent });
				// A change that leaves no event in the body makes of it what the app console sends to try the URL.
				expect([starts(result), [200, 401].includes(result.status)]).toEqual([false, true]);
			}),
			{ numRuns: 300 },
		);
	});

	it('an event that does not name its app is bound to it by the signature', async () => {
		expect(exitOf(await send(QUALITY))).toBe('Other');
		expect(exitOf(await send(QUOTA))).toBe('Other');
	});

	it('an app ID that came as a JSON number is compared digit by digit', async () => {
		const body = (app: string) => `{"event_name":"user_received_message","message":{"msg_id":"n1","delivery_time":1602960467432},"app_id":${app},"timestamp":1602560967477}`;
		const signed = (text: string) => createHash('sha256').update(`${appId}${text}1602560967477${KEY}`).digest('hex');
		expect(exitOf(await call(body(appId), { 'x-zevent-signature': signed(body(appId)) }))).toBe('Delivered');
		// The same number for JavaScript, which has 53 bits.
		const near = `${appId.slice(0, -1)}7`;
		expect(Number(near)).toBe(Number(appId));
		expect((await call(body(near), { 'x-zevent-signature': signed(body(near)) })).status).toBe(401);
	});
});

describe('what the app console sends to try the URL', () => {
	it.each<[string, string]>([
		['nothing', ''],
		['an empty object', '{}'],
		['an empty list', '[]'],
		['an object without an event', JSON.stringify({ app_id: appId, timestamp: '1' })],
		['a text', 'test'],
		['no text', '\0\u0001'],
	])('%s: 200, and nothing starts', async (_, body) => {
		const unsigned: Array<Record<string, string>> = [{}, { 'x-zevent-signature': 'mac=' }];
		for (const headers of unsigned) expect(await call(body, headers)).toEqual({ status: 200, answer: { message: 'No event in this call' }, outputs: undefined });
	});

	it('a GET and a form: 200, and nothing starts', async () => {
		for (const more of [{ method: 'GET', query: 'challenge=1' }, { body: { a: '1' }, rawBody: 'a=1' }] as const) {
			const result = await callTrigger({ parameters: { source: 'zalo' }, method: 'POST', credentials: { zaloZnsOfficialAccountApi: credential }, ...more });
			expect([result.status, starts(result)]).toEqual([200, false]);
		}
	});
});

describe('a ZNS that arrived', () => {
	it('leaves by Delivered as a confirmed report, found again by the key of the order', async () => {
		const result = await send(ARRIVED);
		expect([result.status, result.answer, exitOf(result)]).toEqual([200, { message: 'Report taken' }, 'Delivered']);
		expect(reportIn(result)).toEqual({
			eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
			provider: 'zalo', channel: 'zns', messageId: '15a0cc0bbb13bd4ce403', requestId: 'zns.DH-001.0123456789abcdef', requestKey: 'DH-001',
			recipient: { phone: '0901888484' }, outcome: 'delivered', final: true, confirmed: true, failure: null,
			zaloMessageId: '15a0cc0bbb13bd4ce403', oaId, templateId: null, price: null,
			deliveredAt: '2020-10-17T18:47:47.432Z', receivedAt: expect.stringMatching(/^20\d\d-.*Z$/) as string,
			event: { name: 'user_received_message', kind: 'delivered', createdAt: '2020-10-13T03:49:27.477Z' },
			raw: ARRIVED,
		});
	});

	it('to a hashed number names the hash', async () => {
		const id = createHash('sha256').update('84901888484').digest('hex');
		expect(reportIn(await send({ ...ARRIVED, recipient: { id } })).recipient).toEqual({ hashedPhone: id });
	});

	it('is known without the header by the time of its arrival; the chat form of the event is a chat', async () => {
		const headers = (body: object, server?: string): Record<string, string> => ({ 'x-zevent-signature': sign(JSON.stringify(body)), ...(server !== undefined && { 'x-zevent-server': server }) });
		const chat = { ...ARRIVED, message: { msg_id: 'c2' } };
		expect(exitOf(await send(ARRIVED, {}, { headers: headers(ARRIVED) }))).toBe('Delivered');
		expect(exitOf(await send(chat, {}, { headers: headers(chat) }))).toBe('nothing');
		expect(exitOf(await send(chat, {}, { headers: headers(chat, 'OA OpenAPI') }))).toBe('nothing');
		expect(exitOf(await send(chat, { zaloEvents: ['chat'] }, { headers: headers(chat, 'OA OpenAPI') }))).toBe('Other');
	});

	it('however old its time is, starts the workflow: Zalo calls again for hours, with the old time', async () => {
		expect(exitOf(await send(ARRIVED, {}, { headers: { 'x-zevent-signature': sign(JSON.stringify(ARRIVED)), num_retry: '5' } }))).toBe('Delivered');
	});
});

describe('what leaves by Other', () => {
	it('a rating has a field of its own', async () => {
		const result = await send(vietnamese.body);
		expect(exitOf(result)).toBe('Other');
		expect(reportIn(result)).toMatchObject({
			outcome: 'unknown', final: false, confirmed: true, messageId: '7e4c33cfc20b05575c18', requestId: '1956', oaId,
			rating: { rate: 5, note: 'Tôi rất hài lòng.', feedbacks: ['Nhân viên vui vẻ'], ratingType: 'csat', option: 'five_emotions', submittedAt: '2021-03-25T11:51:35.659Z' },
		});
	});

	it('so has a quick reply', async () => {
		const result = await send(PRESSED);
		expect([exitOf(result), reportIn(result).messageId, reportIn(result).quickReply]).toEqual(['Other', '7e4c33cfc20b05575c18', { reply: 'Đồng ý', buttonType: 'confirm', submittedAt: '2021-03-25T11:51:35.659Z' }]);
	});

	it.each<[string, object, IDataObject]>([
		['the status of a template', STATUS, { kind: 'template', previousStatus: 'PENDING_REVIEW', newStatus: 'REJECT', reason: 'Sai logo' }],
		['the quality of a template', QUALITY, { kind: 'template', quality: 'LOW' }],
		['the quota', QUOTA, { kind: 'quota', previousQuota: 500, quota: 5000 }],
		['a journey', JOURNEY, { kind: 'journey' }],
	])('%s', async (_, body, event) => {
		const result = await send(body);
		expect([exitOf(result), reportIn(result).raw]).toEqual(['Other', body]);
		expect(reportIn(result).event).toMatchObject({ ...event, name: (body as IDataObject).event_name, createdAt: '2021-03-25T11:51:49.000Z' });
	});
});

describe('Zalo Events', () => {
	const startedBy = async (parameters: INodeParameters) => {
		const kinds = [];
		for (const [kind, body] of Object.entries(ONE_OF_EACH)) {
			const result = await send(body, parameters);
			expect([kind, result.status]).toEqual([kind, 200]);
			if (starts(result)) kinds.push(kind);
			else expect(result.answer).toEqual({ message: 'Event not chosen' });
		}
		return kinds.sort();
	};

	it('are all but chat and unknown ones where nobody chose', async () => {
		const usual = ['delivered', 'journey', 'quickReply', 'quota', 'rating', 'template'];
		expect(await startedBy({})).toEqual(usual);
		expect(await startedBy({ zaloEvents: '={{ null }}' })).toEqual(usual);
		expect(USUAL_KINDS).toEqual(usual);
	});

	it('are all where the list is empty', async () => expect(await startedBy({ zaloEvents: [] })).toEqual(Object.keys(ONE_OF_EACH).sort()));

	it('every kind lets its own event pass, and no other', async () => {
		expect(eventKinds.map(({ value }) => value).sort()).toEqual(Object.keys(ONE_OF_EACH).sort());
		for (const { value, name } of eventKinds) {
			expect(await startedBy({ zaloEvents: [value] })).toEqual([value]);
			expect(await startedBy({ zaloEvents: `=${name}` })).toEqual([value]);
		}
	});

	it('that cannot be are told when the trigger is activated', async () => {
		await expect(activateTrigger('znsDeliveryTrigger', { zaloZnsOfficialAccountApi: credential }, { source: 'zalo', zaloEvents: ['fax'] })).rejects.toThrow('Zalo Events is "fax", which is none of its choices');
	});

	it('of another source do not count', async () => {
		expect(exitOf(await send(ARRIVED, { events: ['user'], verifyWithEsms: true, statusPath: '..' }))).toBe('Delivered');
	});
});

describe('repeats and replays', () => {
	const once = { ignoreRepeated: true };
	/** Which of some events start the workflow. */
	async function startedBy(events: Array<object | string>, more: Partial<WebhookCall> = {}, parameters: INodeParameters = once): Promise<boolean[]> {
		const workflowId = more.workflowId ?? `zalo-repeats-${++workflows}`;
		const started = [];
		for (const event of events) {
			const result = await send(event, parameters, { workflowId, ...more });
			expect(result.status).toBe(200);
			started.push(starts(result));
		}
		return started;
	}

	it('the same bytes again start nothing, whatever the kind', async () => {
		for (const body of Object.values(ONE_OF_EACH)) expect(await startedBy([body, body, body], {}, { ...once, zaloEvents: [] })).toEqual([true, false, false]);
	});

	it('also when they come at the same time', async () => {
		const results = await Promise.all(Array.from({ length: 20 }, async () => await send(ARRIVED, once, { workflowId: 'zalo-at-once' })));
		expect(results.filter(starts)).toHaveLength(1);
		expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
	});

	it('a repeat with a count of retries, a later time or other spaces is one, too', async () => {
		const workflowId = 'zalo-retries';
		expect(starts(await send(ARRIVED, once, { workflowId }))).toBe(true);
		const body = JSON.stringify(ARRIVED);
		expect(starts(await send(body, once, { workflowId, headers: { 'x-zevent-signature': sign(body), num_retry: '1' } }))).toBe(false);
		expect(await startedBy([{ ...ARRIVED, timestamp: '1602560999999' }, JSON.stringify(ARRIVED, null, 1)], { workflowId })).toEqual([false, false]);
	});

	it('other messages, a second rating, another button, another state and another template are new', async () => {
		const rating = JSON.parse(vietnamese.body) as { message: object };
		expect(await startedBy([ARRIVED, { ...ARRIVED, message: { ...ARRIVED.message, msg_id: 'm2' } }])).toEqual([true, true]);
		expect(await startedBy([rating, { ...rating, message: { ...rating.message, rate: 1, submit_time: '1616673999999' } }, rating])).toEqual([true, true, false]);
		expect(await startedBy([PRESSED, { ...PRESSED, message: { ...PRESSED.message, data: 'Hủy', submit_time: '1616673999999' } }])).toEqual([true, true]);
		expect(await startedBy([STATUS, { ...STATUS, timestamp: '1616673999999' }, { ...STATUS, template_id: '1' }, STATUS])).toEqual([true, true, true, false]);
	});

	it('are known after a restart by what the workflow keeps', async () => {
		const staticData: IDataObject = {};
		expect(await startedBy([ARRIVED, ARRIVED], { staticData, workflowId: 'zalo before' })).toEqual([true, false]);
		expect(await startedBy([ARRIVED], { staticData, workflowId: 'zalo after' })).toEqual([false]);
		expect(JSON.stringify(staticData)).not.toMatch(/901888484|15a0cc0bbb13bd4ce403/);
	});

	it('a call that was refused makes no repeat of the true one', async () => {
		const workflowId = 'zalo-forged-first';
		expect((await send(ARRIVED, once, { workflowId, key: 'guess' })).status).toBe(401);
		expect(starts(await send(ARRIVED, once, { workflowId }))).toBe(true);
	});

	it('an event that nobody chose makes no repeat of it once it is chosen', async () => {
		const workflowId = 'zalo-chosen-later';
		expect(await startedBy([CHAT], { workflowId })).toEqual([false]);
		expect(await startedBy([CHAT], { workflowId }, { ...once, zaloEvents: ['chat'] })).toEqual([true]);
	});

	it('start the workflow again where nobody wants them ignored, with the same event ID', async () => {
		const workflowId = 'zalo-always';
		const results = [await send(ARRIVED, { ignoreRepeated: false }, { workflowId }), await send(ARRIVED, { ignoreRepeated: false }, { workflowId })];
		expect(results.map(starts)).toEqual([true, true]);
		expect(new Set(results.map((result) => reportIn(result).eventId)).size).toBe(1);
	});

	it('reach the editor at the test URL, where somebody waits for them', async () => {
		expect(await startedBy([ARRIVED, ARRIVED], { mode: 'manual' })).toEqual([true, true]);
	});
});

describe('filters', () => {
	it.each<[string, INodeParameters, string[]]>([
		['an Official Account', { officialAccountIds: oaId }, ['delivered', 'quickReply', 'quota', 'rating', 'template']],
		['another Official Account', { officialAccountIds: '1' }, []],
		['the channel ZNS', { channels: ['zns'] }, ['delivered', 'journey', 'quickReply', 'quota', 'rating', 'template']],
		['the channel of chats', { channels: ['zalo'] }, ['chat']],
		['what was delivered', { outcomes: ['delivered'] }, ['delivered']],
		['what was not delivered', { outcomes: ['notDelivered'] }, []],
		['templates, which is no filter of Zalo', { templateIds: '1' }, Object.keys(ONE_OF_EACH).sort()],
	])('%s', async (_, filters, expected) => {
		const passed = [];
		for (const [kind, body] of Object.entries(ONE_OF_EACH)) {
			const result = await send(body, { filters, zaloEvents: [] });
			expect(result.status).toBe(200);
			if (starts(result)) passed.push(kind);
		}
		expect(passed.sort()).toEqual(expected);
	});
});

describe('whatever is called', () => {
	it('nothing throws, and what Zalo did not sign starts nothing', async () => {
		const bodies = fc.oneof(fc.string(), fc.json(), fc.record({ event_name: fc.oneof(fc.constantFrom('user_received_message', 'user_feedback', '__proto__'), fc.jsonValue()), app_id: fc.oneof(fc.constant(appId), fc.jsonValue()), message: fc.jsonValue(), timestamp: fc.jsonValue() }).map((body) => JSON.stringify(body)));
		const headers = fc.dictionary(fc.oneof(fc.constantFrom('x-zevent-signature', 'x-zevent-server', 'num_retry'), fc.string()), fc.string());
		await fc.assert(
			fc.asyncProperty(bodies, headers, async (body, given) => {
				const result = await call(body, given);
				expect([starts(result), [200, 401].includes(result.status)]).toEqual([false, true]);
			}),
			{ numRuns: 300 },
		);
	});

	it('what Zalo signed is answered 200, whatever its fields are', async () => {
		const odd = fc.oneof(fc.jsonValue(), fc.constant({}));
		const events = fc.record({ event_name: fc.oneof(...Object.values(ONE_OF_EACH).map((body) => fc.constant(String((typeof body === 'string' ? (JSON.parse(body) as IDataObject) : (body as IDataObject)).event_name))), fc.stringMatching(/^[a-z_]{1,20}$/)), message: odd, sender: odd, recipient: odd, oa_id: odd, template_id: odd, status: odd, quota: odd, timestamp: fc.constant('1616673109000'), app_id: fc.constant(appId) });
		await fc.assert(
			fc.asyncProperty(events, async (event) => {
				const result = await send(event, { zaloEvents: [] });
				expect([result.status, starts(result)]).toEqual([200, true]);
				if (exitOf(result) === 'Delivered') expect(event.event_name).toBe('user_received_message');
			}),
			{ numRuns: 200 },
		);
	});
});
