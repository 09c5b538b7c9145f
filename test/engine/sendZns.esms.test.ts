import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode, type EngineRun } from '../support/engine.mjs';

const OFFICIAL_ACCOUNT = '4097311281936189049';
const TEMPLATE = '267247';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const values = {
	customer_name: '={{ $json.name }}',
	product_name: 'Gói duy trì OA',
	order_code: '={{ $json.order }}',
	date: '21/11/2026',
};

function run(items: EngineRun['items'], parameters: EngineRun['parameters'] = {}, more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'sendZns',
		parameters: {
			provider: 'esms',
			officialAccount: { __rl: true, mode: 'list', value: OFFICIAL_ACCOUNT },
			template: { __rl: true, mode: 'id', value: TEMPLATE },
			phone: '={{ $json.phone }}',
			templateParameters: { mappingMode: 'defineBelow', value: values, schema: [] },
			...parameters,
		},
		items,
		credentials: {
			zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl },
		},
		...more,
	});
}

const order = (phone: unknown, number = 1) => ({ phone, name: 'Nguyễn Thị Hoàng Anh', order: `DH${number}` }) as never;

/** Answers to the send call, without the look-ups before it. */
const sends = () => simulator.requests().filter(({ path }) => path.includes('SendZaloMessage_V6'));

describe('a good item', () => {
	it('leaves as a receipt that is paired with its item', async () => {
		const { outputs, error } = await run([order('0901888484'), order('+84 901.888.485', 2)]);

		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			{
				json: {
					provider: 'esms',
					channel: 'zns',
					messageId: expect.stringMatching(/^\S{30,}$/),
					requestId: expect.stringMatching(/^zns-[0-9a-f]{40}$/),
					recipient: { phone: '0901888484' },
					status: 'accepted',
					acceptedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
				},
				pairedItem: { item: 0 },
			},
			expect.objectContaining({ json: expect.objectContaining({ recipient: { phone: '0901888485' } }), pairedItem: { item: 1 } }),
		]);
		expect(simulator.messages().map(({ phone, text }) => [phone, text.includes('Nguyễn Thị Hoàng Anh')])).toEqual([
			['0901888484', true],
			['0901888485', true],
		]);
	});

	it('adds the answer of eSMS only where Simplify is off', async () => {
		const { outputs } = await run([order('0901888484')], { options: { simplify: false } });
		expect(outputs[0]?.[0]?.json.raw).toEqual(expect.objectContaining({ CodeResult: '100' }));
	});

	it('carries its options to eSMS', async () => {
		const { error } = await run([order('0901888484')], {
			options: { campaign: 'Xác nhận', sendDate: '2099-01-01T00:00:00+07:00', sendingMode: '1', callbackUrl: 'https://n8n.example.com/webhook/x' },
		});
		expect(error).toBeUndefined();
		expect(simulator.messages()).toEqual([
			expect.objectContaining({
				state: 'scheduled',
				sendAt: Date.parse('2099-01-01T00:00:00+07:00'),
				campaign: 'Xác nhận',
				callbackUrl: 'https://n8n.example.com/webhook/x',
				requestId: expect.stringMatching(/^zns-/),
			}),
		]);
	});

	it('takes the same message for another day for another one, and for another hour of that day for a repeat', async () => {
		const on = async (sendDate: string) => (await run([order('0901888484')], { options: { sendDate } })).outputs[0]?.[0]?.json.status;
		expect(await on('2099-01-01T08:00:00+07:00')).toBe('accepted');
		expect(await on('2099-01-01T09:00:00+07:00')).toBe('duplicate');
		expect(await on('2099-01-05T08:00:00+07:00')).toBe('accepted');
	});

	it('takes its parameters from JSON', async () => {
		const { outputs } = await run([order('0901888484')], {
			specifyParameters: 'json',
			templateParametersJson: '={{ { customer_name: $json.name, product_name: "A", order_code: $json.order, date: "21/11/2026" } }}',
		});
		expect(outputs[0]?.[0]?.json.status).toBe('accepted');
	});

	it('fetches the template once for the whole run', async () => {
		await run(Array.from({ length: 20 }, (_, index) => order(`09018884${10 + index}`, index)));
		expect(simulator.requests().filter(({ path }) => path.includes('GetZnsTemplateInfo'))).toHaveLength(1);
		expect(sends()).toHaveLength(20);
	});
});

describe('a bad item', () => {
	it.each([
		['a phone number that cannot exist', order('02838123456'), /Phone: "028\*{3}456" is a landline/],
		['a phone number of a wrong length', order('09018'), /Phone: "0\*{3}8" has 5 digits/],
		['a parameter that is too long', { ...(order('0901888484') as object), order: 'x'.repeat(31) }, /"order_code" has 31 characters, the template allows 30/],
		['a parameter that is missing', { phone: '0901888484', order: 'DH1' }, /"customer_name" is missing/],
	])('with %s is refused before anything is sent', async (_, item, message) => {
		const { error } = await run([order('0901888484'), item as never]);
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain('Nothing was sent.');
		expect(error?.context?.itemIndex).toBe(1);
		expect(sends()).toEqual([]);
	});

	it('with an unknown parameter names the ones that exist', async () => {
		const { error } = await run([order('0901888484')], { specifyParameters: 'json', templateParametersJson: '{"nme": "A"}' });
		expect(error?.message).toContain('"nme" is not a parameter of this template (it has customer_name, product_name, order_code, date)');
	});

	it('with a template that is not approved says its status', async () => {
		const { error } = await run([order('0901888484')], { template: { __rl: true, mode: 'id', value: '540680' } });
		expect(error?.message).toMatch(/Template 540680 cannot be sent, its status is REJECT/);
		expect(sends()).toEqual([]);
	});

	it('takes the error output with its input fields while the good ones go out once', async () => {
		const items = [order('0901888484'), order('12345', 2), order('0901888486', 3)];
		const { outputs } = await run(items, {}, { onError: 'continueErrorOutput' });

		expect(outputs[0]?.map(({ json, pairedItem }) => [json.recipient, pairedItem])).toEqual([
			[{ phone: '0901888484' }, { item: 0 }],
			[{ phone: '0901888486' }, { item: 2 }],
		]);
		expect(outputs[1]?.[0]?.json).toEqual(expect.objectContaining({ phone: '12345', order: 'DH2', error: expect.stringContaining('"1***5"') }));
		expect(simulator.messages()).toHaveLength(2);
	});
});

describe('a refusal of eSMS', () => {
	it('names the code, its meaning and what to do', async () => {
		const { error } = await run([order('0901001103')]);
		expect(error?.message).toBe('The balance of the eSMS account is too low (code 103)');
		expect(error?.description).toContain('Top up the eSMS account');
		expect(error?.context?.itemIndex).toBe(0);
	});

	it('becomes a failure item with Continue On Fail', async () => {
		const { outputs } = await run([order('0901001103'), order('0901888484')], {}, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json).toEqual(
			expect.objectContaining({
				// The fields of its input are intact.
				...(order('0901001103') as object),
				error: expect.stringContaining('code 103'),
				message: expect.stringContaining('Top up'),
				details: expect.objectContaining({ provider: 'esms', code: '103', class: 'billing', fallbackAdvised: false }),
			}),
		);
		expect(outputs[0]?.[1]?.json.status).toBe('accepted');
	});

	it('stops the rest of the run and says what went out', async () => {
		const items = [order('0901888484'), order('0901001103', 2), ...Array.from({ length: 30 }, (_, i) => order(`09018885${10 + i}`, i))];
		const { error } = await run(items);
		expect(error?.description).toMatch(/Sent: items 0.* Not sent: items .*-31/);
		expect(simulator.messages().length).toBeLessThan(20);
	});

	it('of a key is told as such', async () => {
		const { error } = await run([order('0901888484')], {}, {
			credentials: { zaloZnsEsmsApi: { apiKey: 'wrong', secretKey: 'wrong', baseUrl: simulator.esmsUrl } },
		});
		expect(error?.message).toMatch(/ApiKey or SecretKey is wrong/);
	});
});

describe('never twice', () => {
	it('gives a receipt with status duplicate for a repeat', async () => {
		await run([order('0901888484')]);
		const { outputs } = await run([order('0901888484')], {}, { executionId: 'execution-2' });
		expect(outputs[0]?.[0]?.json).toEqual(expect.objectContaining({ status: 'duplicate', messageId: null, acceptedAt: null }));
		expect(simulator.messages()).toHaveLength(1);
	});

	it.each([
		['key', { requestIdBy: 'key', requestKey: '={{ $json.order }}-paid' }, 1],
		['execution', { requestIdBy: 'execution' }, 2],
		['none', { requestIdBy: 'none' }, 2],
	])('with the request ID by %s', async (_, options, sent) => {
		await run([order('0901888484')], { options });
		await run([order('0901888484')], { options }, { executionId: 'execution-2', workflowId: 'workflow-2' });
		expect(simulator.messages()).toHaveLength(sent);
	});

	it('asks for a key where the request ID is by key', async () => {
		const { error } = await run([order('0901888484')], { options: { requestIdBy: 'key' } });
		expect(error?.message).toContain('Request Key is empty');
	});

	it('asks again after a lost answer and finds that the message went out', async () => {
		const { outputs, error } = await run([order('0903001002')]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
		expect(simulator.messages()).toHaveLength(1);
	});

	it('asks again after an answer that was cut off', async () => {
		const { outputs } = await run([order('0903001006')]);
		expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
		expect(simulator.messages()).toHaveLength(1);
	});

	it('does not ask again without a request ID, and says that the outcome is not known', async () => {
		const { error } = await run([order('0903001002')], { options: { requestIdBy: 'none' } });
		expect(error?.message).toMatch(/^It is not known whether the message was sent/);
		expect(simulator.messages()).toHaveLength(1);
	});
});

describe('an answer that cannot be understood', () => {
	it.each([
		['HTML with status 500', '0903000500', /code 500/],
		['HTML with status 200', '0903001003', /a text that is not JSON/],
		['an empty body', '0903001005', /a text that is not JSON/],
		['{"error": "Invalid request"}', '0903001004', /Invalid request/],
	])('%s is explained', async (_, phone, message) => {
		const { error } = await run([order(phone)]);
		expect(error?.message).toMatch(message);
	});

	it('429 is tried again and then told', async () => {
		const { error } = await run([order('0903000429')]);
		expect(error?.message).toMatch(/too many requests/);
		expect(sends()).toHaveLength(3);
	});
});

it('keeps keys out of everything a run leaves behind', async () => {
	for (const phone of ['0901888484', '0901001101', '0903000500', '0903001001', '0903001004']) {
		for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const) {
			const { run: record, error } = await run([order(phone)], { options: { simplify: false } }, { onError });
			const text = JSON.stringify(record) + JSON.stringify(error, Object.getOwnPropertyNames(error ?? {})) + String(error?.stack);
			expect(text).not.toMatch(/SIMULATOR-(API|SECRET)-KEY/);
		}
	}
});
