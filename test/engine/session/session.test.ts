import { pause } from '../../support/stage.mjs';
import { quickWaits } from '../../support/quickWaits.mjs';
import { startZalo, type ZaloStandIn } from '../../support/zaloStandIn.mjs';
import { credentialOf, send } from './sender.mjs';

let zalo: ZaloStandIn;

beforeEach(async () => void (zalo = await startZalo()));
afterEach(async () => await zalo.close());
quickWaits();

const in_ = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const HOUR = 3_600_000;
const LIVING = { accessToken: 'ACCESS-TOKEN-1', expiresAt: in_(20 * HOUR) };
const ids = (count: number) => Array.from({ length: count }, (_, n) => `item-${n}`).sort();
const sentIds = () => [...zalo.sent].sort();

describe('an access token', () => {
	it('is fetched with the first message; the new pair is stored before anything is sent, and serves later runs', async () => {
		const store = await credentialOf(zalo);
		let storedAtFirstSend: Promise<unknown> | undefined;
		zalo.behaviour.loses = (path) => {
			if (path === '/business/message/template') storedAtFirstSend ??= store.stored();
			return false;
		};
		expect((await send(store, 3)).error).toBeUndefined();
		expect((await send(store, 3)).error).toBeUndefined();
		expect(zalo.sent).toHaveLength(6);
		expect(zalo.spent).toEqual(['REFRESH-TOKEN-1']);
		expect(await storedAtFirstSend).toMatchObject({ accessToken: 'ACCESS-TOKEN-2', refreshToken: 'REFRESH-TOKEN-2' });
		expect(Date.parse(String((await store.stored()).expiresAt))).toBeGreaterThan(Date.now() + 24 * HOUR);
	});

	it('that is alive is used as it is', async () => {
		const store = await credentialOf(zalo, LIVING);
		await send(store, 5);
		expect(sentIds()).toEqual(ids(5));
		expect(zalo.callsOf('/oauth/v4/oa/access_token')).toEqual([]);
		expect(store.writes()).toBe(0);
	});

	it.each([['soon', 60_000], ['since a while', -60_000]])('that expires %s is renewed before a message meets a dead one', async (_, life) => {
		const store = await credentialOf(zalo, { ...LIVING, expiresAt: in_(life) });
		await send(store, 5);
		expect(sentIds()).toEqual(ids(5));
		expect(new Set(zalo.callsOf('/business/message/template').map(({ token }) => token))).toEqual(new Set(['ACCESS-TOKEN-2']));
		expect(zalo.spent).toHaveLength(1);
	});

	it('that is still alive is used where it cannot be renewed ahead of time', async () => {
		zalo.behaviour.losesTokens = true;
		// The stand-in takes the old one until the new one is there; Zalo does not say whether it does.
		const store = await credentialOf(zalo, { ...LIVING, refreshToken: 'REFRESH-TOKEN-0', expiresAt: in_(60_000) });
		const { error } = await send(store, 5);
		expect(error).toBeUndefined();
		expect(sentIds()).toEqual(ids(5));
		expect(zalo.callsOf('/oauth/v4/oa/access_token')).toHaveLength(1);
	});

	it('of a short life is not renewed with each message', async () => {
		zalo.behaviour.expiresIn = '60';
		await send(await credentialOf(zalo), 30);
		expect(sentIds()).toEqual(ids(30));
		expect(zalo.spent).toHaveLength(1);
	});

	it.each([['none', { refresh_token: undefined }], ['the old one', {}]])('is good where its renewal brings %s as refresh token, which stays', async (_, change) => {
		zalo.behaviour.onRefresh = async (pair) => await Promise.resolve(void (pair.refreshToken = 'REFRESH-TOKEN-1'));
		zalo.behaviour.tokenAnswer = (answer) => ({ ...answer, ...change });
		const store = await credentialOf(zalo);
		for (const accessToken of ['ACCESS-TOKEN-2', 'ACCESS-TOKEN-3']) {
			expect((await send(store, 3)).error).toBeUndefined();
			expect(await store.stored()).toMatchObject({ accessToken, refreshToken: 'REFRESH-TOKEN-1' });
			zalo.killToken();
		}
		expect(zalo.sent).toHaveLength(6);
	});

	it('that a renewal makes good again, with all as it was, is stored as it should be', async () => {
		zalo.behaviour.expiresIn = '';
		const store = await credentialOf(zalo);
		await send(store);
		const pair = { ...zalo.pair };
		zalo.behaviour.onRefresh = async (renewed) => await Promise.resolve(void Object.assign(renewed, pair));
		zalo.killToken();
		expect((await send(store)).error).toBeUndefined();
		expect(zalo.sent).toHaveLength(2);
	});

	it('that came with the refresh token of another Official Account is not used', async () => {
		const store = await credentialOf(zalo, { ...LIVING, accessToken: 'OTHER-ACCOUNTS-TOKEN', issuedWith: '0123456789abcdef' });
		await send(store);
		expect(zalo.callsOf('/business/message/template').map(({ token }) => token)).toEqual(['ACCESS-TOKEN-2']);
	});
});

describe('a token that dies', () => {
	it('in the middle of 300 messages costs none and doubles none', async () => {
		zalo.behaviour.sendsPerToken = 120;
		const store = await credentialOf(zalo, LIVING);
		const { error, outputs } = await send(store, 300);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(300);
		expect(sentIds()).toEqual(ids(300));
		expect(zalo.spent).toEqual(['REFRESH-TOKEN-1', 'REFRESH-TOKEN-2']);
		expect(await store.stored()).toMatchObject(zalo.pair);
	});

	it('while 20 runs use it is renewed once, however slow that is', async () => {
		zalo.killToken();
		zalo.behaviour.tokenDelay = 300;
		const store = await credentialOf(zalo, LIVING);
		const results = await Promise.all(Array.from({ length: 20 }, async () => await send(store)));
		expect(results.filter(({ error }) => error)).toEqual([]);
		expect(zalo.sent).toHaveLength(20);
		expect(zalo.callsOf('/oauth/v4/oa/access_token')).toHaveLength(1);
		expect(store.writes()).toBe(1);
	});

	it('as soon as it is there is not renewed again and again', async () => {
		zalo.behaviour.refuses = () => ({ error: -124, message: 'Access token invalid' });
		const { error } = await send(await credentialOf(zalo, LIVING), 40);
		expect(error?.message).toContain('The access token of the Official Account is invalid (code -124)');
		expect(error?.description).toContain('Connect this Official Account again');
		expect(zalo.spent).toHaveLength(1);
		expect(zalo.sent).toEqual([]);
	});

	it.each([
		['is taken from the store', 'ACCESS-TOKEN-9', ids(3)],
		['is not taken where it is not stored', 'ACCESS-TOKEN-2', []],
	])('as soon as it is there, because of a newer one: that %s', async (_, accessToken, sent) => {
		const store = await credentialOf(zalo);
		zalo.behaviour.loses = (path) => {
			// The renewal of another process comes behind this one's, and before its first message.
			if (path === '/business/message/quota') {
				zalo.pair.accessToken = 'ACCESS-TOKEN-9';
				void store.store({ accessToken });
			}
			return false;
		};
		await send(store, 3);
		expect(sentIds()).toEqual(sent);
		expect(zalo.spent).toHaveLength(1);
	});

	it('does not let a message whose answer was lost go out again', async () => {
		zalo.behaviour.loses = (path) => path === '/business/message/template';
		zalo.behaviour.sendsPerToken = 1;
		const { error } = await send(await credentialOf(zalo, LIVING));
		expect(error?.message).toContain('It is not known whether the message was sent');
		expect(zalo.sent).toEqual(['item-0']);
	});
});

describe('a refresh token that another process has spent', () => {
	it('is no matter where that one stores its pair', async () => {
		const store = await credentialOf(zalo, { refreshToken: 'REFRESH-TOKEN-0' });
		let refusals = 0;
		zalo.behaviour.onRefused = async () => {
			refusals++;
			// The winner stores it a moment after the loser is refused.
			void pause(50).then(async () => await store.store({ ...zalo.pair, expiresAt: in_(HOUR), issuedWith: '' }));
			await Promise.resolve();
		};
		const { error } = await send(store, 5);
		expect(error).toBeUndefined();
		expect(sentIds()).toEqual(ids(5));
		expect([refusals, zalo.spent]).toEqual([1, []]);
	});

	it('asks for a new connection where nothing is stored, once for the whole run', async () => {
		const store = await credentialOf(zalo, { refreshToken: 'REFRESH-TOKEN-0' });
		const { error, outputs } = await send(store, 40, { onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({
			error: 'Zalo: The refresh token is not accepted (code -14014)',
			message: expect.stringMatching(/^Connect this Official Account again: .* Nothing was sent\.$/) as string,
			details: { class: 'account', retryable: false, fallbackAdvised: false },
		});
		expect(zalo.callsOf('/oauth/v4/oa/access_token')).toHaveLength(1);
		expect(zalo.sent).toEqual([]);
		expect(JSON.stringify(outputs).includes('REFRESH-TOKEN')).toBe(false);
	});
});

describe('a renewal whose answer is lost', () => {
	it('is told as that; nothing is sent, and nothing is asked again', async () => {
		zalo.behaviour.losesTokens = true;
		const { error } = await send(await credentialOf(zalo), 40);
		expect(error?.message).toContain('No answer came from Zalo when the access token was renewed');
		expect(error?.message).not.toContain('not known');
		expect(error?.description).toMatch(/^Nothing was sent\. Run the workflow again: Zalo may not have renewed it\. If it did, the new tokens are lost; then: Connect this Official Account again/);
		expect(zalo.callsOf('/oauth/v4/oa/access_token')).toHaveLength(1);
		expect(zalo.sent).toEqual([]);
	});

	it('because nobody is there costs nothing, and is tried again', async () => {
		const store = await credentialOf(zalo, { baseUrl: 'http://127.0.0.1:9' });
		const { error } = await send(store);
		expect(error?.message).toContain('Zalo could not be reached');
		await store.store({ baseUrl: zalo.url });
		expect((await send(store)).error).toBeUndefined();
		expect(zalo.spent).toHaveLength(1);
	});
});

describe('a refresh token that is an expression', () => {
	it.each(['={{ "REFRESH-TOKEN-1" }}', '={{ $vars.zaloRefreshToken }}', '=REFRESH-{{ "TOKEN-1" }}'])('%s is refused before it is spent', async (refreshToken) => {
		const store = await credentialOf(zalo, { refreshToken });
		const { error } = await send(store);
		expect(error?.message).toContain('The Refresh Token of the credential is an expression');
		expect(zalo.seen).toEqual([]);
		expect(await store.stored()).toMatchObject({ refreshToken });
	});

	it('is refused by the credential type itself, whoever uses it', async () => {
		const store = await credentialOf(zalo, { refreshToken: '={{ "REFRESH-TOKEN-1" }}' });
		const { preAuthentication } = new (await import('../../../credentials/ZaloZnsOfficialAccountApi.credentials')).ZaloZnsOfficialAccountApi();
		const credential = await store.helper.getDecrypted({} as never, { id: '1', name: '' }, 'zaloZnsOfficialAccountApi', 'trigger');
		const httpRequest = jest.fn();
		await expect(preAuthentication.call({ helpers: { httpRequest } }, credential)).rejects.toThrow('The Refresh Token of the credential is an expression');
		expect(httpRequest).not.toHaveBeenCalled();
	});

	it('without anything to work out cannot be told from the token itself before; it is told at once, and nothing is sent', async () => {
		const store = await credentialOf(zalo, { refreshToken: `=${zalo.pair.refreshToken}` });
		const { error } = await send(store, 3);
		expect(error?.message).toContain('n8n did not store the tokens that came with a renewal');
		expect(error?.description).toContain('connect the account again. Nothing was sent.');
		expect(zalo.sent).toEqual([]);
	});

	it('other fields may be expressions', async () => {
		const store = await credentialOf(zalo, { appSecret: '={{ "APP-SECRET" }}' });
		expect((await send(store)).error).toBeUndefined();
		expect(await store.stored()).toMatchObject({ appSecret: '={{ "APP-SECRET" }}', refreshToken: 'REFRESH-TOKEN-2' });
	});
});

it('no token leaves by an answer that repeats it, those of a renewal neither', async () => {
	zalo.killToken();
	zalo.behaviour.refuses = (token) => ({ error: -201, message: `${token} or ${zalo.pair.refreshToken}`, data: { token, secret: 'APP-SECRET' } });
	const { outputs } = await send(await credentialOf(zalo, LIVING), 2, { onError: 'continueRegularOutput' });
	expect(outputs[0]).toHaveLength(2);
	expect(JSON.stringify(outputs[0])).toContain('*** or ***');
	expect(/TOKEN-\d|APP-SECRET/.test(JSON.stringify(outputs))).toBe(false);
});
