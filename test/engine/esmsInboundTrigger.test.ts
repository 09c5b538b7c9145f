import { createHash } from 'crypto';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { activateTrigger, openCall, type WebhookCall } from '../support/triggerCalls.mjs';

const KEY = 'PrivateKey123';
const zaloZnsEsmsApi = { apiKey: 'API-KEY', secretKey: 'SECRET-KEY', baseUrl: '', partnerId: 'CP01', partnerPrivateKey: KEY };
const XML = 'application/xml; charset=utf-8';

let workflows = 0;
const call = async (query: string, parameters: WebhookCall['parameters'] = {}, more: Partial<WebhookCall> = {}) =>
	await openCall({ type: 'esmsInboundTrigger', method: 'GET', query, parameters, credentials: { zaloZnsEsmsApi }, workflowId: `inbound-${++workflows}`, ...more });

const MESSAGE = { sender: '84901888484', content: 'MUA VE 2', serviceNumber: '8041', keyword: 'MUA', cpid: 'CP01', smsid: '1001', receiverTime: '20130228130101' };

/** The query of a call, signed unless a signature is given. */
function query(changed: Record<string, string> = {}): string {
	const parameters: Record<string, string> = { ...MESSAGE, ...changed };
	const { cpid, smsid, content, receiverTime, receiveTime } = parameters;
	const sign = createHash('md5').update(`${cpid}${smsid}${content}${receiveTime ?? receiverTime}${KEY}`).digest('base64');
	return new URLSearchParams({ sign, ...parameters }).toString();
}

const response = (text: string, smsid = '1001') =>
	`<ClientResponse><Message>${text}</Message><Smsid>${smsid}</Smsid><Receiver>84901888484</Receiver></ClientResponse>`;

describe('a message to the short code', () => {
	it('starts the workflow with its fields', async () => {
		const { status, outputs } = await call(query());
		expect(status).toBe(200);
		expect(outputs).toEqual([
			[
				{
					json: {
						messageId: '1001',
						from: '0901888484',
						shortCode: '8041',
						keyword: 'MUA',
						content: 'MUA VE 2',
						receivedAt: '2013-02-28T06:01:01.000Z',
						raw: MESSAGE,
					},
				},
			],
		]);
	});

	it('passes with the time under the name of the signature rule', async () => {
		const named = query({ receiveTime: '20130228130101' }).replace(/&receiverTime=\d+/, '');
		const { outputs } = await call(named);
		expect(outputs?.[0]?.[0]?.json.receivedAt).toBe('2013-02-28T06:01:01.000Z');
	});

	it('passes with a + of its signature that nobody escaped', async () => {
		const signed = query({ smsid: '4', content: 'HEN' });
		expect(signed).toContain('sign=AA%2BgfCJzN%2FcfYxOPj1e5KA%3D%3D');
		const { outputs } = await call(signed.replace('%2B', '+'));
		expect(outputs?.[0]?.[0]?.json.messageId).toBe('4');
	});

	it('in Vietnamese arrives in NFC', async () => {
		const { outputs } = await call(query({ content: 'Đặt vé Đà Nẵng 🎫'.normalize('NFD') }));
		expect(outputs?.[0]?.[0]?.json.content).toBe('Đặt vé Đà Nẵng 🎫'.normalize('NFC'));
	});
});

describe('a call that proves nothing starts nothing', () => {
	it.each([
		['a wrong signature', query({ sign: 'Ky7q/TZ9X/a306sDNmqbxA==' })],
		['another partner ID', query({ cpid: 'CP02' })],
		['a changed content', query().replace('MUA+VE+2', 'MUA+VE+3')],
		['a changed time', query().replace('20130228130101', '20130228130102')],
		['a signature that is none', query({ sign: 'x' })],
	])('%s is answered 401', async (_, forged) => {
		const lines: string[] = [];
		const { status, answer, outputs } = await call(forged, {}, { onLog: (line) => lines.push(line) });
		expect({ status, answer, outputs }).toEqual({ status: 401, answer: { message: 'The partner ID or the signature is wrong' }, outputs: undefined });
		expect(lines).toEqual(['eSMS Inbound Trigger rejected a call (401): The partner ID or the signature is wrong']);
	});

	it.each([
		['an empty query', '', 'sender is missing'],
		['no signature', query().replace(/^sign=[^&]*&/, ''), 'sign is missing'],
		['no message ID', query().replace(/&smsid=\w+/, ''), 'smsid is missing'],
		['a message ID that comes twice', `${query()}&smsid=2`, 'smsid has the invalid value "["1001","2"]"'],
	])('%s is answered 400 with the reason, which stays out of the log', async (_, broken, reason) => {
		const lines: string[] = [];
		const { status, answer, outputs } = await call(broken, {}, { onLog: (line) => lines.push(line) });
		expect(status).toBe(400);
		expect(answer).toEqual({ message: `This is not a message to a short code of eSMS: ${reason}` });
		expect(outputs).toBeUndefined();
		expect(lines).toEqual(['eSMS Inbound Trigger rejected a call (400): This is not a message to a short code of eSMS']);
	});

	it.each([
		['no partner ID', { partnerId: ' ' }],
		['no partner key', { partnerPrivateKey: '' }],
		['neither, as a credential from before', { partnerId: undefined, partnerPrivateKey: undefined }],
	])('with a credential that has %s everything is refused with 500', async (_, lacking) => {
		const { status, answer, outputs } = await call(query(), {}, { credentials: { zaloZnsEsmsApi: { ...zaloZnsEsmsApi, ...lacking } as never } });
		expect(status).toBe(500);
		expect(answer).toEqual({ message: expect.stringContaining("lacks 'Partner ID' or 'Partner Key'") });
		expect(outputs).toBeUndefined();
	});

	it('whatever comes, it never throws and starts nothing', async () => {
		const text = fc.string({ unit: 'binary' });
		await fc.assert(
			fc.asyncProperty(fc.dictionary(fc.constantFrom(...Object.keys(MESSAGE), 'sign', 'receiveTime'), text), fc.boolean(), async (own, complete) => {
				// A signature of no message at all.
				const forged = new URLSearchParams({ ...(complete && MESSAGE), sign: 'Ky7q/TZ9X/a306sDNmqbxA==', ...own });
				const { status, outputs } = await call(forged.toString());
				expect([400, 401]).toContain(status);
				expect(outputs).toBeUndefined();
			}),
			{ numRuns: 200 },
		);
	});
});

describe('the reply', () => {
	it('is the text of the node, at once', async () => {
		const { answer, contentType } = await call(query(), { replyText: 'Cảm ơn <b>bạn</b> & hẹn gặp lại' });
		expect(answer).toBe(response('Cảm ơn &lt;b&gt;bạn&lt;/b&gt; &amp; hẹn gặp lại'));
		expect(contentType).toBe(XML);
	});

	it('is without text where none is wanted', async () => {
		const { answer, outputs } = await call(query(), { replyMode: 'none', replyText: 'left from before' });
		expect(answer).toBe(response(''));
		expect(outputs).toBeDefined();
	});

	describe('of the last node', () => {
		const waiting = async () => await call(query(), { replyMode: 'lastNode' });

		it('waits for the run', async () => {
			const { answer, outputs } = await waiting();
			expect(outputs?.[0]).toHaveLength(1);
			expect(answer).toBeUndefined();
		});

		it.each([
			['a text', [{ reply: 'Mã của bạn: 5 < 6' }], 'Mã của bạn: 5 &lt; 6'],
			['a number', [{ reply: 686868 }], '686868'],
			['the first of several items', [{ reply: 'one' }, { reply: 'two' }], 'one'],
			['no items', [], ''],
			['an item without the field', [{ text: 'x' }], ''],
			['a field that is empty', [{ reply: '' }], ''],
			['a date', [{ reply: new Date('2026-12-31T01:30:00Z') }], '31/12/2026 08:30'],
			['a field that is no text', [{ reply: { a: 1 } }], ''],
			['what n8n says where the last node returned nothing', { message: 'Workflow executed successfully but no data was returned' }, ''],
		])('with %s', async (_, body, text) => {
			const result = await waiting();
			result.finish(body);
			expect(result.answer).toBe(response(text));
			expect(result.contentType).toBe(XML);
		});

		it('is what n8n says where the run did not end well', async () => {
			const result = await waiting();
			result.finish({ message: 'Error in workflow' }, 500);
			expect([result.status, result.answer]).toEqual([500, { message: 'Error in workflow' }]);
			expect(result.contentType).toBeUndefined();
		});
	});
});

describe('a message that comes again', () => {
	it.each([
		['immediately', 'Cảm ơn', 'Cảm ơn'],
		['none', '', ''],
	])('starts nothing and is answered in the same form (%s)', async (replyMode, replyText, text) => {
		const workflow = { workflowId: `again-${replyMode}`, staticData: {} };
		const first = await call(query(), { replyMode, replyText }, workflow);
		expect(first.outputs).toBeDefined();
		const again = await call(query(), { replyMode, replyText }, workflow);
		expect(again.outputs).toBeUndefined();
		expect([again.status, again.answer, again.contentType]).toEqual([200, response(text), XML]);

		expect((await call(query({ smsid: '1002' }), { replyMode, replyText }, workflow)).outputs).toBeDefined();
	});

	it('that was cut anew into another message ID under the same signature starts nothing', async () => {
		const workflow = { workflowId: 'cut' };
		expect((await call(query(), {}, workflow)).outputs).toBeDefined();
		const genuine = new URLSearchParams(query()).get('sign') ?? '';
		const hex = Buffer.from(genuine, 'base64').toString('hex');
		for (const sign of [genuine, hex, hex.toUpperCase()]) {
			const cut = await call(query({ smsid: '1001MUA', content: ' VE 2', sign }), {}, workflow);
			expect([cut.status, cut.outputs]).toEqual([200, undefined]);
		}
	});

	it('is known after a restart', async () => {
		const staticData = {};
		await call(query(), {}, { workflowId: 'before', staticData });
		// Another workflow ID stands for another process: nothing is in its memory.
		expect((await call(query(), {}, { workflowId: 'after', staticData })).outputs).toBeUndefined();
	});

	it('reaches the editor that listens at the test URL', async () => {
		const workflow = { workflowId: 'editor', mode: 'manual' as const };
		await call(query(), {}, workflow);
		expect((await call(query(), {}, workflow)).outputs).toBeDefined();
	});

	it('is not announced by a forged call with its ID', async () => {
		const workflow = { workflowId: 'forged' };
		await call(query({ sign: 'Ky7q/TZ9X/a306sDNmqbxA==' }), {}, workflow);
		expect((await call(query(), {}, workflow)).outputs).toBeDefined();
	});
});

describe('activation', () => {
	it.each<[string, INodeParameters, string]>([
		['a reply that is none', { replyMode: 'later' }, 'Reply is "later", which is none of its choices'],
		['a list as the text', { replyText: '={{ ["a"] }}' }, 'Reply Text is a list, where a text is meant'],
		['true as the text', { replyText: '={{ true }}' }, 'Reply Text is true, where a text is meant'],
		['a text that nobody worked out', { replyText: 'Cam on {{ $json.name }}' }, 'Reply Text holds "{{ $json.name }}", an expression that was not worked out'],
		['half of a character', { replyText: 'a\uD83D' }, 'Reply Text holds half of a character'],
	])('with %s says so', async (_, parameters, words) => {
		await expect(activateTrigger('esmsInboundTrigger', { zaloZnsEsmsApi }, parameters)).rejects.toThrow(words);
	});

	it('a message that is there is not lost because of a text that can no longer be replied', async () => {
		for (const replyText of ['={{ ["a"] }}', 'a\uD83D']) {
			const { status, outputs } = await call(query(), { replyText });
			expect([status, outputs?.[0]?.length]).toEqual([200, 1]);
		}
	});

	it('takes keys with what nobody sees at their ends', async () => {
		const copied = { ...zaloZnsEsmsApi, partnerId: '\u200bCP01', partnerPrivateKey: `${KEY}\u00a0` };
		expect((await call(query(), {}, { credentials: { zaloZnsEsmsApi: copied } })).status).toBe(200);
	});

	it('takes null for no text, and a number for one', async () => {
		for (const [value, text] of [['={{ null }}', ''], ['={{ 5 }}', '5']] as const) expect((await call(query(), { replyText: value })).answer).toBe(response(text));
	});

	it('passes with the keys of the short code', async () => {
		await expect(activateTrigger('esmsInboundTrigger', { zaloZnsEsmsApi })).resolves.toBeUndefined();
	});

	it.each([
		['the partner ID', { partnerId: '' }],
		['the partner key', { partnerPrivateKey: ' ' }],
	])('without %s says what to fill in', async (_, lacking) => {
		await expect(activateTrigger('esmsInboundTrigger', { zaloZnsEsmsApi: { ...zaloZnsEsmsApi, ...lacking } })).rejects.toMatchObject({
			message: expect.stringContaining("lacks 'Partner ID' or 'Partner Key'"),
			description: expect.stringContaining('Fill in both'),
		});
	});
});

it('keeps keys and signature out of items, answers and log', async () => {
	const lines: string[] = [];
	const onLog = (line: string) => lines.push(line);
	const left = [];
	for (const given of [query(), query({ sign: 'Ky7q/TZ9X/a306sDNmqbxA==' }), '']) left.push(await call(given, {}, { onLog }));
	left.push(await call(query(), {}, { onLog, credentials: { zaloZnsEsmsApi: { ...zaloZnsEsmsApi, partnerId: '' } } }));
	expect(left.map(({ status }) => status)).toEqual([200, 401, 400, 500]);
	expect(JSON.stringify([left, lines])).not.toMatch(/PrivateKey123|API-KEY|SECRET-KEY|Ky7q/);
});
