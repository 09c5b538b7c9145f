import type { JsonObject } from '../../../sandbox/n8n/types.mjs';
import { sized } from '../../support/sizes.mjs';
import { importItemWorkflow, packageNode, postItems, startStage, until, webhooksReady, type Stage } from '../../support/stage.mjs';
import { customers, endingOf, openAccount, otpNode, type Account } from './account.mjs';

/** Items of one run in which the tokens die. */
const ITEMS = sized(300, 3_000);

/** How long Zalo takes to renew, where that matters. */
const SLOWLY_MS = 2_000;

const CONNECT_AGAIN = /^Connect this Official Account again: .* Nothing was sent\.$/;

let stage: Stage;
const accounts: Account[] = [];

async function open(): Promise<Account> {
	const account = await openAccount(stage);
	accounts.push(account);
	return account;
}

beforeAll(async () => {
	stage = await startStage();
}, 180_000);
afterAll(async () => {
	for (const account of accounts) await account.close();
	await stage?.close();
}, 60_000);

/** @returns how the latest run of a workflow ended */
async function latest({ id }: { id: string }): Promise<ReturnType<typeof endingOf>> {
	return endingOf(await stage.client.waitForWorkflowExecution(id, undefined, 60_000));
}

const phonesOf = (list: Array<{ phone: string }>) => list.map(({ phone }) => phone).sort();

describe('20 runs at once, where renewing takes two seconds', () => {
	const RUNS = 20;
	let account: Account;
	let workflow: { id: string; url: string };

	beforeAll(async () => {
		account = await open();
		workflow = await account.sending('zalo-at-once');
		await webhooksReady();
		account.simulator.configure({ zalo: { tokens: { delayMs: SLOWLY_MS } } });
	}, 60_000);

	async function runAtOnce(): Promise<void> {
		const before = account.sentTo();
		const list = customers(RUNS);
		const answers = await Promise.all(list.map(async (item) => await postItems(workflow.url, [item])));
		expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
		expect(account.sentTo()).toEqual([...before, ...phonesOf(list)].sort());
	}

	it('all send where none has a token yet, and one refresh token is spent once', async () => {
		await runAtOnce();
		expect(account.asked()).toMatchObject({ calls: 1, refreshes: 1, spentAgain: 0 });
	}, 60_000);

	it('all send where Zalo has ended the token that n8n takes for good, and one refresh token is spent once', async () => {
		account.simulator.zalo.expire();
		await runAtOnce();
		const asked = account.asked();
		expect(asked).toMatchObject({ calls: 1, refreshes: 1, spentAgain: 0 });
		// How many of them come before the renewal depends on the machine.
		expect(asked.deadTokenCalls).toBeGreaterThan(1);
	}, 60_000);

	it('the database of n8n holds the new pair, which serves later runs', async () => {
		const { accessToken, refreshToken, expiresAt } = account.simulator.zalo.tokens();
		const stored = await account.stored();
		expect(stored).toMatchObject({ accessToken, refreshToken, appId: account.simulator.settings.zalo.appId });
		expect(Math.abs(Date.parse(String(stored.expiresAt)) - expiresAt)).toBeLessThan(60_000);
		expect((await postItems(workflow.url, customers(1))).status).toBe(200);
		expect(account.asked().calls).toBe(0);
	}, 60_000);

	it('a test of the credential spends nothing, ten times over, whether the token lives or not', async () => {
		const test = async () => await stage.client.testCredential(account.stage.credentials.zaloZnsOfficialAccountApi.id);
		for (let time = 0; time < 10; time++) expect(await test()).toEqual({ status: 'OK', message: 'Connection successful!' });
		account.simulator.zalo.expire();
		for (let time = 0; time < 10; time++) expect(await test()).toEqual({ status: 'OK', message: expect.stringContaining('An access token is fetched with the first call') as string });
		expect(account.asked().calls).toBe(0);
		await runAtOnce();
	}, 60_000);
});

describe(`tokens that die in the middle of a run of ${ITEMS} items`, () => {
	let account: Account;
	let workflow: { id: string; url: string };

	beforeAll(async () => {
		account = await open();
		workflow = await account.sending('zalo-middle', otpNode({ options: { requestsPerSecond: ITEMS / 3 } }));
		await webhooksReady();
		await postItems(workflow.url, customers(1));
		account.asked();
	}, 60_000);

	/** Sends to all of a list, and does something when a part of it is sent. */
	async function sendMeanwhile(happens: Array<() => unknown>): Promise<void> {
		const before = account.sentTo();
		const list = customers(ITEMS);
		const ended = postItems(workflow.url, list);
		for (const [index, happen] of happens.entries()) {
			const due = before.length + (ITEMS * (index + 1)) / (happens.length + 1);
			await until(`${due} messages are sent`, () => account.simulator.messages().length >= due, 60_000, 5);
			await happen();
		}
		const { status, body } = await ended;
		expect([status, (body as JsonObject[]).filter((receipt) => receipt.status === 'accepted').length]).toEqual([200, ITEMS]);
		expect(account.sentTo()).toEqual([...before, ...phonesOf(list)].sort());
	}

	it('cost no message and double none, twice in one run', async () => {
		const expire = () => account.simulator.zalo.expire();
		await sendMeanwhile([expire, expire]);
		expect(account.asked()).toMatchObject({ refreshes: 2, spentAgain: 0 });
	}, 120_000);

	it('cost none where Keep Alive takes the refresh token, and with it the access token, away from it', async () => {
		const keepAlive = await importItemWorkflow(account.stage, 'zalo-alive', packageNode('Alive', 'zaloOfficialAccount', { resource: 'accessToken', operation: 'keepAlive', renewBelow: 1_000 }));
		await webhooksReady();
		await sendMeanwhile([
			async () => {
				account.simulator.configure({ zalo: { tokens: { delayMs: SLOWLY_MS / 4 } } });
				expect(await postItems(keepAlive.url, [{}, {}, {}])).toMatchObject({ status: 200, body: Array.from({ length: 3 }, () => ({ renewed: true, hoursLeft: 25 })) });
			},
		]);
		const { refreshes, spentAgain, deadTokenCalls } = account.asked();
		expect({ refreshes, spentAgain }).toEqual({ refreshes: 1, spentAgain: 0 });
		expect(deadTokenCalls).toBeGreaterThan(0);
	}, 120_000);
});

describe('a renewal of which nobody hears', () => {
	/** Zalo renews, and its answer is lost. */
	let lost: { account: Account; workflow: { id: string; url: string } };
	/** n8n is killed when Zalo has renewed and has not answered yet. */
	let killed: typeof lost;
	/** n8n is killed when Zalo has been asked and has not renewed. */
	let early: typeof lost;
	/** n8n is killed when some messages of a run have gone out and the token of the others is being renewed. */
	let middle: typeof lost & { sent: string[] };

	async function prepare(path: string, node = otpNode()): Promise<typeof lost> {
		const account = await open();
		return { account, workflow: await account.sending(path, node) };
	}
	const runOf = async ({ workflow }: typeof lost, count = 3) => await postItems(workflow.url, customers(count));

	beforeAll(async () => {
		lost = await prepare('zalo-lost');
		killed = await prepare('zalo-killed');
		early = await prepare('zalo-early');
		middle = { ...(await prepare('zalo-killed-middle', otpNode({ options: { requestsPerSecond: 50 } }))), sent: [] };
		await webhooksReady();
	}, 60_000);

	it('because its answer is lost: the run says so and sends nothing', async () => {
		lost.account.simulator.configure({ zalo: { tokens: { answer: 'lost' } } });
		await runOf(lost);
		expect(await latest(lost.workflow)).toEqual({
			status: 'error',
			sent: 0,
			error: expect.stringContaining('No answer came from Zalo when the access token was renewed') as string,
			advice: expect.stringMatching(/^Nothing was sent\. Run the workflow again: Zalo may not have renewed it\. If it did, the new tokens are lost; then: Connect this Official Account again/) as string,
		});
		expect(lost.account.asked()).toMatchObject({ calls: 1, refreshes: 1, lost: 1 });
		lost.account.simulator.configure({ zalo: { tokens: { answer: 'told' } } });
	}, 60_000);

	it('because n8n is killed: the runs are shown as crashed, and what is stored is the pair before', async () => {
		await runOf(middle, 1);
		const { refreshToken } = middle.account.simulator.zalo.tokens();
		for (const { account } of [killed, middle]) account.simulator.configure({ zalo: { tokens: { delayMs: 60_000 } } });
		early.account.simulator.configure({ zalo: { faults: [{ call: '/oauth/v4/oa/access_token', delayMs: 60_000, answer: 'closeBefore', times: 1 }] } });
		const runs = [runOf(killed), runOf(early), runOf(middle, 100)].map(async (run) => await run.catch((error: unknown) => error));
		await until('a part of the messages is sent', () => middle.account.sentTo().length >= 40, 60_000, 5);
		middle.account.simulator.zalo.expire();
		const isAsked = ({ account }: typeof lost, times: number) => account.simulator.zalo.counters().calls >= times;
		await until('Zalo has renewed or is asked to', () => isAsked(killed, 1) && isAsked(middle, 2));
		middle.sent = middle.account.sentTo();
		await stage.crashAndRestart();
		await Promise.all(runs);
		for (const { account } of [killed, middle]) account.simulator.configure({ zalo: { tokens: { delayMs: 0 } } });

		for (const { workflow } of [killed, early, middle]) expect((await stage.client.listExecutions(workflow.id))[0]?.status).toBe('crashed');
		expect([...killed.account.sentTo(), ...early.account.sentTo()]).toEqual([]);
		expect(middle.account.sentTo()).toEqual(middle.sent);
		expect(await middle.account.stored()).toMatchObject({ refreshToken });
		expect(middle.account.simulator.zalo.tokens().refreshToken).not.toBe(refreshToken);
	}, 240_000);

	it('costs nothing where Zalo had not renewed yet: the next run goes on as if nothing was', async () => {
		expect((await runOf(early)).status).toBe(200);
		expect(early.account.sentTo()).toHaveLength(3);
	}, 60_000);

	it('asks for a new connection where it had, and sends nothing; Retry does not either', async () => {
		const cutOff = [lost, killed, middle];
		const [crashed] = await stage.client.listExecutions(middle.workflow.id);
		// Each waits for another process that might have been given the new pair.
		await Promise.all([...cutOff.map(async (one) => await runOf(one)), stage.client.retryExecution(crashed?.id ?? '')]);
		for (const { account, workflow } of cutOff) {
			expect(await latest(workflow)).toEqual({ status: 'error', sent: 0, error: expect.stringContaining('The refresh token is not accepted (code -14014)') as string, advice: expect.stringMatching(CONNECT_AGAIN) as string });
			expect(account.asked().spentAgain).toBeGreaterThan(0);
		}
		expect([...lost.account.sentTo(), ...killed.account.sentTo()]).toEqual([]);
		expect(middle.account.sentTo()).toEqual(middle.sent);
	}, 120_000);

	it('is over with a new refresh token in the credential', async () => {
		for (const { account, workflow } of [lost, killed]) {
			const { id, name, type } = account.stage.credentials.zaloZnsOfficialAccountApi;
			const { data } = await stage.client.session.send<{ data: JsonObject }>('GET', `/credentials/${id}?includeData=true`);
			await stage.client.session.send('PATCH', `/credentials/${id}`, { name, type, data: { ...data, refreshToken: account.simulator.zalo.handOut().refreshToken } });
			const list = customers(3);
			expect((await postItems(workflow.url, list)).status).toBe(200);
			expect(account.sentTo()).toEqual(phonesOf(list));
		}
	}, 60_000);
});
