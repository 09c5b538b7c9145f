import { quickWaits } from '../../support/quickWaits.mjs';
import { startZalo, type ZaloStandIn } from '../../support/zaloStandIn.mjs';
import { credentialOf, send } from './sender.mjs';

let zalo: ZaloStandIn;

beforeEach(async () => void (zalo = await startZalo()));
afterEach(async () => await zalo.close());
quickWaits();

const LIVING = { accessToken: 'ACCESS-TOKEN-1', expiresAt: new Date(Date.now() + 20 * 3_600_000).toISOString() };
const ids = (count: number) => Array.from({ length: count }, (_, n) => `item-${n}`).sort();
const sentIds = () => [...zalo.sent].sort();

describe('a database of n8n', () => {
	it.each([['', 'it did not say why'], ['the pool is used up', 'the pool is used up']])('that cannot be read when a token dies in the middle of a run leaves no message uncertain (%s)', async (words, told) => {
		const store = await credentialOf(zalo, LIVING);
		zalo.behaviour.refuses = () => {
			store.faults.reads = Object.assign(new Error(words), words === '' && { code: 'ECONNRESET' });
			return { error: -124, message: 'Access token invalid' };
		};
		const { outputs } = await send(store, 3, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json).toMatchObject({ error: `Zalo: n8n could not read the credential to renew the access token: ${told}`, message: expect.stringContaining('Nothing was sent.') as string, details: { class: 'retry', retryable: true } });
		expect(JSON.stringify(outputs)).not.toContain('not known');
		expect(zalo.sent).toEqual([]);
		expect(zalo.spent).toEqual([]);
	});

	it('that can be read again a moment later costs no message', async () => {
		const store = await credentialOf(zalo, LIVING);
		let refusals = 0;
		zalo.behaviour.refuses = (token) => {
			if (token !== LIVING.accessToken) return undefined;
			// The database fails once; as soon as that is met it is well again.
			if (++refusals === 1) store.faults.reads = new Error('the pool is used up');
			return { error: -124, message: 'Access token invalid' };
		};
		const { getDecrypted } = store.helper;
		store.helper.getDecrypted = async (...terms) =>
			await getDecrypted.apply(store.helper, terms).finally(() => {
				delete store.faults.reads;
			});
		expect((await send(store, 3)).error).toBeUndefined();
		expect(sentIds()).toEqual(ids(3));
		expect(zalo.spent).toHaveLength(1);
	});

	it('that cannot be read for a moment after it stored the new pair costs nothing', async () => {
		const store = await credentialOf(zalo);
		const { updateCredentials } = store.helper;
		store.helper.updateCredentials = async (...terms) => {
			await updateCredentials.apply(store.helper, terms);
			store.faults.reads = new Error('the pool is used up');
		};
		expect((await send(store, 3)).error).toBeUndefined();
		expect(sentIds()).toEqual(ids(3));
	});

	it('that does not keep the new pair is told at once, before the account is cut off', async () => {
		const store = await credentialOf(zalo);
		store.faults.losesWrites = true;
		const { error } = await send(store, 3);
		expect(error?.message).toBe('Zalo: n8n did not store the tokens that came with a renewal');
		expect(error?.description).toContain('connect the account again. Nothing was sent.');
		expect(zalo.sent).toEqual([]);
	});
});
