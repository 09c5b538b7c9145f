import { CredentialTestContext, LoadOptionsContext } from 'n8n-core';
import { Workflow, type ICredentialDataDecryptedObject, type ILoadOptionsFunctions } from 'n8n-workflow';
import { ProviderError } from '../../../nodes/providers/providerError';
import { zalo as provider } from '../../../nodes/providers/zalo';
import { getQuota } from '../../../nodes/providers/zalo/quota';
import { clientOf } from '../../../nodes/shared/run/connect';
import { keepAlive } from '../../../nodes/shared/run/keepAlive';
import { testZalo } from '../../../nodes/shared/zalo/credential';
import { additionalData, nodeOf, nodeTypesWith, type EngineRun } from '../../support/engine.mjs';
import type { CredentialStore } from '../../support/n8nCredentials.mjs';
import { quickWaits } from '../../support/quickWaits.mjs';
import { startZalo, type ZaloStandIn } from '../../support/zaloStandIn.mjs';
import { credentialOf, filledIn, send } from './sender.mjs';

let zalo: ZaloStandIn;

beforeEach(async () => void (zalo = await startZalo()));
afterEach(async () => await zalo.close());
quickWaits();

const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();
const RENEWALS = '/oauth/v4/oa/access_token';

/** Where the lists of the editor are filled: there is no run, and the credential is read as for one. */
function listContext(store: CredentialStore): ILoadOptionsFunctions {
	const node = nodeOf({ type: 'sender' as EngineRun['type'], parameters: {}, items: [], credentials: { zaloZnsOfficialAccountApi: {} } });
	const workflow = new Workflow({ id: 'workflow-1', nodes: [node], connections: {}, active: false, nodeTypes: nodeTypesWith([]) });
	return new LoadOptionsContext(workflow, node, additionalData({}, undefined, undefined, store.helper), '');
}

describe('a list of the editor', () => {
	it('has a dead token renewed and stored, and is filled', async () => {
		zalo.killToken();
		const store = await credentialOf(zalo, { accessToken: 'ACCESS-TOKEN-1', expiresAt: IN_AN_HOUR });
		expect(await getQuota(await clientOf(listContext(store), provider))).toMatchObject({ raw: {} });
		expect(zalo.spent).toEqual(['REFRESH-TOKEN-1']);
		expect(await store.stored()).toMatchObject(zalo.pair);
	});

	it('beside a run spends no second refresh token', async () => {
		zalo.behaviour.tokenDelay = 200;
		const store = await credentialOf(zalo);
		const [, result] = await Promise.all([getQuota(await clientOf(listContext(store), provider)), send(store, 3)]);
		expect(result.error).toBeUndefined();
		expect(zalo.callsOf(RENEWALS)).toHaveLength(1);
	});
});

/** More than the token of these tests has left. */
const ENOUGH_MS = 14 * 3_600_000;

describe('keeping alive', () => {
	it('renews a token that would not live for long enough', async () => {
		const store = await credentialOf(zalo, { accessToken: 'ACCESS-TOKEN-1', expiresAt: IN_AN_HOUR });
		const { expiresAt } = await keepAlive(listContext(store), provider, ENOUGH_MS);
		expect(Date.parse(expiresAt ?? '')).toBeGreaterThan(Date.parse(IN_AN_HOUR));
		expect(await store.stored()).toMatchObject({ ...zalo.pair, expiresAt });
		expect(zalo.spent).toHaveLength(1);
	});

	it('says where it does not succeed, although the token is alive', async () => {
		const store = await credentialOf(zalo, { accessToken: 'ACCESS-TOKEN-1', expiresAt: IN_AN_HOUR, refreshToken: 'REFRESH-TOKEN-0' });
		await expect(keepAlive(listContext(store), provider, ENOUGH_MS)).rejects.toBeInstanceOf(ProviderError);
	});
});

describe('the test of the credential', () => {
	const test = async (change: ICredentialDataDecryptedObject = {}) =>
		await testZalo.call(new CredentialTestContext(additionalData({})), { id: '1', name: '', type: 'zaloZnsOfficialAccountApi', data: { ...filledIn(zalo), ...change } as ICredentialDataDecryptedObject });
	const COMPLETE = { status: 'OK', message: expect.stringContaining('The settings look complete') as string };

	it.each<[string, ICredentialDataDecryptedObject, object]>([
		['there is no access token yet', {}, COMPLETE],
		['it has expired', { accessToken: 'ACCESS-TOKEN-1', expiresAt: new Date(0).toISOString() }, COMPLETE],
		['Zalo calls it dead', { accessToken: 'ACCESS-TOKEN-0' }, COMPLETE],
		['it is alive', { accessToken: 'ACCESS-TOKEN-1', expiresAt: IN_AN_HOUR }, { status: 'OK', message: 'Connection successful!' }],
		['a setting is wrong', { appSecret: '' }, { status: 'Error', message: expect.stringContaining('App Secret') as string }],
		['the refresh token is an expression', { refreshToken: '{{ $vars.token }}' }, { status: 'Error', message: expect.stringContaining('is an expression') as string }],
	])('spends no refresh token where %s', async (_, change, result) => {
		for (let time = 0; time < 10; time++) expect(await test(change)).toEqual(result);
		expect(zalo.callsOf(RENEWALS)).toEqual([]);
	});
});

it('too many calls in a minute slow the run, and lose nothing', async () => {
	let refusals = 2;
	zalo.behaviour.refuses = () => (refusals-- > 0 ? { error: -32, message: 'Your application reached limit call api per minute' } : undefined);
	const { error } = await send(await credentialOf(zalo, { accessToken: 'ACCESS-TOKEN-1', expiresAt: IN_AN_HOUR }), 5);
	expect(error).toBeUndefined();
	expect([...zalo.sent].sort()).toEqual(['item-0', 'item-1', 'item-2', 'item-3', 'item-4']);
});
