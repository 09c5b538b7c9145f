import { createHash, createHmac } from 'crypto';
import fc from 'fast-check';
import type { IDataObject, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import type { DeliveryReport } from '../../nodes/domain/deliveryReport';
import { resumeWithDelivery } from '../../nodes/shared/waiting/resume';
import samples from '../fixtures/esms/callbacks.json';
import { callTrigger, decodeQuery, type WebhookCall } from '../support/triggerCalls.mjs';
import { callbackQueries, callbackStrings } from './callbackQueries.mjs';
import { fuzz, type Verdict } from './campaign.mjs';
import { hostileJson, hostileQuery, hostileText, monstrousJson } from './hostile.mjs';
import { mutated, withOtherValues } from './mutate.mjs';
import { expectPlain, expectReport } from './oracles.mjs';

/** What is no JSON comes as plain text. */
function asBody(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/** Bodies as n8n's web server hands them over: parsed JSON, forms, plain text. */
const postBody = fc.oneof(
	{ weight: 10, arbitrary: callbackQueries },
	{ weight: 5, arbitrary: hostileJson.map((text) => JSON.parse(text) as unknown) },
	{ weight: 5, arbitrary: hostileText },
	{ weight: 1, arbitrary: monstrousJson.map(asBody) },
);

/** The items of a run, all of which must be copied and written by n8n. */
function itemsOf(outputs: INodeExecutionData[][]): IDataObject[] {
	const items = outputs.flat().map(({ json }) => json);
	expect(JSON.stringify(items).length).toBeGreaterThan(2);
	return items;
}

const SECRET = 'CS123';
const EVENT = JSON.stringify({ object: 'ticket', action: 'update', ticket: { ticket_id: 297005, ticket_source: 'inbox_zalo_zns', ticket_comment: { state: 'delivered' } } });
const credentials = { zaloZnsCaresoftApi: { domain: 'shop', apiToken: 't', host: 'https://api.caresoft.vn', webhookSecret: SECRET } };
const hmac = (body: string) => createHmac('sha1', SECRET).update(body).digest('hex');

const callbackCalls = fc
	.record({ query: callbackStrings, body: postBody, method: fc.constantFrom('GET' as const, 'POST' as const), includeIntermediate: fc.boolean() })
	.map(({ includeIntermediate, ...call }): WebhookCall => ({ ...call, body: call.body as IDataObject, parameters: { source: 'esms', verifyWithEsms: false, includeIntermediate } }));
const eventCalls = fc
	.record({ rawBody: fc.oneof(withOtherValues([EVENT], hostileJson), mutated([EVENT]).map(String)), forged: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: hostileText }) })
	.map(({ rawBody, forged }): WebhookCall => ({
		rawBody, method: 'POST', credentials, headers: { 'x-hub-signature': forged ?? hmac(rawBody) },
		parameters: { source: 'caresoft', events: [], statusPath: 'ticket.ticket_comment.state', deliveredValues: 'delivered', notDeliveredValues: 'failed' },
	}));

const OUTPUTS = { delivered: 0, failed: 1, rejected: 1, pending: 2, unknown: 2 };

fuzz('delivery trigger', fc.oneof(callbackCalls, eventCalls), async (call): Promise<Verdict> => {
	const { status, answer, outputs } = await callTrigger(call);
	const isForged = call.headers !== undefined && call.headers['x-hub-signature'] !== hmac(call.rawBody ?? '');
	expect(isForged ? [401] : [200, 400]).toContain(status);
	expectPlain(answer);
	if (!outputs) return 'refused';
	expect(status).toBe(200);
	const [report] = itemsOf(outputs) as unknown as [DeliveryReport];
	expectReport(report);
	expect(outputs.map((items) => items.length)).toEqual([0, 1, 2].map((index) => (index === OUTPUTS[report.outcome] ? 1 : 0)));
	return 'accepted';
});

const MESSAGE = { sender: '84901888484', content: 'MUA VE 2', serviceNumber: '8041', keyword: 'MUA', cpid: 'CP01', smsid: '1001', receiverTime: '20130228130101' };
const zaloZnsEsmsApi = { apiKey: 'k', secretKey: 's', baseUrl: '', partnerId: 'CP01', partnerPrivateKey: 'PrivateKey123' };

fuzz(
	'inbound trigger',
	fc.record({
		changed: fc.dictionary(fc.constantFrom(...Object.keys(MESSAGE)), hostileText.map((text) => text.replace(/\p{Cs}/gu, '?')), { maxKeys: 3 }),
		more: hostileQuery([...Object.keys(MESSAGE), 'sign', 'receiveTime']),
		honest: fc.boolean(),
		replyMode: fc.constantFrom('immediately', 'none', 'lastNode'),
		replyText: hostileText,
	}),
	async ({ changed, more, honest, replyMode, replyText }): Promise<Verdict> => {
		const message: Record<string, string> = { ...MESSAGE, ...changed };
		const sign = createHash('md5').update(`${message.cpid}${message.smsid}${message.content}${message.receiverTime}${honest ? 'PrivateKey123' : 'guessed'}`).digest('base64');
		const query = `${new URLSearchParams({ ...message, sign }).toString()}${honest ? '' : `&${more}`}`;
		const { status, answer, outputs } = await callTrigger({ type: 'esmsInboundTrigger', method: 'GET', query, mode: 'manual', parameters: { replyMode, replyText }, credentials: { zaloZnsEsmsApi } });
		// n8n itself cannot work out each text behind a `=`.
		expect(replyText.startsWith('=') ? [200, 400, 401, 500] : [200, 400, 401]).toContain(status);
		if (!honest) expect(status).not.toBe(200);
		if (!outputs) {
			expectPlain(answer);
			return 'refused';
		}
		for (const item of itemsOf(outputs)) expectPlain(item);
		if (replyMode !== 'lastNode') expect(answer).toMatch(/^<ClientResponse>.*<\/ClientResponse>$/s);
		return 'accepted';
	},
);

const ID = 'd8e0f1f0702544b2acb456ca9ccfd111250';
const own = Object.values(samples).map((sample) => sample.replace(/SMSID=[^&]*/, `SMSID=${ID}`));

fuzz(
	'waiting run',
	fc.record({ query: fc.oneof(callbackQueries, fc.tuple(fc.constantFrom(...own), hostileQuery(['TypeId', 'oaid', 'error_info', 'phonenumber', 'TotalPrice'])).map(([sample, more]) => decodeQuery(`${sample}&${more}`))), body: postBody, method: fc.constantFrom('GET', 'POST') }),
	async ({ query, body, method }): Promise<Verdict> => {
		const logged: string[] = [];
		const context = {
			getRequestObject: () => ({ method }),
			getQueryData: () => query,
			getBodyData: () => body,
			evaluateExpression: (expression: string) => (expression.includes('binary') ? undefined : { order: 'DH001', delivery: { provider: 'esms', messageId: ID, channel: 'zns', outcome: 'pending', noResult: 'No final report came' } }),
			getNodeParameter: (name: string) => (name === 'routeResults' ? 'routed' : ''),
			// A reason that is missing cannot be asked for.
			getCredentials: async () => await Promise.reject(new Error('no credential')),
			getTimezone: () => 'Asia/Ho_Chi_Minh',
			logger: { warn: (line: string) => logged.push(line) },
		};
		const { workflowData, webhookResponse } = await resumeWithDelivery.call(context as unknown as IWebhookFunctions);
		// A line means that something was thrown and caught.
		expect(logged).toEqual([]);
		expectPlain(webhookResponse);
		if (!workflowData) return 'refused';
		const [item] = itemsOf(workflowData as INodeExecutionData[][]);
		const { delivery } = item as unknown as { delivery: DeliveryReport };
		expectReport(delivery);
		expect([delivery.messageId, delivery.final, item?.order]).toEqual([ID, true, 'DH001']);
		return 'accepted';
	},
);
