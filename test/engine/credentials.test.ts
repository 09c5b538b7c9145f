import { CredentialTestContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import { testCaresoft } from '../../nodes/shared/caresoft/credential';
import { testEsms } from '../../nodes/shared/esms/credential';
import { testZalo } from '../../nodes/shared/zalo/credential';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { startAnswering } from '../support/answering.mjs';
import { additionalData } from '../support/engine.mjs';
import { seededZalo } from '../support/seededZalo.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const context = () => new CredentialTestContext(additionalData({}));
const decrypted = (type: string, data: ICredentialDataDecryptedObject) => ({ id: '1', name: type, type, data });
const esms = async (change: ICredentialDataDecryptedObject = {}): Promise<INodeCredentialTestResult> =>
	await testEsms.call(context(), decrypted('zaloZnsEsmsApi', { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl, ...change }));
const caresoft = async (change: ICredentialDataDecryptedObject = {}): Promise<INodeCredentialTestResult> =>
	await testCaresoft.call(context(), decrypted('zaloZnsCaresoftApi', { domain: 'simshop', apiToken: 'SIMULATOR-API-TOKEN', host: 'custom', customHost: simulator.caresoftUrl, ...change }));
const zalo = async (change: ICredentialDataDecryptedObject = {}): Promise<INodeCredentialTestResult> =>
	await testZalo.call(context(), decrypted('zaloZnsOfficialAccountApi', { ...seededZalo(simulator), ...change }));

const OK = { status: 'OK', message: 'Connection successful!' };
const error = (words: string) => ({ status: 'Error', message: expect.stringContaining(words) as string });

/** What a server that gives this answer makes of a test. */
async function answered(test: (url: string) => Promise<INodeCredentialTestResult>, json: string): Promise<INodeCredentialTestResult> {
	const server = await startAnswering(json);
	try {
		return await test(server.url);
	} finally {
		await server.close();
	}
}

describe('the credential of eSMS', () => {
	it.each<[string, () => ICredentialDataDecryptedObject]>([
		['as it is', () => ({})],
		['keys with what nobody sees at their ends', () => ({ apiKey: '\u200bSIMULATOR-API-KEY\u00a0', secretKey: 'SIMULATOR-SECRET-KEY\ufeff' })],
		['the address of a whole call', () => ({ baseUrl: `${simulator.esmsUrl}/MainService.svc/json/SendMultipleMessage_V4_post_json/` })],
		['an address with a slash at its end', () => ({ baseUrl: ` ${simulator.esmsUrl}// ` })],
	])('%s works, and the test changes nothing', async (_, change) => {
		expect(await esms(change())).toEqual(OK);
		expect(simulator.requests().map(({ path }) => path.split('/').at(-1))).toEqual(['GetBalance_json']);
		expect(simulator.messages()).toEqual([]);
	});

	it.each<[string, ICredentialDataDecryptedObject, string]>([
		['a wrong key', { apiKey: 'WRONG-KEY-1' }, 'ApiKey or SecretKey is wrong. Copy both keys again'],
		['no key', { secretKey: ' \u200b' }, 'The Secret Key of the credential is empty'],
		['a key with a space inside', { apiKey: 'SIMULATOR KEY' }, 'The API Key of the credential holds a space'],
		['an address that is none', { baseUrl: 'my server' }, 'The Base URL of the credential is not a URL: "my server"'],
		['an address without a scheme, which is understood', { baseUrl: '127.0.0.1:9/esms' }, 'eSMS could not be reached'],
		['nobody there', { baseUrl: 'http://127.0.0.1:9' }, 'eSMS could not be reached'],
	])('%s is told', async (_, change, words) => {
		const result = await esms(change);
		expect(result).toEqual(error(words));
		expect(result.message).not.toMatch(/WRONG-KEY-1|SIMULATOR/);
	});

	it.each([
		['a code as text', '{"CodeResponse":"101"}', 'ApiKey or SecretKey is wrong'],
		['a code as a number', '{"CodeResponse":101}', 'ApiKey or SecretKey is wrong'],
		['an address that is not let in', '{"CodeResponse":140}', 'The IP address of this server is not allowed'],
		['a locked account', '{"CodeResult":"143"}', 'not activated or is locked'],
		['a code that nobody documents', '{"CodeResponse":"7","ErrorMessage":"Bảo trì"}', '7'],
		['no code', '{"Balance":1000}', 'Check the address in the credential'],
		['no JSON', '<html>Welcome</html>', 'Check the address in the credential'],
		['nothing', '', 'Check the address in the credential'],
		['a list', '[{"CodeResponse":"100"}]', 'Check the address in the credential'],
		['a stop at the door', '{"error":"Invalid request"}', 'eSMS refused the request: Invalid request'],
	])('%s is no success', async (_, json, words) => {
		const result = await answered(async (baseUrl) => await esms({ baseUrl }), json);
		expect(result).toEqual(error(words));
		expect(result.message).not.toMatch(/undefined|\[object|"code":|unexpected shape/);
	});

	it('success is a success also as a number, and without a balance', async () => {
		expect(await answered(async (baseUrl) => await esms({ baseUrl }), '{"CodeResponse":100}')).toEqual(OK);
	});
});

describe('the credential of CareSoft', () => {
	it.each<[string, () => ICredentialDataDecryptedObject]>([
		['as it is', () => ({})],
		['the whole login address as domain', () => ({ domain: 'https://caresoft.vn/simshop' })],
		['a token with what nobody sees at its ends', () => ({ apiToken: '\u200bSIMULATOR-API-TOKEN ' })],
		['the address of a whole call as host', () => ({ customHost: `${simulator.caresoftUrl}/simshop/api/v1/agents` })],
	])('%s works, and the test changes nothing', async (_, change) => {
		expect(await caresoft(change())).toEqual(OK);
		expect(simulator.requests().map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual(['GET agents']);
	});

	it.each<[string, ICredentialDataDecryptedObject, string]>([
		['a wrong token', { apiToken: 'WRONG-TOKEN-1' }, 'The API token of CareSoft is wrong'],
		['a wrong domain', { domain: 'someone-else' }, 'CareSoft does not know this domain'],
		['no domain', { domain: '' }, 'The Domain of the credential is empty'],
		['no address of its own', { customHost: '' }, 'The Custom Host URL of the credential is empty'],
		['nobody there', { customHost: 'http://127.0.0.1:9' }, 'CareSoft could not be reached'],
	])('%s is told', async (_, change, words) => {
		const result = await caresoft(change);
		expect(result).toEqual(error(words));
		expect(result.message).not.toMatch(/WRONG-TOKEN-1|SIMULATOR/);
	});

	it.each([
		['no list of agents', '{"code":"ok"}', 'CareSoft answered, but "agents" in its answer is missing or cannot be read'],
		['another word', '{"code":"maybe"}', 'Check the address in the credential'],
		['no JSON', '<html>Welcome</html>', 'Check the address in the credential'],
	])('%s is no success', async (_, json, words) => {
		expect(await answered(async (customHost) => await caresoft({ customHost }), json)).toEqual(error(words));
	});
});

describe('the credential of Zalo', () => {
	const TO_COME = { status: 'OK', message: expect.stringContaining('An access token is fetched with the first call') as string };

	it.each<[string, () => ICredentialDataDecryptedObject]>([
		['as it is', () => ({})],
		['keys with what nobody sees at their ends', () => ({ appSecret: '\u200bSIMULATOR-APP-SECRET ', appId: ' 2074138120372622546\ufeff' })],
		['an address with a slash at its end', () => ({ baseUrl: ` ${simulator.zaloUrl}// ` })],
		['without a key for webhooks', () => ({ oaSecretKey: '' })],
		['with the proof of the application', () => ({ useProof: true })],
	])('%s works, and the test changes nothing', async (_, change) => {
		expect(await zalo(change())).toEqual(OK);
		expect(simulator.requests().map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /business/message/quota']);
		expect(simulator.zalo.counters().calls).toBe(0);
	});

	it.each<[string, () => ICredentialDataDecryptedObject]>([
		['no access token yet', () => ({ accessToken: '', expiresAt: '' })],
		['one that has expired', () => ({ expiresAt: '2020-01-01T00:00:00Z' })],
		['one that Zalo does not know any more', () => ({ accessToken: 'DEAD-TOKEN-1' })],
		['one of another Official Account', () => ({ issuedWith: '0123456789abcdef' })],
	])('%s: the test spends no refresh token, however often', async (_, change) => {
		for (let n = 0; n < 10; n++) expect(await zalo(change())).toEqual(TO_COME);
		expect(simulator.zalo.counters()).toMatchObject({ calls: 0, refreshes: 0 });
	});

	it.each<[string, ICredentialDataDecryptedObject, string]>([
		['no app ID', { appId: '' }, 'The App ID of the credential is empty'],
		['no app secret', { appSecret: ' \u200b' }, 'The App Secret of the credential is empty'],
		['no refresh token', { refreshToken: '' }, 'The Refresh Token of the credential is empty'],
		['a key with a space inside', { appSecret: 'SIMULATOR SECRET' }, 'The App Secret of the credential holds a space'],
		['a refresh token by expression', { refreshToken: '{{ $vars.token }}' }, 'The Refresh Token of the credential is an expression'],
		['an address that is none', { baseUrl: 'my server' }, 'The Base URL of the credential is not a URL: "my server"'],
		['nobody there', { baseUrl: 'http://127.0.0.1:9' }, 'Zalo could not be reached'],
		['a wrong secret, where a proof is made with it', { useProof: true, appSecret: 'WRONG-SECRET-1' }, 'The appsecret_proof is invalid'],
	])('%s is told', async (_, change, words) => {
		const result = await zalo(change);
		expect(result).toEqual(error(words));
		expect(result.message).not.toMatch(/WRONG-SECRET-1|SIMULATOR/);
		expect(simulator.zalo.counters().calls).toBe(0);
	});

	it.each([
		['an app that is not activated', '{"error":-103,"message":"x"}', 'The Zalo application is not activated'],
		['an account without the right', '{"error":"-135"}', 'has no right to send ZNS'],
		['a code that nobody documents', '{"error":-7777,"message":"Bảo trì"}', '-7777'],
		['no code', '{"data":{}}', 'Check the address in the credential'],
		['no JSON', '<html>Welcome</html>', 'Check the address in the credential'],
		['nothing', '', 'Check the address in the credential'],
		['a list', '[{"error":0}]', 'Check the address in the credential'],
	])('%s is no success', async (_, json, words) => {
		const result = await answered(async (baseUrl) => await zalo({ baseUrl }), json);
		expect(result).toEqual(error(words));
		expect(result.message).not.toMatch(/undefined|\[object|"code":|unexpected shape/);
	});
});
