import { createHash } from 'crypto';
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { activateTrigger, callTrigger, type WebhookResult } from '../support/triggerCalls.mjs';
import { appId, ARRIVED, call, credential, delivered, exitOf, KEY, oaId, ONE_OF_EACH, QUALITY, QUOTA, send, starts, vietnamese } from './zaloEvents.mjs';

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
