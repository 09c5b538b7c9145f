import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { seededZalo } from '../support/seededZalo.mjs';
import { callTool, fromModel, type RunBy, type ToolResult } from '../support/tool.mjs';

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const credentials = (own: IDataObject = {}) => ({
	zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: simulator.esmsUrl, ...own } as never,
});

/** Arguments as a model gives them: the names are those that n8n's editor makes of the fields' names. */
const ORDER = {
	Phone: '+84 901 888 484',
	Template_Parameters__JSON_: { customer_name: 'Nguyễn Thị Hoàng Anh', product_name: 'Gói duy trì OA', order_code: 'DH001', date: '21/11/2026' },
};

const sendZns = async (by: RunBy, args: IDataObject = ORDER, parameters: INodeParameters = {}, own: IDataObject = {}): Promise<ToolResult> =>
	await callTool({
		type: 'sendZns',
		parameters: {
			provider: 'esms',
			officialAccount: { __rl: true, mode: 'id', value: '4097311281936189049' },
			template: { __rl: true, mode: 'id', value: '267247' },
			phone: fromModel('sendZns', 'phone'),
			specifyParameters: 'json',
			templateParametersJson: fromModel('sendZns', 'templateParametersJson', 'json'),
			...parameters,
		},
		credentials: credentials(own),
		args,
		by,
	});

const getBalance = async (by: RunBy, own: IDataObject = {}): Promise<ToolResult> =>
	await callTool({ type: 'esms', parameters: { resource: 'account', operation: 'getBalance' }, credentials: credentials(own), args: {}, by });

const sends = () => simulator.requests().filter(({ path }) => path.includes('SendZaloMessage_V6'));

it('a model is told what each tool does and what each argument is', async () => {
	expect(await sendZns('tool')).toMatchObject({
		description: 'Send Zalo ZNS template messages through eSMS, CareSoft or your own Zalo Official Account',
		arguments: {
			Phone: 'Vietnamese mobile number of the recipient, e.g. 0901888484, 84901888484 or +84 901 888 484',
			Template_Parameters__JSON_: 'Object with the name and the value of each parameter of the template',
		},
	});
	expect(await getBalance('tool')).toMatchObject({ description: 'Get balance of account in eSMS', arguments: {} });
});

describe.each<[string, RunBy]>([
	['the tool runs the node, as in agents up to version 2', 'tool'],
	['the engine runs the node, as in agents since version 3', 'engine'],
])('where %s', (_, by) => {
	it('sends a ZNS and hands the model the receipt', async () => {
		const { answer } = await sendZns(by);
		expect(answer).toEqual([expect.objectContaining({ provider: 'esms', channel: 'zns', recipient: { phone: '0901888484' }, status: 'accepted' })]);
		expect(simulator.messages()).toEqual([expect.objectContaining({ phone: '0901888484', text: expect.stringContaining('Nguyễn Thị Hoàng Anh') as string })]);
	});

	it('a model that calls twice sends once, and is told so', async () => {
		await sendZns(by);
		expect((await sendZns(by)).answer).toEqual([expect.objectContaining({ status: 'duplicate', messageId: null })]);
		expect(simulator.messages()).toHaveLength(1);
	});

	it('takes the parameters as JSON text, too', async () => {
		const { answer } = await sendZns(by, { ...ORDER, Template_Parameters__JSON_: JSON.stringify(ORDER.Template_Parameters__JSON_) }, {
			templateParametersJson: fromModel('sendZns', 'templateParametersJson'),
		});
		expect(answer).toEqual([expect.objectContaining({ status: 'accepted' })]);
	});

	it('tells the balance', async () => {
		expect((await getBalance(by)).answer).toEqual([expect.objectContaining({ balance: { amount: simulator.balance, currency: 'VND' } })]);
	});

	it('does not wait for the delivery, even where the node was set to', async () => {
		const { answer, run } = await sendZns(by, ORDER, { afterSending: 'wait', waitLimit: 5 });
		expect(answer).toEqual([expect.objectContaining({ status: 'accepted' })]);
		expect(run.waitTill).toBeUndefined();
	});

	it.each([
		['a phone number that cannot exist', { ...ORDER, Phone: '02838123456' }, /Phone: "028\*{3}456" is a landline: only mobile numbers can be reached/],
		['a phone number of words', { ...ORDER, Phone: 'the customer' }, /Phone: "the customer" is not a phone number/],
		['a parameter the template does not have', { ...ORDER, Template_Parameters__JSON_: { name: 'An' } }, /"name" is not a parameter of this template \(it has customer_name, product_name, order_code, date\)/],
		['a parameter that is too long', { ...ORDER, Template_Parameters__JSON_: { ...ORDER.Template_Parameters__JSON_, order_code: 'x'.repeat(31) } }, /"order_code" has 31 characters, the template allows 30/],
		['no phone number', { Template_Parameters__JSON_: ORDER.Template_Parameters__JSON_ }, /Phone/],
		['a list in place of the parameters', { ...ORDER, Template_Parameters__JSON_: ['An'] }, /Template Parameters \(JSON\)/],
	])('%s gives the model a reason that it can act on, and sends nothing', async (_what, args, reason) => {
		const { answer, run } = await sendZns(by, args as IDataObject);
		expect(answer).toEqual({ error: expect.stringMatching(reason) });
		expect(sends()).toEqual([]);
		// The agent goes on: the error is its to handle.
		expect(run.status).toBe('success');
	});

	it('sends a ZNS straight through an Official Account, and tells what Zalo says', async () => {
		const send = async (Phone: string, parameters: INodeParameters = {}) =>
			await callTool({
				type: 'sendZns',
				parameters: { provider: 'zalo', template: { __rl: true, mode: 'id', value: '415203' }, phone: fromModel('sendZns', 'phone'), specifyParameters: 'json', templateParametersJson: fromModel('sendZns', 'templateParametersJson', 'json'), ...parameters },
				credentials: { zaloZnsOfficialAccountApi: seededZalo(simulator) },
				args: { ...ORDER, Phone },
				by,
			});
		const { answer, arguments: told } = await send('+84 901 888 484', { afterSending: 'wait', waitLimit: 5 });
		expect(Object.keys(told)).toEqual(['Phone', 'Template_Parameters__JSON_']);
		expect(answer).toEqual([expect.objectContaining({ provider: 'zalo', channel: 'zns', recipient: { phone: '0901888484' }, status: 'accepted' })]);
		expect((await send('0901000118')).answer).toEqual({ error: expect.stringContaining('has no Zalo account') });
		expect((await send('the customer')).answer).toEqual({ error: expect.stringMatching(/is not a phone number/) });
		expect(simulator.messages()).toHaveLength(1);
		const all = JSON.stringify([await send('0901888485', { options: { simplify: false } }), await send('0903000500')]);
		expect(all).not.toMatch(/SIMULATOR-(ACCESS|REFRESH|APP)/);
	});

	it('a refusal of eSMS names the reason', async () => {
		expect((await sendZns(by, { ...ORDER, Phone: '0901001103' })).answer).toEqual({
			error: expect.stringContaining('The balance of the eSMS account is too low (code 103)'),
		});
		expect((await getBalance(by, { apiKey: 'WRONG-KEY' })).answer).toEqual({ error: expect.stringMatching(/ApiKey or SecretKey is wrong/) });
	});

	it('keeps keys from the model and out of what the run leaves behind', async () => {
		const results = [
			await sendZns(by, ORDER, { options: { simplify: false } }),
			await sendZns(by, { ...ORDER, Phone: '0901001101' }),
			await sendZns(by, { ...ORDER, Phone: '0903000500' }),
			await sendZns(by, { ...ORDER, Phone: '1' }),
			await sendZns(by, ORDER, {}, { apiKey: 'WRONG-KEY', secretKey: 'WRONG-SECRET' }),
			await getBalance(by),
			await getBalance(by, { apiKey: 'WRONG-KEY', secretKey: 'WRONG-SECRET' }),
		];
		expect(results.filter(({ answer }) => Array.isArray(answer))).toHaveLength(2);
		expect(JSON.stringify(results)).not.toMatch(/SIMULATOR-(API|SECRET)-KEY|WRONG-/);
	});
});
