import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { startAnswering } from '../support/answering.mjs';
import { runNode, type EngineRun } from '../support/engine.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

function run(items: EngineRun['items'], parameters: EngineRun['parameters'] = {}, more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'sendZns',
		parameters: {
			provider: 'caresoft',
			scenarioId: '366',
			phone: '={{ $json.phone }}',
			scenarioParameters: { parameter: [{ name: 'requester', value: 'Nguyễn Hải Hà' }, { name: 'masoDatve', value: '098733' }] },
			...parameters,
		},
		items,
		credentials: { zaloZnsCaresoftApi: credential() },
		...more,
	});
}

const credential = () => ({
	domain: 'simshop',
	apiToken: 'SIMULATOR-API-TOKEN',
	host: 'custom',
	customHost: simulator.caresoftUrl,
	webhookSecret: 'SIMULATOR-WEBHOOK-SECRET',
});

const phones = (count: number) => Array.from({ length: count }, (_, index) => ({ phone: `09${10_000_000 + index}` }));

it('opens a ticket and returns its ID in the receipt', async () => {
	const { outputs, error } = await run([{ phone: '0901888484' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: {
				provider: 'caresoft',
				channel: 'zns',
				messageId: null,
				requestId: null,
				recipient: { phone: '0901888484' },
				status: 'accepted',
				acceptedAt: expect.any(String),
				ticketId: expect.stringMatching(/^\d+$/),
			},
			pairedItem: { item: 0 },
		},
	]);
});

it('reads the other dialect of the answer too', async () => {
	simulator.configure({ caresoft: { znsDialect: 'live' } });
	const { outputs } = await run([{ phone: '0901888484' }]);
	expect(outputs[0]?.[0]?.json.ticketId).toMatch(/^\d+$/);
});

const byFields = (name: string, value: string) => ({ scenarioParameters: { parameter: [{ name, value }] } });
const byJson = (name: string, expression: string) => ({ specifyScenarioParameters: 'json', scenarioParametersJson: `={{ { ${JSON.stringify(name)}: ${expression} } }}` });

describe.each([['fields', (name: string, expression: string) => byFields(name, `={{ ${expression} }}`)], ['JSON', byJson]])('a value given by %s is read as the template of a ZNS takes it', (_what, by) => {
	it.each([
		["new Date('2026-12-31T01:30:00Z')", '08:30 31/12/2026'],
		["new Date('2026-12-31T00:00:00Z')", '31/12/2026'],
		['150000 * 1.1', '165000'],
	])('%s as %s', async (expression, text) => {
		const { outputs } = await run([{ phone: '0901888484' }], { ...by('masoDatve', expression), previewOnly: true });
		expect(outputs[0]).toMatchObject([{ json: { request: { body: { zns: { params: { masoDatve: text } } } } } }]);
	});

	it('a day of a spreadsheet is pointed out', async () => {
		const { error } = await run([{ phone: '0901888484' }], by('ngay_giao', '46205'));
		expect(error?.message).toMatch(/^Scenario Parameters.* is 46205, which looks like a date of a spreadsheet \(02\/07\/2026\)/);
		expect(simulator.messages()).toEqual([]);
	});

	it('a name is taken without what nobody sees at its ends', async () => {
		const { outputs } = await run([{ phone: '0901888484' }], { ...by('masoDatve\u200B', '"DH1"'), previewOnly: true });
		expect(outputs[0]).toMatchObject([{ json: { request: { body: { zns: { params: { masoDatve: 'DH1' } } } } } }]);
	});
});

it('posts into a ticket where one is given', async () => {
	const { outputs } = await run([{ phone: '0901888484' }], { ticketId: '297005' });
	expect(outputs[0]?.[0]?.json.ticketId).toBe('297005');
});

it.each([
	['an empty scenario ID', { scenarioId: '={{ $json.none }}' }, /Scenario ID is empty/],
	['a scenario ID that is no number', { scenarioId: 'abc' }, /Scenario ID "abc" is not an ID/],
	['a parameter without a name', { scenarioParameters: { parameter: [{ name: '', value: 'x' }] } }, /a parameter has no name/],
	['a parameter given twice', { scenarioParameters: { parameter: [{ name: 'a', value: 'x' }, { name: 'a', value: 'y' }] } }, /"a" is given twice/],
	['JSON that is none', { specifyScenarioParameters: 'json', scenarioParametersJson: '[1]' }, /Scenario Parameters \(JSON\) is a list, where an object is meant/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([{ phone: '0901888484' }], parameters);
	expect(error?.message).toMatch(message);
	expect(simulator.messages()).toEqual([]);
});

it('sends 200 items at the documented limit without a refusal, each with its receipt', async () => {
	const { outputs, error } = await run(phones(200));
	expect(error).toBeUndefined();
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(Array.from({ length: 200 }, (_, item) => ({ item })));
	expect(new Set(outputs[0]?.map(({ json }) => json.ticketId)).size).toBe(200);
	expect(simulator.requests().filter(({ status }) => status !== 200)).toEqual([]);
	expect(simulator.messages()).toHaveLength(200);
});

it('over the limit the run slows down, and all go out without the account being locked', async () => {
	simulator.configure({ caresoft: { limits: { perSecond: 3 } } });
	const { outputs, error } = await run(phones(8), { options: { requestsPerSecond: 40 } });
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(8);
	expect(simulator.messages()).toHaveLength(8);
	expect(simulator.requests().filter(({ status }) => status === 429).length).toBeLessThanOrEqual(15);
});

it.each([
	['a wrong token', { apiToken: 'wrong' }, /API token of CareSoft is wrong/],
	['a wrong domain', { domain: 'other' }, /does not know this domain|has locked this account/],
])('%s stops the run', async (_, wrong, message) => {
	const { error } = await run(phones(30), {}, { credentials: { zaloZnsCaresoftApi: { ...credential(), ...wrong } } });
	expect(error?.message).toMatch(message);
	expect(simulator.messages()).toEqual([]);
	expect(simulator.requests().length).toBeLessThanOrEqual(10);
});

it('never repeats a request whose answer was lost', async () => {
	const { error } = await run([{ phone: '0903001002' }]);
	expect(error?.message).toMatch(/^It is not known whether the message was sent/);
	expect(error?.description).toContain('Look into the tickets');
	expect(simulator.messages()).toHaveLength(1);
});

it('an HTTP 500 that says errors leaves it open, as CareSoft may have taken the message', async () => {
	const server = await startAnswering('{"code":"errors","message":"Database error"}', 500);
	const { error } = await run([{ phone: '0901888484' }], {}, { credentials: { zaloZnsCaresoftApi: { ...credential(), customHost: server.url } } });
	await server.close();
	expect(error?.message).toBe('It is not known whether the message was sent: CareSoft answered with HTTP status 500: Database error (code 500)');
});

it('says that a scenario is not one of this account', async () => {
	const { error } = await run([{ phone: '0901888484' }], { scenarioId: '200607' });
	expect(error?.message).toBe('CareSoft: Scenario 200607 is not a ZNS scenario of this account (code 400)');
	expect(error?.description).toBe('Nothing was sent. Correct the ID.');
});

it('Retry On Fail is refused before the first request', async () => {
	const { error } = await run(phones(2), {}, { retryOnFail: true });
	expect(error?.message).toMatch(/^Retry On Fail is on/);
	expect(simulator.requests()).toEqual([]);
});

it('tells wrong settings of the credential before the first request, and takes what was copied with more', async () => {
	const empty = await run([{ phone: '0901888484' }], {}, { credentials: { zaloZnsCaresoftApi: { ...credential(), customHost: '' } } });
	expect(empty.error?.message).toContain('The Custom Host URL of the credential is empty');
	const copied = { domain: 'https://caresoft.vn/simshop', apiToken: 'SIMULATOR-API-TOKEN\u200B', customHost: `${simulator.caresoftUrl}/simshop/api/v1/agents` };
	const { outputs } = await run([{ phone: '0901888484' }], {}, { credentials: { zaloZnsCaresoftApi: { ...credential(), ...copied } } });
	expect(outputs[0]).toMatchObject([{ json: { status: 'accepted' } }]);
});

describe('in a retry of an execution', () => {
	it('sends nothing, because the first run may have sent', async () => {
		const { error } = await run(phones(3), {}, { mode: 'retry' });
		expect(error?.message).toMatch(/^It is not known whether the message was sent: the first run may have sent it/);
		expect(error?.description).toMatch(/'Send on Retry'\. Nothing was sent\.$/);
		expect(simulator.messages()).toEqual([]);
	});

	it('names every item as uncertain with Continue On Fail', async () => {
		const { outputs } = await run(phones(3), {}, { mode: 'retry', onError: 'continueErrorOutput' });
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.map(({ json }) => [json.phone, (json.details as { class: string }).class])).toEqual(phones(3).map(({ phone }) => [phone, 'uncertain']));
		expect(simulator.messages()).toEqual([]);
	});

	it('sends where the user wants that', async () => {
		const { error } = await run(phones(3), { options: { sendOnRetry: true } }, { mode: 'retry' });
		expect(error).toBeUndefined();
		expect(simulator.messages()).toHaveLength(3);
	});
});

it('says what CareSoft says where it refuses', async () => {
	const { error } = await run([{ phone: '0901001103' }]);
	expect(error?.message).toMatch(/CareSoft refused the request/);
});

it('keeps the token out of everything a run leaves behind', async () => {
	for (const phone of ['0901888484', '0903000500', '0903001001']) {
		const { run: record, error } = await run([{ phone }], { options: { simplify: false } });
		expect(JSON.stringify(record) + JSON.stringify(error, Object.getOwnPropertyNames(error ?? {}))).not.toMatch(/SIMULATOR-API-TOKEN|WEBHOOK-SECRET/);
	}
});

const hintsOf = ({ data }: Awaited<ReturnType<typeof run>>['run']) => (data.resultData.runData['Send ZNS']?.[0]?.hints ?? []).map(({ message }) => message);

it.each([['no row', { scenarioParameters: {} }], ['a list without a row', { scenarioParameters: { parameter: [] } }]])('says once where CareSoft fills in the parameters because there is %s', async (_what, parameters) => {
	const { outputs, run: record } = await run(phones(2), parameters);
	expect(outputs[0]?.map(({ json }) => json.status)).toEqual(['accepted', 'accepted']);
	expect(hintsOf(record)).toEqual([expect.stringMatching(/^'Scenario Parameters' has no row, so CareSoft fills in the parameters by itself/)]);
});

it('says so where an object holds no parameter, and sends none', async () => {
	const parameters = { specifyScenarioParameters: 'json', scenarioParametersJson: '{}' };
	expect(hintsOf((await run(phones(1), parameters)).run)).toEqual([expect.stringMatching(/^'Scenario Parameters \(JSON\)' has no member, so CareSoft fills in the parameters by itself/)]);
	const { outputs } = await run(phones(1), { ...parameters, previewOnly: true });
	expect(JSON.stringify(outputs[0]?.[0]?.json.request)).not.toContain('params');
});

it.each([['By CareSoft is chosen', { specifyScenarioParameters: 'none' }], ['there are rows', {}]])('says nothing of it where %s', async (_what, parameters) => {
	expect(hintsOf((await run(phones(1), parameters)).run)).toEqual([]);
});

it.each([['a send', {}], ['a preview', { previewOnly: true }]])('Retry On Fail is refused for %s, as a wrong setup', async (_what, parameters) => {
	const { outputs } = await run(phones(1), parameters, { retryOnFail: true, onError: 'continueRegularOutput' });
	expect(outputs[0]?.[0]?.json).toMatchObject({ error: expect.stringMatching(/^Retry On Fail is on/), details: { class: 'account', fallbackAdvised: false } });
	expect(simulator.requests()).toEqual([]);
});
