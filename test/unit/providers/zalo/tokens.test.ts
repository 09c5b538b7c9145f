import fc from 'fast-check';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { accessTokenOf, readSettings } from '../../../../nodes/providers/zalo/credential';
import { readTokens, refreshTokens } from '../../../../nodes/providers/zalo/tokens';
import samples from '../../../fixtures/zalo/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const SETTINGS = { appId: '2074138120372622546', appSecret: 'app-secret', refreshToken: 'OLD-REFRESH-TOKEN', baseUrl: '' };
const NOW = new Date('2026-01-01T00:00:00.000Z');
const LOST = 'The answer of Zalo to the renewal of the access token could not be read';

it('are asked for as Zalo documents it, and never in a URL (zalo.md 1.4)', async () => {
	const { transport, requests } = recordingTransport(() => answerOf(samples.tokens));
	const tokens = await refreshTokens(SETTINGS, transport, NOW);
	expect(requests).toEqual([{
		method: 'POST',
		url: 'https://oauth.zaloapp.com/v4/oa/access_token',
		text: 'refresh_token=OLD-REFRESH-TOKEN&app_id=2074138120372622546&grant_type=refresh_token',
		contentType: 'application/x-www-form-urlencoded',
		headers: { secret_key: 'app-secret' },
	}]);
	expect(tokens).toMatchObject({ accessToken: 'NEW-ACCESS-TOKEN', refreshToken: 'NEW-REFRESH-TOKEN', expiresAt: '2026-01-02T01:00:00.000Z' });
});

it('are asked for at what stands in for the host of tokens', async () => {
	const { transport, requests } = recordingTransport(() => answerOf(samples.tokens));
	await refreshTokens({ ...SETTINGS, baseUrl: 'http://127.0.0.1:9' }, transport, NOW);
	expect(requests.map(({ url }) => url)).toEqual(['http://127.0.0.1:9/oauth/v4/oa/access_token']);
});

it('belong together: an access token is none for another refresh token or application', async () => {
	const { accessToken, refreshToken, issuedWith } = await refreshTokens(SETTINGS, recordingTransport(() => answerOf(samples.tokens)).transport, NOW);
	const credential = { ...SETTINGS, accessToken, refreshToken, issuedWith };
	expect(accessTokenOf(credential)).toBe('NEW-ACCESS-TOKEN');
	expect(accessTokenOf({ ...credential, refreshToken: 'OF-ANOTHER-ACCOUNT' })).toBe('');
	expect(accessTokenOf({ ...credential, appId: '1' })).toBe('');
	expect(accessTokenOf({ ...credential, baseUrl: 'https://zalo.example.com' })).toBe('');
	expect(accessTokenOf({ ...credential, issuedWith: '' })).toBe('NEW-ACCESS-TOKEN');
	expect(issuedWith).not.toContain('TOKEN');
});

it.each([undefined, null, ''])('leave the refresh token as it is where the answer holds %p in its place', async (refresh_token) => {
	const tokens = await refreshTokens(SETTINGS, recordingTransport(() => answerOf({ ...samples.tokens, refresh_token })).transport, NOW);
	expect(tokens).toMatchObject({ accessToken: 'NEW-ACCESS-TOKEN', refreshToken: 'OLD-REFRESH-TOKEN', expiresAt: '2026-01-02T01:00:00.000Z' });
	expect(accessTokenOf({ ...SETTINGS, ...tokens })).toBe('NEW-ACCESS-TOKEN');
});

it('are read without spaces at their ends', () => {
	expect(readTokens(answerOf({ access_token: ' A ', refresh_token: ' R\n', expires_in: ' 3600 ' }), NOW)).toEqual({ accessToken: 'A', refreshToken: 'R', expiresAt: '2026-01-01T01:00:00.000Z' });
});

it('words without end beside a refusal are left out, and others stand in for them', async () => {
	const { failure, raw } = await thrownBy(() => readTokens(answerOf({ error: -19999, error_reason: 'x'.repeat(201), error_name: ' Odd ' }), NOW));
	expect([failure.title, raw]).toEqual(['Zalo answered code -19999: Odd', { error: '-19999', error_name: 'Odd' }]);
});

it('belong to the base URL however it is written', async () => {
	const settings = readSettings({ ...SETTINGS, baseUrl: ' https://Zalo.example.com/api/ ' });
	if (!settings.ok) throw new Error(settings.fault);
	const { issuedWith, refreshToken } = await refreshTokens(settings.value, recordingTransport(() => answerOf(samples.tokens)).transport, NOW);
	const of = (baseUrl: string) => accessTokenOf({ ...SETTINGS, refreshToken, issuedWith, accessToken: 'TOKEN', baseUrl });
	expect(['https://Zalo.example.com/api/', 'https://Zalo.example.com/api', 'https://other.example.com/api', ''].map(of)).toEqual(['TOKEN', 'TOKEN', '', '']);
});

it.each<[unknown, string]>([
	[3600, '2026-01-01T01:00:00.000Z'],
	[1_000_000_000, '2057-09-09T01:46:40.000Z'],
	['999999999', '2057-09-09T01:46:39.000Z'],
	...[undefined, null, 'soon', '', -1, 0, '0', 'x3600', '3600s', '-3600', '1e3', 1_000_000_001, '1234567890', []].map((none): [unknown, string] => [none, '']),
])('with the life %j expire at %p', (expires_in, expiresAt) => {
	expect(readTokens(answerOf({ ...samples.tokens, expires_in }), NOW)).toEqual({ accessToken: 'NEW-ACCESS-TOKEN', refreshToken: 'NEW-REFRESH-TOKEN', expiresAt });
});

it.each([
	[{ error: -14014, error_name: 'Invalid refresh token' }, '-14014', 'account', 'Connect this Official Account again'],
	[{ error: '-14002', error_name: 'Invalid appId' }, '-14002', 'account', 'App ID'],
	[{ error: -19999, error_reason: 'No idea' }, '-19999', 'unknown', 'Nothing was sent.'],
	[{ error: 404, message: 'empty api' }, '404', 'unknown', 'App Secret'],
])('that are refused say why: %j', async (body, code, failureClass, advice) => {
	const details = await thrownBy(() => readTokens(answerOf(body), NOW));
	expect(details).toMatchObject({ failure: { code, class: failureClass, fallbackAdvised: failureClass === 'unknown' ? null : false }, stopsRun: true });
	expect(details.failure.recommendedAction).toContain(advice);
	expect(details.raw).toEqual({ ...body, error: code, message: undefined });
	expect(details.mayBeSent ?? false).toBe(false);
});

it.each([
	[['error_reason', 'error_description', 'error_name', 'message'], 'error_reason'],
	[['error_description', 'error_name', 'message'], 'error_description'],
	[['error_name', 'message'], 'error_name'],
	[['message'], 'message'],
])('that are refused with %j are told with the words of %s', async (names, shown) => {
	const words = Object.fromEntries(names.map((name) => [name, `The ${name}`]));
	const { failure } = await thrownBy(() => readTokens(answerOf({ error: -19999, error_reason: ' ', ...words }), NOW));
	expect(failure.title).toBe(`Zalo answered code -19999: The ${shown}`);
});

it('that are refused show what Zalo calls it, and nothing in which a token may stand', async () => {
	const body = { error: ' -14014 ', error_name: 'Invalid refresh token', error_reason: 'Expired', error_description: 'OF A TOKEN', message: 'OF A TOKEN', ref_doc: 'https://...' };
	const { provider, status, failure, raw } = await thrownBy(() => readTokens(answerOf(body), NOW));
	expect([provider, status, failure.code]).toEqual(['zalo', 200, '-14014']);
	expect(raw).toEqual({ error: '-14014', error_name: 'Invalid refresh token', error_reason: 'Expired' });
});

it.each([0, '0', 'x-14014', '-14014x', '--14014', '-12345678901', 1.5, null])('the code %j is none of Zalo, so the new tokens may be lost', async (error) => {
	expect((await thrownBy(() => readTokens(answerOf({ error, error_name: 'x' }), NOW))).failure).toMatchObject({ code: null, class: 'auth', title: LOST });
});

it.each([
	[answerOf('', 429), '429', 'Zalo is receiving too many requests to renew access tokens', true],
	[answerOf('', 302), '302', 'Zalo redirects the renewal of the access token to another address (HTTP status 302), which is not followed', undefined],
	[answerOf('empty api', 404), '404', 'Zalo refused to renew the access token with HTTP status 404', undefined],
	[answerOf('', 400), '400', 'Zalo refused to renew the access token with HTTP status 400', undefined],
	[answerOf('', 499), '499', 'Zalo refused to renew the access token with HTTP status 499', undefined],
	[answerOf('', 500), '500', LOST, true],
	[answerOf('', 300), '300', LOST, true],
	[answerOf('<html>'), null, LOST, true],
	[{ ...answerOf(samples.tokens), tooLong: true }, null, LOST, true],
])('%j is told as what it is', async (answer, code, title, mayPass) => {
	const details = await thrownBy(() => readTokens(answer, NOW));
	expect(details).toMatchObject({ provider: 'zalo', status: answer.status, stopsRun: true, failure: { code, title } });
	expect(details.mayPass).toBe(mayPass);
});

it('that may be lost are told with the way to new ones', async () => {
	expect((await thrownBy(() => readTokens(answerOf('', 503), NOW))).failure.recommendedAction).toContain('Connect this Official Account again');
});

it.each([
	['404 without a code, as for a missing secret', answerOf('empty api', 404), 'account'],
	['429', answerOf('', 429), 'retry'],
	['a redirect', answerOf('', 302), 'protocol'],
	['503', answerOf('', 503), 'auth'],
	['no JSON', answerOf('<html>'), 'auth'],
	['no access token', answerOf({ refresh_token: 'NEW-REFRESH-TOKEN' }), 'auth'],
	['a refresh token that cannot be one', answerOf({ ...samples.tokens, refresh_token: 'NEW REFRESH TOKEN' }), 'auth'],
	['a refresh token that is a number', answerOf({ ...samples.tokens, refresh_token: 5 }), 'auth'],
	['a token with a line break', answerOf({ ...samples.tokens, access_token: 'NEW\r\nX: y' }), 'auth'],
])('%s is told, and keeps nothing of the answer', async (_, answer, failureClass) => {
	const details = await thrownBy(() => readTokens(answer, NOW));
	expect([details.failure.class, details.raw, details.stopsRun]).toEqual([failureClass, null, true]);
	expect(details.failure.recommendedAction).toContain('Nothing was sent.');
});

it.each([
	[{ error: 429, message: 'Too many requests' }, 429, 'retry'],
	[{ error: 503, message: 'Service Unavailable' }, 503, 'auth'],
	[{ error: -19999 }, 500, 'auth'],
])('%j with HTTP status %d may be over in a while', async (body, status, failureClass) => {
	expect(await thrownBy(() => readTokens(answerOf(body, status), NOW))).toMatchObject({ failure: { code: String(status), class: failureClass }, mayPass: true });
});

it.each([[-14014, false], [-100, true]])('the code %d says what it says with HTTP status 500, too', async (error, mayPass) => {
	expect(await thrownBy(() => readTokens(answerOf({ error }, 500), NOW))).toMatchObject({ failure: { code: String(error) }, mayPass });
});

it('a refusal that repeats what was sent does not carry it on, however it is spelled', async () => {
	const spelled = 'OLD/REFRESH+TOKEN';
	const settings = { ...SETTINGS, refreshToken: spelled };
	const { transport } = recordingTransport(() => ({ ...answerOf(''), body: String.raw`{"error":-14014,"error_name":"OLD\/REFRESH+TOKEN","error_reason":"app-secret, OLD%2fREFRESH%2bTOKEN"}` }));
	const details = await thrownBy(async () => await refreshTokens(settings, transport, NOW));
	expect(JSON.stringify(details)).not.toMatch(/REFRESH|app-secret/);
});

it('whatever comes is a pair, or told as a ProviderError that holds no token', () => {
	const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant('SECRET-TOKEN'));
	const body = fc.oneof(fc.string(), fc.json(), fc.record({ access_token: value, refresh_token: value, expires_in: value, error: value, error_name: value }, { requiredKeys: [] }).map((answer) => JSON.stringify(answer)));
	fc.assert(
		fc.property(body, fc.integer({ min: 200, max: 599 }), (text, status) => {
			try {
				const { accessToken, refreshToken } = readTokens(answerOf(text, status), NOW, ['SECRET-TOKEN']);
				expect(accessToken).toMatch(/^[\x21-\x7e]+$/);
				expect(refreshToken).toMatch(/^[\x21-\x7e]*$/);
			} catch (error) {
				expect(error).toBeInstanceOf(ProviderError);
				expect(JSON.stringify((error as ProviderError).details)).not.toContain('SECRET-TOKEN');
			}
		}),
	);
});
