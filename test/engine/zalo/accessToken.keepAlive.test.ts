import { ZaloZnsOfficialAccountApi } from '../../../credentials/ZaloZnsOfficialAccountApi.credentials';
import type { EngineResult, EngineRun } from '../../support/engine.mjs';
import { storeWith, type CredentialStore } from '../../support/n8nCredentials.mjs';
import { quickWaits } from '../../support/quickWaits.mjs';
import { startZalo } from '../../support/zaloStandIn.mjs';
import { showsSecrets, useAccount } from './account.mjs';

const account = useAccount('accessToken', 'keepAlive');
quickWaits();

const HOUR = 3_600_000;
const in_ = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

let stores = 0;

/** A credential of its own in n8n's own helper, whose access token lives for so many hours. */
async function storeOf(hoursLeft: number, change: object = {}): Promise<CredentialStore> {
	const credential = account.credentials({ expiresAt: in_(hoursLeft), ...change }).zaloZnsOfficialAccountApi ?? {};
	return await storeWith(new ZaloZnsOfficialAccountApi(), credential, `keep-alive-${++stores}`);
}

const runWith = async ({ helper }: CredentialStore, parameters: EngineRun['parameters'] = {}, items: EngineRun['items'] = [{}], more: Partial<EngineRun> = {}): Promise<EngineResult> =>
	await account.run(parameters, items, { credentials: { zaloZnsOfficialAccountApi: {} }, credentialsHelper: helper, ...more });

it('renews tokens that are older than about 12 hours, and tells how long the new one lives', async () => {
	const store = await storeOf(13);
	const result = await runWith(store);
	expect(result.error).toBeUndefined();
	expect(result.outputs[0]).toEqual([{ json: { renewed: true, expiresAt: expect.stringMatching(/^\d{4}-.*Z$/), hoursLeft: 25 }, pairedItem: { item: 0 } }]);
	const { accessToken, refreshToken } = account.simulator.zalo.tokens();
	expect(await store.stored()).toMatchObject({ accessToken, refreshToken, expiresAt: result.outputs[0]?.[0]?.json.expiresAt });
	expect(account.simulator.zalo.counters()).toMatchObject({ refreshes: 1, spentAgain: 0 });
	expect(showsSecrets(result, account)).toBe(false);
});

it('asks nothing of Zalo where the token is younger, and tells how long it lives', async () => {
	const store = await storeOf(20);
	const { outputs } = await runWith(store);
	expect(outputs[0]?.[0]?.json).toEqual({ renewed: false, expiresAt: (await store.stored()).expiresAt, hoursLeft: 20 });
	expect(account.simulator.requests()).toEqual([]);
	expect(store.writes()).toBe(0);
});

it.each([
	['that is there none yet', { accessToken: '', expiresAt: '' }],
	['that does not say when it ends', { expiresAt: '' }],
	['that came with the refresh token of another Official Account', { issuedWith: '0123456789abcdef' }],
	['that has ended', { expiresAt: in_(-1) }],
])('renews one %s', async (_, change) => {
	const { outputs } = await runWith(await storeOf(20, change));
	expect(outputs[0]?.[0]?.json).toMatchObject({ renewed: true, hoursLeft: 25 });
	expect(account.simulator.zalo.counters().refreshes).toBe(1);
});

it('twice a day for a week spends one refresh token each time, and another run between spends none', async () => {
	const store = await storeOf(13);
	for (let run = 1; run <= 14; run++) {
		await runWith(store);
		await runWith(store);
		expect(account.simulator.zalo.counters()).toMatchObject({ refreshes: run, spentAgain: 0 });
		await store.store({ expiresAt: in_(13) });
	}
});

it('renews once, however many items ask for it', async () => {
	const { outputs } = await runWith(await storeOf(1), {}, [{}, {}, {}]);
	expect(outputs[0]?.map(({ json, pairedItem }) => [json.renewed, pairedItem])).toEqual([[true, { item: 0 }], [true, { item: 1 }], [true, { item: 2 }]]);
	expect(account.simulator.zalo.counters().refreshes).toBe(1);
});

it('runs at the same time renew once', async () => {
	account.simulator.configure({ zalo: { tokens: { delayMs: 100 } } });
	const store = await storeOf(1);
	const results = await Promise.all(Array.from({ length: 5 }, async () => await runWith(store)));
	expect(results.map(({ error }) => error)).toEqual([undefined, undefined, undefined, undefined, undefined]);
	expect(account.simulator.zalo.counters()).toMatchObject({ refreshes: 1, spentAgain: 0 });
});

it('renews later or sooner where that is wanted', async () => {
	expect((await runWith(await storeOf(13), { renewBelow: 12 })).outputs[0]?.[0]?.json.renewed).toBe(false);
	expect((await runWith(await storeOf(20), { renewBelow: '={{ 21 }}' })).outputs[0]?.[0]?.json.renewed).toBe(true);
});

it.each([
	['no number', '={{ "often" }}', 'Renew Below (Hours) is "often", where a number from 0 to 1000 is meant'],
	['another one for each item', '={{ $json.hours }}', 'Renew Below (Hours) is not the same for all items'],
])('refuses %s', async (_, renewBelow, message) => {
	const store = await storeOf(1);
	expect((await runWith(store, { renewBelow }, [{ hours: 1 }, { hours: 2 }])).error?.message).toBe(message);
	const { outputs } = await runWith(store, { renewBelow }, [{ hours: 1 }, { hours: 2 }], { onError: 'continueErrorOutput' });
	expect(outputs[1]?.map(({ json }) => json.error)).toEqual([message, message]);
	expect(account.simulator.requests()).toEqual([]);
});

it('says how to connect again where the refresh token is spent, and shows no token', async () => {
	account.simulator.zalo.revoke();
	const store = await storeOf(1);
	const result = await runWith(store);
	expect(result.error?.message).toContain('-14014');
	expect(result.error?.description).toContain('Connect this Official Account again');
	expect(showsSecrets(result, account)).toBe(false);
	const { outputs } = await runWith(await storeOf(1), {}, [{}, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toEqual([]);
	expect(outputs[1]).toMatchObject([{ json: { details: { code: '-14014', class: 'account' } } }, { json: { details: { code: '-14014' } } }]);
	expect(JSON.stringify(outputs)).not.toContain('TOKEN');
});

it('says so where the answer to the renewal was lost', async () => {
	account.simulator.configure({ zalo: { tokens: { answer: 'lost' } } });
	const { error } = await runWith(await storeOf(1));
	expect(error?.message).toMatch(/^No answer came from Zalo when the access token was renewed/);
	expect(error?.description).toContain('Nothing was sent');
});

it('tells nothing of the life of a token of which Zalo says nothing', async () => {
	const silent = await startZalo();
	silent.behaviour.expiresIn = 'a while';
	const { outputs } = await runWith(await storeOf(1, { appSecret: 'APP-SECRET', refreshToken: 'REFRESH-TOKEN-1', baseUrl: silent.url }));
	await silent.close();
	expect(outputs[0]?.[0]?.json).toEqual({ renewed: true, expiresAt: null, hoursLeft: null });
});
