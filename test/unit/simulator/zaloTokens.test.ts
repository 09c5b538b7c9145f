import { createHash } from 'node:crypto';
import { request } from 'undici';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { appsecretProof } from '../../../sandbox/simulator/zaloOa/access.mjs';
import { askForTokens, errorOf, sendByUid, sendOtp, zalo } from './zaloCalls.mjs';

const HOUR = 3_600_000;

describe('tokens of Zalo', () => {
	let simulator: Simulator;
	const clock = { now: Date.parse('2026-11-21T03:00:00Z') };
	beforeAll(async () => {
		simulator = await startSimulator({}, { clock: () => clock.now });
	});
	afterEach(() => simulator.reset());
	afterAll(async () => await simulator.close());

	it('a refresh token buys a new pair, and both tokens of it work', async () => {
		const answer = await askForTokens(simulator);
		expect(answer.status).toBe(200);
		expect(answer.json()).toEqual({ access_token: expect.any(String), refresh_token: expect.any(String), expires_in: '90000' });
		const { accessToken, refreshToken, expiresAt } = simulator.zalo.tokens();
		expect(answer.json()).toMatchObject({ access_token: accessToken, refresh_token: refreshToken });
		expect(expiresAt - clock.now).toBe(25 * HOUR);
		expect(errorOf(await sendOtp(simulator))).toBe(0);
		expect((await askForTokens(simulator)).json()).toHaveProperty('access_token');
		expect(simulator.zalo.counters()).toMatchObject({ calls: 2, refreshes: 2, spentAgain: 0 });
	});

	it('a refresh token works once', async () => {
		const spent = 'SIMULATOR-REFRESH-TOKEN';
		await askForTokens(simulator);
		const answer = await askForTokens(simulator, { refresh_token: spent });
		expect(answer.status).toBe(200);
		expect(answer.json()).toEqual({
			error: -14014,
			error_name: 'Invalid refresh token',
			error_reason: expect.any(String),
			ref_doc: expect.stringMatching(/^https:/),
		});
		expect(simulator.zalo.counters()).toMatchObject({ refreshes: 1, spentAgain: 1 });
	});

	it('of requests at the same time one wins, whenever the token is spent', async () => {
		for (const spentAt of ['arrival', 'answer'] as const) {
			simulator.configure({ zalo: { tokens: { delayMs: 20, spentAt } } });
			const { refreshToken } = simulator.zalo.handOut();
			const answers = await Promise.all(Array.from({ length: 5 }, async () => await askForTokens(simulator, { refresh_token: refreshToken })));
			expect(answers.map((answer) => answer.json().error).filter((error) => error === -14014)).toHaveLength(4);
		}
		expect(simulator.zalo.counters()).toMatchObject({ refreshes: 2, spentAgain: 8, mostAtOnce: 5 });
	});

	it('the old access token dies with the new pair, or lives on by a switch', async () => {
		const old = { access_token: simulator.zalo.tokens().accessToken };
		await askForTokens(simulator);
		expect(errorOf(await zalo(simulator, 'GET', '/business/quality', undefined, old))).toBe(-124);
		simulator.configure({ zalo: { tokens: { oldAccessToken: 'lives' } } });
		const next = { access_token: simulator.zalo.tokens().accessToken };
		await askForTokens(simulator);
		expect(errorOf(await zalo(simulator, 'GET', '/business/quality', undefined, next))).toBe(0);
	});

	it('an answer can be lost after the pair was issued', async () => {
		simulator.configure({ zalo: { tokens: { answer: 'lost' } } });
		const { refreshToken } = simulator.zalo.tokens();
		await expect(askForTokens(simulator)).rejects.toThrow();
		simulator.configure({ zalo: { tokens: { answer: 'told' } } });
		expect(errorOf(await askForTokens(simulator, { refresh_token: refreshToken }))).toBe(-14014);
		expect(simulator.zalo.counters()).toMatchObject({ refreshes: 1, lost: 1 });
	});

	it('tokens die of age, by control, and with the consent', async () => {
		clock.now += 25 * HOUR;
		expect((await sendOtp(simulator)).json()).toEqual({ error: -124, message: 'Access token invalid' });
		simulator.zalo.handOut();
		expect(errorOf(await sendOtp(simulator))).toBe(0);
		simulator.zalo.expire();
		expect(errorOf(await sendOtp(simulator))).toBe(-124);
		expect((await sendByUid(simulator)).json()).toEqual({ error: -216, message: 'Access token is invalid' });
		expect((await askForTokens(simulator)).json()).toHaveProperty('access_token');
		simulator.zalo.revoke();
		expect(errorOf(await askForTokens(simulator))).toBe(-14014);
		simulator.zalo.handOut();
		clock.now += 90 * 24 * HOUR;
		expect(errorOf(await askForTokens(simulator))).toBe(-14014);
		expect(simulator.zalo.counters().deadTokenCalls).toBe(3);
	});

	it('a lifetime, a number instead of a string, and a status for errors', async () => {
		simulator.configure({ zalo: { tokens: { lifetimeS: 3_600, expiresIn: 'number', errorStatus: 401 } } });
		expect((await askForTokens(simulator)).json().expires_in).toBe(3_600);
		expect((await askForTokens(simulator, { app_id: '1' })).status).toBe(401);
	});

	it('another app, another secret, no secret, another body', async () => {
		expect((await askForTokens(simulator, { app_id: '1' })).json()).toMatchObject({ error: -14002, error_name: 'Invalid appId' });
		expect(errorOf(await askForTokens(simulator, {}, { secret_key: 'other' }))).toBe(-104);
		expect(await askForTokens(simulator, {}, {})).toMatchObject({ status: 404, text: 'empty api' });
		simulator.configure({ zalo: { tokens: { missingSecret: 'error' } } });
		expect(errorOf(await askForTokens(simulator, {}, {}))).toBe(-104);
		const asJson = await askForTokens(simulator, {}, { secret_key: simulator.settings.zalo.appSecret, 'Content-Type': 'application/json' });
		expect(errorOf(asJson)).toBe(-14002);
		expect(errorOf(await askForTokens(simulator, { grant_type: undefined }))).toBe(-14014);
		expect(simulator.zalo.counters().refreshes).toBe(0);
	});

	it('the consent of an administrator leads to a code, and a code once to a pair', async () => {
		const { appId, oaId, tokens: { codeVerifier } } = simulator.settings.zalo;
		const query = new URLSearchParams({
			app_id: appId,
			redirect_uri: 'https://n8n.example/callback?a=1',
			code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
			state: 'not echoed',
		});
		const { statusCode, headers, body } = await request(`${simulator.zaloUrl}/oauth/v4/oa/permission?${query.toString()}`);
		await body.dump();
		const back = new URL(String(headers.location));
		expect(statusCode).toBe(302);
		expect([...back.searchParams.keys()]).toEqual(['a', 'code', 'oa_id']);
		expect(back.searchParams.get('oa_id')).toBe(oaId);
		const grant = { grant_type: 'authorization_code', refresh_token: undefined, code: back.searchParams.get('code') ?? '' };
		expect((await askForTokens(simulator, { ...grant, code_verifier: 'other' })).json()).toMatchObject({ error: -14003, error_name: 'Invalid code verifier' });
		expect((await askForTokens(simulator, { ...grant, code_verifier: codeVerifier })).json()).toHaveProperty('refresh_token');
		expect((await askForTokens(simulator, { ...grant, code_verifier: codeVerifier })).json()).not.toHaveProperty('refresh_token');
		const late = { ...grant, code: simulator.zalo.authorizationCode(), code_verifier: codeVerifier };
		clock.now += 10 * 60_000;
		expect((await askForTokens(simulator, late)).json()).not.toHaveProperty('refresh_token');
		expect(simulator.zalo.counters().codeExchanges).toBe(1);
	});

	it('appsecret_proof: the vector of zalo.md 1.4', () => {
		expect(appsecretProof('test-access-token', 'test-app-secret')).toBe('c7a7a56a58d03b05def128144d755b6c5bd4ba6b88fbfd8a59a909c862e52d7b');
	});

	it('appsecret_proof is looked at where it is given, always, or never', async () => {
		const ask = async (appsecret_proof?: string, host = '/business/quality') => {
			const headers: Record<string, string> = appsecret_proof === undefined ? {} : { appsecret_proof };
			return errorOf(await zalo(simulator, host === '/business/quality' ? 'GET' : 'POST', host, undefined, headers));
		};
		const right = appsecretProof(simulator.zalo.tokens().accessToken, simulator.settings.zalo.appSecret);
		expect([await ask(), await ask(right), await ask('wrong')]).toEqual([0, 0, -1241]);
		expect(await ask('wrong', '/openapi/v3.0/oa/message/template')).toBe(-242);
		simulator.configure({ zalo: { proof: 'required' } });
		expect([await ask(), await ask(right)]).toEqual([-1241, 0]);
		simulator.configure({ zalo: { proof: 'ignored' } });
		expect(await ask('wrong')).toBe(0);
	});

	it('the token counts in its bare header alone', async () => {
		const { accessToken } = simulator.zalo.tokens();
		const without = async (headers: Record<string, string>, query = '') =>
			errorOf(await zalo(simulator, 'GET', `/business/quality${query}`, undefined, { access_token: '', ...headers }));
		expect(await without({ Authorization: `Bearer ${accessToken}` })).toBe(-124);
		expect(await without({}, `?access_token=${accessToken}`)).toBe(-124);
		expect(await without({ access_token: `Bearer ${accessToken}` })).toBe(-124);
	});

	it('no token and no secret is ever shown', async () => {
		const code = simulator.zalo.authorizationCode();
		await askForTokens(simulator);
		const { accessToken, refreshToken } = simulator.zalo.tokens();
		const hidden = [accessToken, refreshToken, code, 'SIMULATOR-ACCESS-TOKEN', 'SIMULATOR-REFRESH-TOKEN', 'SIMULATOR-APP-SECRET', 'SIMULATOR-OA-SECRET-KEY', 'SIMULATOR-CODE-VERIFIER'];
		for (const secret of hidden) await zalo(simulator, 'GET', `/business/${secret}/x`);
		await sendOtp(simulator);
		const { text } = await zalo(simulator, 'GET', '/_sim/state');
		for (const secret of hidden.slice(0, -1)) expect(text).not.toContain(secret);
		expect(JSON.stringify(simulator.requests())).toContain('/business/***/x');
	});

	it('are there for tests in another process', async () => {
		const control = async (method: 'GET' | 'POST', name: string) => (await zalo(simulator, method, `/_sim/zalo/${name}`)).json();
		const pair = await control('POST', 'tokens');
		expect(pair).toEqual(simulator.zalo.tokens());
		expect(await control('GET', 'tokens')).toEqual({ ...pair, counters: simulator.zalo.counters() });
		expect((await askForTokens(simulator, { grant_type: 'authorization_code', code: (await control('POST', 'code')).code as string, code_verifier: simulator.settings.zalo.tokens.codeVerifier })).json()).toHaveProperty('access_token');
		await control('POST', 'expire');
		expect(errorOf(await sendOtp(simulator))).toBe(-124);
		await control('POST', 'revoke');
		expect(errorOf(await askForTokens(simulator))).toBe(-14014);
	});
});
