import { itemOf, ranIn, type Examples } from '../examples.mjs';

const FILE = 'zalo-keep-alive.json';
const HALF_A_DAY_S = 13 * 3600;

/** The tokens of a quiet Official Account, renewed twice a day. */
export function keepAlive(get: () => Examples): void {
	const zalo = () => get().stage.simulator.zalo;

	/** Imports the example with a credential of its own, as a user fills it in: no other run has spent its refresh token. */
	async function connected(): Promise<string> {
		const { client, simulator } = get().stage;
		const { appId, appSecret } = simulator.settings.zalo;
		const credential = await client.createCredential('Zalo account, quiet', 'zaloZnsOfficialAccountApi', { appId, appSecret, refreshToken: zalo().tokens().refreshToken, baseUrl: simulator.zaloUrl });
		return await get().import(FILE, {}, { zaloZnsOfficialAccountApi: credential });
	}

	const runOnce = async (id: string) => (await get().runsOf(id, async () => await get().stage.client.runWorkflow(id, 'Every 12 hours')))[0];

	it('every run half a day later spends one refresh token, which n8n has stored by the next one', async () => {
		get().stage.simulator.configure({ zalo: { tokens: { lifetimeS: HALF_A_DAY_S } } });
		const id = await connected();
		for (let run = 1; run <= 3; run++) {
			const execution = await runOnce(id);
			expect(execution?.status).toBe('success');
			expect(execution && ranIn(execution)).toEqual(['Every 12 hours', 'Keep Alive']);
			expect(execution && itemOf(execution, 'Keep Alive')).toEqual({ renewed: true, expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) as string, hoursLeft: 13 });
			expect(zalo().counters()).toMatchObject({ refreshes: run, spentAgain: 0 });
		}
	}, 120_000);

	it('a run in between renews nothing, and no run shows a token', async () => {
		const id = await connected();
		const runs = [await runOnce(id), await runOnce(id)];
		expect(runs.map((run) => run && itemOf(run, 'Keep Alive'))).toMatchObject([{ renewed: true, hoursLeft: 25 }, { renewed: false, hoursLeft: 25 }]);
		expect(zalo().counters().refreshes).toBe(1);
		const { accessToken, refreshToken } = zalo().tokens();
		for (const token of [accessToken, refreshToken, get().stage.simulator.settings.zalo.appSecret]) expect(JSON.stringify(runs)).not.toContain(token);
	}, 90_000);

	it('an Official Account that has taken its consent back turns the run red, with what to do', async () => {
		const id = await connected();
		zalo().revoke();
		const run = await runOnce(id);
		expect(run).toMatchObject({ status: 'error', data: { resultData: { lastNodeExecuted: 'Keep Alive' } } });
		expect(JSON.stringify(run)).toContain('Connect this Official Account again');
	}, 60_000);
}
