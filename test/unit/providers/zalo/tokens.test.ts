import fc from 'fast-check';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { accessTokenOf } from '../../../../nodes/providers/zalo/credential';
import { readTokens, refreshTokens } from '../../../../nodes/providers/zalo/tokens';
import samples from '../../../fixtures/zalo/answers.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const SETTINGS = { appId: '2074138120372622546', appSecret: 'app-secret', refreshToken: 'OLD-REFRESH-TOKEN', baseUrl: '' };
const NOW = new Date('2026-01-01T00:00:00.000Z');

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

it('belong together: an access token is none for another refresh token or application', async () => {
	const { accessToken, refreshToken, issuedWith } = await refreshTokens(SETTINGS, recordingTransport(() => answerOf(samples.tokens)).transport, NOW);
	const credential = { appId: SETTINGS.appId, accessToken, refreshToken, issuedWith };
	expect(accessTokenOf(credential)).toBe('NEW-ACCESS-TOKEN');
	expect(accessTokenOf({ ...credential, refreshToken: 'OF-ANOTHER-ACCOUNT' })).toBe('');
	expect(accessTokenOf({ ...credential, appId: '1' })).toBe('');
	expect(accessTokenOf({ ...credential, issuedWith: '' })).toBe('NEW-ACCESS-TOKEN');
	expect(issuedWith).not.toContain('TOKEN');
});

it.each([[{ expires_in: 3600 }, '2026-01-01T01:00:00.000Z'], [{ expires_in: undefined }, ''], [{ expires_in: 'soon' }, ''], [{ expires_in: -1 }, '']])('with %j expire at %p', (change, expiresAt) => {
	expect(readTokens(answerOf({ ...samples.tokens, ...change }), NOW).expiresAt).toBe(expiresAt);
});

it.each([
	[{ error: -14014, error_name: 'Invalid refresh token' }, '-14014', 'account', 'Connect this Official Account again'],
	[{ error: '-14002', error_name: 'Invalid appId' }, '-14002', 'account', 'App ID'],
	[{ error: -19999, error_reason: 'No idea' }, '-19999', 'unknown', ''],
])('that are refused say why: %j', async (body, code, failureClass, advice) => {
	const details = await thrownBy(() => readTokens(answerOf(body), NOW));
	expect(details).toMatchObject({ failure: { code, class: failureClass, fallbackAdvised: failureClass === 'unknown' ? null : false }, stopsRun: true });
	expect(details.failure.recommendedAction).toContain(advice);
	expect(details.mayBeSent ?? false).toBe(false);
});

it.each([
	['404 without a code, as for a missing secret', answerOf('empty api', 404), 'account'],
	['429', answerOf('', 429), 'retry'],
	['a redirect', answerOf('', 302), 'protocol'],
	['503', answerOf('', 503), 'auth'],
	['no JSON', answerOf('<html>'), 'auth'],
	['no refresh token', answerOf({ access_token: 'NEW-ACCESS-TOKEN' }), 'auth'],
	['a token with a line break', answerOf({ ...samples.tokens, access_token: 'NEW\r\nX: y' }), 'auth'],
])('%s is told, and keeps nothing of the answer', async (_, answer, failureClass) => {
	const details = await thrownBy(() => readTokens(answer, NOW));
	expect([details.failure.class, details.raw, details.stopsRun]).toEqual([failureClass, null, true]);
	expect(details.failure.recommendedAction).toContain('Nothing was sent.');
});

it('a refusal that repeats what was sent does not carry it on', async () => {
	const { transport } = recordingTransport(() => answerOf({ error: -14014, error_name: 'OLD-REFRESH-TOKEN', error_reason: 'app-secret', refresh_token: 'OLD-REFRESH-TOKEN' }));
	const details = await thrownBy(async () => await refreshTokens(SETTINGS, transport, NOW));
	expect(JSON.stringify(details)).not.toMatch(/OLD-REFRESH-TOKEN|app-secret/);
});

it('whatever comes is a pair, or told as a ProviderError that holds no token', () => {
	const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant('SECRET-TOKEN'));
	const body = fc.oneof(fc.string(), fc.json(), fc.record({ access_token: value, refresh_token: value, expires_in: value, error: value, error_name: value }, { requiredKeys: [] }).map((answer) => JSON.stringify(answer)));
	fc.assert(
		fc.property(body, fc.integer({ min: 200, max: 599 }), (text, status) => {
			try {
				const { accessToken, refreshToken } = readTokens(answerOf(text, status), NOW, ['SECRET-TOKEN']);
				for (const token of [accessToken, refreshToken]) expect(token).toMatch(/^[\x21-\x7e]+$/);
			} catch (error) {
				expect(error).toBeInstanceOf(ProviderError);
				expect(JSON.stringify((error as ProviderError).details)).not.toContain('SECRET-TOKEN');
			}
		}),
	);
});
