import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../sandbox/simulator/index.mjs';
import { startAnswering } from '../support/answering.mjs';
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

	it('nor does one whose reason only another call knows than the one that knows of the SMS', async () => {
		simulator.configure({ esms: { callback: { requestId: 'empty', join: 'question' }, retrieval: { storedReason: 'missing' } } });
		await sendBoth({ callbackUrl: HOOK });
		expect(await failureOfZns(confirms)).toMatchObject({ code: '-118', fallbackAdvised: false });
	});

	it('a failed ZNS of its own asks for one', async () => {
		await sendZns({ callbackUrl: `${HOOK}?shop=7` });
		expect(await failureOfZns(confirms)).toMatchObject({ code: '-118', fallbackAdvised: true });
	});
});

describe.each(['own', 'same'] as const)('both legs are reported, whether the SMS has an ID of its own: %s', (smsLegId) => {
	/** Calls the trigger with each callback, and gives what left by each output. */
	async function reported(verifyWithEsms: boolean, queries: string[]): Promise<unknown> {
		const workflowId = `both-legs-${Math.random()}`;
		const left: unknown[] = [];
		for (const query of [...queries, ...queries]) {
			const { outputs } = await callTrigger({ parameters: { source: 'esms', verifyWithEsms }, method: 'GET', query, credentials: credentials(), workflowId });
			for (const [output, items] of (outputs ?? []).entries()) for (const { json } of items) left.push([output, json.channel, json.outcome, json.confirmed]);
		}
		return left;
	}

	it.each([true, false])('Verify With eSMS: %p', async (verifies) => {
		simulator.configure({ esms: { multiChannel: { smsLegId } } });
		await sendBoth({ callbackUrl: HOOK });
		await simulator.whenIdle();
		const queries = simulator.callbacks().map(({ url }) => url.slice(url.indexOf('?') + 1));
		const confirmed = verifies ? true : undefined;
		const sms = verifies && smsLegId === 'same' ? [2, 'sms', 'delivered', false] : [0, 'sms', 'delivered', confirmed];
		expect(await reported(verifies, queries)).toEqual([[1, 'zns', 'failed', confirmed], sms]);
	});

	it('an SMS that fails, too, is no repeat of the ZNS', async () => {
		const failed = (id: string, type: number) => `SMSID=${id}&SendStatus=5&SendSuccess=0&SendFailed=1&TypeId=${type}`;
		expect(await reported(false, [failed('both', 25), failed(smsLegId === 'same' ? 'both' : 'another', 2)])).toEqual([[1, 'zns', 'failed', undefined], [1, 'sms', 'failed', undefined]]);
	});
});

it('Get Delivery Status says the same', async () => {
	const statusOf = async () => {
		await simulator.whenIdle();
		const { outputs } = await runNode({ type: 'esms', parameters: { resource: 'message', operation: 'getDeliveryStatus', channel: 'zns', messageId: simulator.messages()[0]?.id ?? '', officialAccount: ZNS.officialAccount }, items: [{}], credentials: credentials() });
		return outputs[0]?.[0]?.json.failure;
	};
	for (const storedReason of ['told', 'missing'] as const) {
		simulator.configure({ esms: { retrieval: { storedReason } } });
		await sendBoth({ callbackUrl: HOOK, requestIdBy: 'none' });
		expect(await statusOf()).toMatchObject({ code: '-118', fallbackAdvised: false });
		simulator.reset();
	}
	await sendZns({ callbackUrl: HOOK });
	expect(await statusOf()).toMatchObject({ code: '-118', fallbackAdvised: true });
});

it('a stored callback that leaves out its URL says nothing of it: the call itself does', async () => {
	const row = { SMSID: 'id1', SendStatus: 5, SendSuccess: 0, SendFailed: 1, TotalReceiver: 1, TypeId: 25, PhoneNumber: NO_ZALO, ErrorInfo: '{"error":-118}', OAId: SVOUCHER };
	for (const more of [{ CallbackUrl: null }, { CallbackUrl: '' }, {}]) {
		const answering = await startAnswering(JSON.stringify({ CodeResult: '100', ZOAList: [{ OAID: SVOUCHER, OAName: 'x' }], Data_callback: [{ ...row, ...more }] }));
		try {
			const { outputs } = await callTrigger({
				parameters: { source: 'esms', verifyWithEsms: true },
				method: 'GET',
				query: 'secondLeg=sms&SMSID=id1&SendStatus=5&SendFailed=1&SendSuccess=0&TypeId=25',
				credentials: { zaloZnsEsmsApi: { apiKey: KEYS.ApiKey, secretKey: KEYS.SecretKey, baseUrl: answering.url } },
				workflowId: `second-leg-${Math.random()}`,
			});
			expect(outputs?.[1]?.[0]?.json).toMatchObject({ confirmed: true, failure: { code: '-118', fallbackAdvised: false } });
		} finally {
			await answering.close();
		}
	}
});
