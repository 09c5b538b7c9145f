import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { runNode } from '../support/engine.mjs';
import { quickWaits } from '../support/quickWaits.mjs';
import { callTrigger } from '../support/triggerCalls.mjs';
import { KEYS, SVOUCHER } from '../unit/simulator/client.mjs';

quickWaits();

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => await simulator.close());
beforeEach(() => simulator.reset());

const HOOK = 'http://127.0.0.1:1/webhook/8d2b9fa3/zns-delivery';
const NO_ZALO = '0901000118';
const credentials = () => ({ zaloZnsEsmsApi: { apiKey: KEYS.ApiKey, secretKey: KEYS.SecretKey, baseUrl: simulator.esmsUrl } });

const ZNS: INodeParameters = {
	officialAccount: { __rl: true, mode: 'id', value: SVOUCHER }, template: { __rl: true, mode: 'id', value: '205644' }, phone: NO_ZALO,
	specifyParameters: 'json', templateParametersJson: '{"otp": "686868"}',
};
const sendZns = async (options: INodeParameters) => await runNode({ type: 'sendZns', parameters: { provider: 'esms', ...ZNS, options }, items: [{}], credentials: credentials() });
const sendBoth = async (options: INodeParameters) =>
	await runNode({
		type: 'esms',
		parameters: { resource: 'multiChannel', operation: 'sendZaloThenSms', ...ZNS, brandname: { __rl: true, mode: 'name', value: 'Baotrixemay' }, content: '686868 la ma xac minh dang ky Baotrixemay cua ban', options },
		items: [{}],
		credentials: credentials(),
	});

/** What the trigger makes of the callback of the ZNS. */
async function failureOfZns(verifyWithEsms: boolean): Promise<unknown> {
	await simulator.whenIdle();
	const called = simulator.callbacks().map(({ url }) => url).find((url) => url.includes('TypeId=24') || url.includes('TypeId=25')) ?? '';
	const query = called.slice(called.indexOf('?') + 1);
	const { outputs } = await callTrigger({ parameters: { source: 'esms', verifyWithEsms }, method: 'GET', query, credentials: credentials(), workflowId: `second-leg-${Math.random()}` });
	return outputs?.[1]?.[0]?.json.failure;
}

describe.each([true, false])('Verify With eSMS: %p', (confirms) => {
	it.each([
		['by the request ID', { requestId: 'echo', join: 'dropQuery' }],
		['by the address', { requestId: 'empty', join: 'question' }],
		['by the address, joined by &', { requestId: 'empty', join: 'ampersand' }],
	] as const)('a failed ZNS of Multi-Channel asks for no second SMS: known %s', async (_how, callback) => {
		simulator.configure({ esms: { callback } });
		await sendBoth({ callbackUrl: `${HOOK}?shop=7` });
		expect(await failureOfZns(confirms)).toMatchObject({ code: '-118', class: 'unreachable', fallbackAdvised: false, recommendedAction: expect.stringContaining('Send no SMS') });
	});

	it('a failed ZNS of its own asks for one', async () => {
		await sendZns({ callbackUrl: `${HOOK}?shop=7` });
		expect(await failureOfZns(confirms)).toMatchObject({ code: '-118', fallbackAdvised: true });
	});
});

it('Get Delivery Status says the same', async () => {
	const statusOf = async () => {
		await simulator.whenIdle();
		const { outputs } = await runNode({ type: 'esms', parameters: { resource: 'message', operation: 'getDeliveryStatus', channel: 'zns', messageId: simulator.messages()[0]?.id ?? '', officialAccount: ZNS.officialAccount }, items: [{}], credentials: credentials() });
		return outputs[0]?.[0]?.json.failure;
	};
	await sendBoth({ callbackUrl: HOOK, requestIdBy: 'none' });
	expect(await statusOf()).toMatchObject({ code: '-118', fallbackAdvised: false });
	simulator.reset();
	await sendZns({ callbackUrl: HOOK });
	expect(await statusOf()).toMatchObject({ code: '-118', fallbackAdvised: true });
});
