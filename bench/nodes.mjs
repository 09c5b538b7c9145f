/** What is measured: each way to send, as a user sets it up in n8n. */
import { join } from 'node:path';

import { cheapestNode } from './cheapestNode.mjs';
import { esmsBody, item, OFFICIAL_ACCOUNT, SEND_ZNS, TEMPLATE, ZNS } from './message.mjs';
import { rootDir } from './paths.mjs';
import { requireFromSandbox as require } from './resolve.mjs';

const dist = (path) => require(join(rootDir, 'dist', path));
const SCENARIO = '366';

/**
 * @typedef {{ esmsUrl: string, caresoftUrl: string, settings: any }} Provider
 * @typedef {Omit<import('./engine.mjs').EngineRun, 'item' | 'count'> & { accepted: (json: any) => boolean }} Way
 */

/** @param {Provider} provider */
function esmsCredential({ esmsUrl, settings }) {
	const { ZaloZnsEsmsApi } = dist('credentials/ZaloZnsEsmsApi.credentials.js');
	const { apiKey, secretKey } = settings.esms;
	return { zaloZnsEsmsApi: { type: new ZaloZnsEsmsApi(), data: { apiKey, secretKey, baseUrl: esmsUrl } } };
}

/** @param {Provider} provider @returns {Way} */
function sendZns(provider, options, sending = {}) {
	const { SendZns } = dist('nodes/SendZns/SendZns.node.js');
	return {
		nodeType: new SendZns(),
		credentials: esmsCredential(provider),
		parameters: { ...SEND_ZNS, ...sending, options },
		accepted: ({ status }) => status === 'accepted',
	};
}

/** @param {Provider} provider @returns {Way} */
function sendCheaply(provider) {
	const { esms } = dist('nodes/providers/esms/index.js');
	return {
		nodeType: cheapestNode(ZNS, esms.mostInFlight),
		credentials: esmsCredential(provider),
		parameters: SEND_ZNS,
		accepted: ({ CodeResult }) => CodeResult === '100',
	};
}

/** @returns {Way} */
function sendZnsThroughCaresoft({ caresoftUrl, settings }) {
	const { ZaloZnsCaresoftApi } = dist('credentials/ZaloZnsCaresoftApi.credentials.js');
	const { SendZns } = dist('nodes/SendZns/SendZns.node.js');
	const { domain, token } = settings.caresoft;
	return {
		nodeType: new SendZns(),
		credentials: { zaloZnsCaresoftApi: { type: new ZaloZnsCaresoftApi(), data: { domain, apiToken: token, host: 'custom', customHost: caresoftUrl, webhookSecret: '' } } },
		parameters: {
			provider: 'caresoft',
			scenarioId: SCENARIO,
			phone: '={{ $json.phone }}',
			caresoftParametersJson: '={{ { code: $json.code } }}',
		},
		onError: 'continueRegularOutput',
		accepted: ({ status }) => status === 'accepted',
	};
}

/** n8n's own node, the newest version. */
function httpRequest(parameters, accepted) {
	const { HttpRequest } = require('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js');
	const versions = new HttpRequest();
	return {
		nodeType: versions.nodeVersions[versions.currentVersion],
		typeVersion: versions.currentVersion,
		parameters: { method: 'POST', sendBody: true, contentType: 'json', specifyBody: 'json', options: {}, ...parameters },
		onError: 'continueRegularOutput',
		accepted,
	};
}

function httpRequestToEsms({ esmsUrl, settings }, options = {}) {
	return httpRequest({ url: esmsUrl + ZNS, jsonBody: esmsBody(settings.esms), options }, ({ CodeResult }) => CodeResult === '100');
}

function httpRequestToCaresoft({ caresoftUrl, settings }, options = {}) {
	const { domain, token } = settings.caresoft;
	return httpRequest(
		{
			url: `${caresoftUrl}/${domain}/api/v1/zalo/zns`,
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${token}` }] },
			jsonBody: `={{ { zns: { phone: $json.phone, template_id: ${SCENARIO}, params: { code: $json.code } } } }}`,
			options,
		},
		({ code, status }) => code === 'ok' || status === 'OK',
	);
}

/** @type {Record<string, (provider: Provider) => Way>} */
export const WAYS = {
	'Send ZNS': (provider) => sendZns(provider, { requestsPerSecond: 0 }),
	'Send ZNS, batches': (provider) => sendZns(provider, { requestsPerSecond: 0 }, { sending: 'batches' }),
	'Send ZNS, default pace': (provider) => sendZns(provider, {}),
	'Send ZNS, batches, default pace': (provider) => sendZns(provider, {}, { sending: 'batches' }),
	'Cheapest node': (provider) => sendCheaply(provider),
	'HTTP Request': (provider) => httpRequestToEsms(provider),
	'HTTP Request, batching 50 per second': (provider) => httpRequestToEsms(provider, { batching: { batch: { batchSize: 50, batchInterval: 1000 } } }),
	'CareSoft: Send ZNS': (provider) => sendZnsThroughCaresoft(provider),
	'CareSoft: HTTP Request': (provider) => httpRequestToCaresoft(provider),
	'CareSoft: HTTP Request, batching 15 per second': (provider) =>
		httpRequestToCaresoft(provider, { batching: { batch: { batchSize: 15, batchInterval: 1000 } } }),
};

export const BARE_LOOP = 'Bare undici loop';

/** Sends without n8n, as fast as the provider takes it: the limit for everything else. */
export async function bareLoop({ esmsUrl, settings }, count, from) {
	const { Pool } = require('undici');
	const { apiKey, secretKey } = settings.esms;
	const { origin, pathname } = new URL(esmsUrl + ZNS);
	const pool = new Pool(origin, { connections: 200 });
	let next = 0;
	let accepted = 0;
	const worker = async () => {
		for (let index = next++; index < count; index = next++) {
			const { phone, code } = item(from + index);
			const body = JSON.stringify({ ApiKey: apiKey, SecretKey: secretKey, OAID: OFFICIAL_ACCOUNT, TempID: TEMPLATE, Phone: phone, TempData: { otp: code }, RequestId: code });
			const answer = await pool.request({ path: pathname, method: 'POST', headers: { 'content-type': 'application/json' }, body });
			if ((await answer.body.json()).CodeResult === '100') accepted++;
		}
	};
	await Promise.all(Array.from({ length: Math.min(200, count) }, worker));
	await pool.close();
	return accepted;
}
