import { connect } from '../../../../nodes/providers/zalo/connect';
import { accessTokenOf, fingerprintOf, secretsOf } from '../../../../nodes/providers/zalo/credential';
import { zaloUrl } from '../../../../nodes/providers/zalo/endpoints';
import { session } from '../../../../nodes/providers/zalo/session';
import { readTokens } from '../../../../nodes/providers/zalo/tokens';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

describe('the credential', () => {
	const FILLED = { appId: '2074138120372622546', appSecret: 'app-secret', refreshToken: 'REFRESH-TOKEN' };

	it.each([
		['', true, 'https://business.openapi.zalo.me/x'],
		['http://127.0.0.1:9/', false, 'http://127.0.0.1:9/business/x'],
		// A host of Zalo stands in for none.
		['https://openapi.zalo.me', true, 'https://business.openapi.zalo.me/x'],
		['oauth.zaloapp.com/v4/oa', true, 'https://business.openapi.zalo.me/x'],
		['https://OpenAPI.Zalo.me', true, 'https://business.openapi.zalo.me/x'],
		['https://zaloapp.com', true, 'https://business.openapi.zalo.me/x'],
		['https://my-zalo.me', false, 'https://my-zalo.me/business/x'],
		['https://zalo.me.example.com', false, 'https://zalo.me.example.com/business/x'],
	])('with Base URL %p is live: %p, and asks %s', (baseUrl, live, url) => {
		const connection = connect({ ...FILLED, baseUrl });
		expect(connection).toMatchObject({ ok: true, value: { live } });
		expect(connection.ok && zaloUrl(connection.value.over(recordingTransport(() => answerOf('')).transport).baseUrl, 'business', '/x')).toBe(url);
	});

	it.each([
		[{ appId: ' ' }, 'The App ID of the credential is empty'],
		[{ appSecret: '' }, 'The App Secret of the credential is empty'],
		[{ refreshToken: '\u200b' }, 'The Refresh Token of the credential is empty'],
		[{ refreshToken: '{{ $secrets.zalo }}' }, 'The Refresh Token of the credential is an expression'],
		[{ refreshToken: 'A B' }, 'The Refresh Token of the credential holds a space'],
		[{ baseUrl: 'my server' }, 'The Base URL of the credential is not a URL'],
	])('%j is refused', (change, fault) => {
		expect(connect({ ...FILLED, ...change })).toMatchObject({ ok: false, fault: expect.stringContaining(fault) as string });
	});

	it('holds its tokens in a form that an update of this package still knows: else each account would be renewed', () => {
		// The first 16 digits of the SHA-256 of ["2074138120372622546","REFRESH-TOKEN",""].
		expect(fingerprintOf({ appId: '2074138120372622546', refreshToken: 'REFRESH-TOKEN', baseUrl: '' })).toBe('69485725a6791bec');
		expect(accessTokenOf({ ...FILLED, issuedWith: '69485725a6791bec', accessToken: ' ACCESS-TOKEN\n' })).toBe('ACCESS-TOKEN');
	});

	it('that is wrong has no access token which a renewal wrote, and still the one that nobody knows the origin of', () => {
		const wrong = { ...FILLED, appSecret: '', accessToken: 'ACCESS-TOKEN' };
		expect([accessTokenOf({ ...wrong, issuedWith: '69485725a6791bec' }), accessTokenOf(wrong), accessTokenOf({ ...FILLED, issuedWith: 'x' })]).toEqual(['', 'ACCESS-TOKEN', '']);
		expect(accessTokenOf({})).toBe('');
	});

	it('keeps all of its secrets out of answers', () => {
		const connection = connect({ ...FILLED, accessToken: 'ACCESS-TOKEN', oaSecretKey: 'oa-key' });
		expect(connection).toMatchObject({ ok: true, value: { secrets: ['ACCESS-TOKEN', 'REFRESH-TOKEN', 'app-secret', 'oa-key'] } });
		expect(secretsOf({ ...FILLED, accessToken: ' ', refreshToken: ' R\n', oaSecretKey: null })).toEqual(['R', 'app-secret']);
	});

	it('knows what a renewal writes, and a refresh token that another renewal has spent', async () => {
		expect([session.tokenField, ...session.renewedFields]).toEqual(['accessToken', 'accessToken', 'refreshToken', 'expiresAt', 'issuedWith']);
		const refused = async (error: number) => session.isSpent(await thrownBy(() => readTokens(answerOf({ error }), new Date())));
		expect([await refused(-14014), await refused(-14002)]).toEqual([true, false]);
		expect(session.lost().details).toMatchObject({ provider: 'zalo', failure: { code: null, title: 'No answer came from Zalo when the access token was renewed' }, raw: null, stopsRun: true, mayPass: true });
	});

	it('knows when its token ends, where that can be read', () => {
		expect(session.expiresAt({ expiresAt: '2026-01-01T00:00:00.000Z' })).toBe(Date.parse('2026-01-01T00:00:00.000Z'));
		for (const expiresAt of ['', undefined, 'soon']) expect(session.expiresAt({ expiresAt })).toBeUndefined();
	});
});
