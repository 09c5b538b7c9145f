import { createHash } from 'crypto';
import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode, type EngineRun } from '../support/engine.mjs';

const HASH = createHash('sha256').update('84901888484').digest('hex');

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

function run(parameters: INodeParameters, more: Partial<EngineRun> = {}) {
	return runNode({
		type: 'sendZns',
		parameters: {
			provider: 'esms',
			officialAccount: { __rl: true, mode: 'list', value: '4097311281936189049' },
			template: { __rl: true, mode: 'list', value: '200607' },
			specifyParameters: 'json',
			templateParametersJson: JSON.stringify({
				delivery_date: '01/08/2024', customer_name: 'Đinh Thái Hà', order_code: 'HD00001', address: '140 Đường Số 1', phone: '0901888484',
				email: 'a@example.com', product_name: 'Gói OA', quantity: '1', payment_amount: '4308000',
			}),
			...parameters,
		},
		items: [{}],
		credentials: {
			zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl },
		},
		...more,
	});
}

it('by Zalo user ID', async () => {
	const { outputs, error } = await run({ sendTo: 'zaloUserId', zaloUserId: '31215806834323092' });
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toEqual(expect.objectContaining({ channel: 'zns', status: 'accepted', recipient: { zaloUserId: '31215806834323092' } }));
	expect(simulator.messages()).toEqual([expect.objectContaining({ zaloUserId: '31215806834323092', templateId: '200607' })]);
});

it.each([
	['a phone number, which is hashed before it leaves', '+84 901 888 484'],
	['a ready hash', HASH],
	['a ready hash in upper case', HASH.toUpperCase()],
])('by hashed phone, from %s', async (_, hashedPhone) => {
	const { outputs, error } = await run({ sendTo: 'hashedPhone', hashedPhone });
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json.recipient).toEqual({ hashedPhone: HASH });
	expect(simulator.messages()).toHaveLength(1);
});

it('in a journey, with the values in the order of the template', async () => {
	const { outputs, error } = await run({ sendTo: 'journey', phone: '0901888484', orderId: 'DH001' });
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json.recipient).toEqual({ phone: '0901888484' });
	const [message] = simulator.messages();
	expect(message).toEqual(expect.objectContaining({ orderId: 'DH001' }));
	// Sent by name to the same phone, the template reads the same.
	await run({ sendTo: 'phone', phone: '0901888484' }, { executionId: 'execution-2' });
	expect(simulator.messages()).toHaveLength(2);
	expect(message?.text).toBe(simulator.messages()[1]?.text);
	expect(message?.text).toContain('Đinh Thái Hà');
});

it('the same template to the same phone in another journey is another message', async () => {
	await run({ sendTo: 'journey', phone: '0901888484', orderId: 'DH001' });
	const { outputs } = await run({ sendTo: 'journey', phone: '0901888484', orderId: 'DH002' }, { executionId: 'execution-2' });
	expect(outputs[0]?.[0]?.json.status).toBe('accepted');
});

it.each([
	['a user ID that is too long', { sendTo: 'zaloUserId', zaloUserId: '1'.repeat(21) }, /is not an ID: it has digits only, at most 20/],
	['a hash that is none', { sendTo: 'hashedPhone', hashedPhone: 'abcdef' }, /Phone or Hash: "abcdef" is not a phone number/],
	['a journey without an order', { sendTo: 'journey', phone: '0901888484', orderId: '={{ $json.none }}' }, /Order ID is empty/],
	['a journey with a send date', { sendTo: 'journey', phone: '0901888484', orderId: 'DH1', options: { sendDate: '2099-01-01T00:00:00' } }, /in a journey cannot have a send date/],
	['a user ID with a send date', { sendTo: 'zaloUserId', zaloUserId: '312', options: { sendDate: '2099-01-01T00:00:00' } }, /by Zalo user ID cannot have a send date/],
	['a user ID beyond the quota', { sendTo: 'zaloUserId', zaloUserId: '312', options: { sendingMode: '3' } }, /cannot go beyond the quota/],
	['a scheduled message beyond the quota', { sendTo: 'phone', phone: '0901888484', options: { sendingMode: '3', sendDate: '2099-01-01T00:00:00' } }, /beyond the quota cannot have a send date/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run(parameters as INodeParameters);
	expect(error?.message).toMatch(message);
	expect(simulator.messages()).toEqual([]);
});
