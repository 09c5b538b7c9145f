/** Workflows that send messages and wait until each is delivered: with Send ZNS, and with what n8n has itself. */
import { esmsBody, SEND_ZNS, ZNS } from './message.mjs';

const STATUS = '/MainService.svc/json/QueryZnsStatus/';
/** That of the messages of the template; whoever asks must know it. */
const TYPE = '24';
/** Documented for this call. */
const STATUS_PER_SECOND = 100;

const core = (name, type, typeVersion, parameters, more = {}) => ({ id: name, name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0], parameters, ...more });
const to = (name) => ({ node: name, type: 'main', index: 0 });

/** Hands out the items of a call to a webhook. */
const entry = (path) => [
	core('In', 'webhook', 2, { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }, { webhookId: path }),
	core('Split', 'splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
];

/** @param {string} [callbackUrl] that the messages are sent with */
export function sendZnsWorkflow(path, stage, callbackUrl) {
	const { id, name } = stage.credentials.zaloZnsEsmsApi;
	const send = {
		id: 'Send', name: 'Send', type: 'n8n-nodes-zalo-zns.sendZns', typeVersion: 1.1, position: [0, 0],
		credentials: { zaloZnsEsmsApi: { id, name } },
		parameters: { ...SEND_ZNS, afterSending: 'wait', waitLimit: 5, options: { requestsPerSecond: 0, waitBy: 'asking', ...(callbackUrl && { callbackUrl }) } },
	};
	return {
		name: path,
		nodes: [...entry(path), send, core('Delivered', 'noOp', 1, {})],
		connections: { In: { main: [[to('Split')]] }, Split: { main: [[to('Send')]] }, Send: { main: [[], [to('Delivered')]] } },
	};
}

/** A loop by hand: HTTP Request sends, Wait waits, HTTP Request asks about each message in the documented pace, If sends back what is under way. */
export function httpRequestWorkflow(path, { simulator }, waitSeconds) {
	const { apiKey, secretKey } = simulator.settings.esms;
	const post = (url, jsonBody, options) => ({ method: 'POST', url: simulator.esmsUrl + url, sendBody: true, contentType: 'json', specifyBody: 'json', jsonBody, options });
	const keys = JSON.stringify({ ApiKey: apiKey, SecretKey: secretKey, SmsType: TYPE });
	const asked = `={{ { ...${keys}, SmsId: $json.SMSID ?? $json.Data.SMSID } }}`;
	const isFinal = { id: 'final', leftValue: '={{ $json.Data.FinalStatus }}', rightValue: '1', operator: { type: 'string', operation: 'equals' } };
	return {
		name: path,
		nodes: [
			...entry(path),
			core('Send', 'httpRequest', 4.2, post(ZNS, esmsBody(simulator.settings.esms), {})),
			core('Wait', 'wait', 1.1, { amount: waitSeconds, unit: 'seconds' }, { webhookId: `${path}-wait` }),
			core('Ask', 'httpRequest', 4.2, post(STATUS, asked, { batching: { batch: { batchSize: STATUS_PER_SECOND, batchInterval: 1000 } } })),
			core('If', 'if', 2.2, { conditions: { options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 }, conditions: [isFinal], combinator: 'and' }, options: {} }),
			core('Delivered', 'noOp', 1, {}),
		],
		connections: {
			In: { main: [[to('Split')]] },
			Split: { main: [[to('Send')]] },
			Send: { main: [[to('Wait')]] },
			Wait: { main: [[to('Ask')]] },
			Ask: { main: [[to('If')]] },
			If: { main: [[to('Delivered')], [to('Wait')]] },
		},
	};
}
