import type { Simulator } from '../../../sandbox/simulator/index.mjs';
import { quickWaits } from '../../support/quickWaits.mjs';
import { inQuickTime } from '../../support/quickTime.mjs';
import { order, useSender } from './sender.mjs';

const account = useSender();
const USER = '31215806834323092';
const SEND = '/business/message/template';

const fail = (simulator: Simulator, error: number, more: object = {}) => simulator.configure({ zalo: { faults: [{ call: SEND, error, ...more }] } });
const classes = (outputs: Awaited<ReturnType<typeof account.run>>['outputs']) => outputs[0]?.map(({ json }) => (json.details as { class: string } | undefined)?.class ?? json.status);

describe('a refusal of Zalo', () => {
	quickWaits();

	it('names the code, its meaning and what to do', async () => {
		const { error } = await account.run([order('0901000118')]);
		expect(error?.message).toBe('The recipient has no Zalo account, or it is disabled (code -118)');
		expect(error?.description).toContain('Reach this customer through another channel');
		expect(error?.context?.itemIndex).toBe(0);
	});

	it.each([
		[-118, 'unreachable', true],
		[-119, 'unreachable', true],
		[-114, 'unreachable', true],
		[-110, 'unreachable', true],
		[-139, 'refused', false],
		[-140, 'refused', false],
		[-141, 'refused', false],
		[-108, 'bad_phone', false],
		[-144, 'later', false],
		[-147, 'later', false],
		[-133, 'later', false],
		[-115, 'billing', false],
		[-137, 'billing', false],
		[-117, 'template', false],
		[-131, 'template', false],
		[-146, 'template', false],
		[-135, 'account', false],
		[-138, 'account', false],
		[-1121, 'params', false],
		[-1124, 'params', false],
		[-122, 'protocol', false],
		[-100, 'retry', false],
		[-99999, 'unknown', null],
	])('%d is of the class %s, and an SMS instead is advised: %s', async (code, failureClass, fallbackAdvised) => {
		fail(account.simulator, code);
		const { outputs } = await account.run([order('0901888484')], {}, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json).toEqual({
			// The fields of its input are intact.
			...(order('0901888484') as object),
			error: expect.stringContaining(`code ${code}`),
			message: expect.any(String),
			details: expect.objectContaining({ provider: 'zalo', code: String(code), class: failureClass, fallbackAdvised }),
		});
		expect(account.simulator.messages()).toEqual([]);
		// What is refused for now is tried again: nothing was sent.
		expect(account.sends()).toHaveLength(failureClass === 'retry' ? 3 : 1);
	});

	it.each([
		[-213, 'unreachable', true],
		[-227, 'unreachable', true],
		[-230, 'unreachable', true],
		[-217, 'refused', false],
		[-249, 'template', false],
		[-211, 'later', false],
		[-321, 'billing', false],
		[-201, 'params', false],
	])('%d by Zalo user ID is of the class %s', async (code, failureClass, fallbackAdvised) => {
		account.simulator.configure({ zalo: { faults: [{ call: '/openapi/v3.0/oa/message/template', error: code }] } });
		const { outputs } = await account.run([order('')], { sendTo: 'zaloUserId', zaloUserId: USER }, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.details).toMatchObject({ code: String(code), class: failureClass, fallbackAdvised });
	});

	it('for too many calls is made again, and nobody gets two', async () => {
		fail(account.simulator, -32, { times: 1 });
		const { outputs } = await inQuickTime(40, async () => await account.run([order('0901888484'), order('0901888485', 2)]));
		expect(classes(outputs)).toEqual(['accepted', 'accepted']);
		expect(account.simulator.messages()).toHaveLength(2);
	});

	it('for too many calls that goes on is told as one to try later', async () => {
		fail(account.simulator, -32);
		const { outputs } = await inQuickTime(200, async () => await account.run([order('0901888484')], {}, { onError: 'continueRegularOutput' }));
		expect(outputs[0]?.[0]?.json.details).toMatchObject({ code: '-32', class: 'retry', retryable: true, fallbackAdvised: false });
		expect(account.sends()).toHaveLength(3);
	});

	it('of one item lets the others go on with Continue On Fail', async () => {
		const { outputs } = await account.run([order('0901000118'), order('0901888484'), order('0901000139')], {}, { onError: 'continueRegularOutput' });
		expect(classes(outputs)).toEqual(['unreachable', 'accepted', 'refused']);
		const separate = await account.run([order('0901000118'), order('0901888484')], {}, { onError: 'continueErrorOutput' });
		expect(separate.outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 1 }], [{ item: 0 }]]);
	});

	it('stops the rest of the run without it, and says what went out', async () => {
		const items = [order('0901888484'), order('0901000118', 2), ...Array.from({ length: 80 }, (_, i) => order(`09018885${10 + i}`, i))];
		const { error } = await account.run(items);
		expect(error?.message).toContain('code -118');
		expect(error?.description).toMatch(/Sent: items 0.* Not sent: items .*-81/);
		expect(account.simulator.messages().length).toBeLessThan(60);
	});
});

const CROWD = Array.from({ length: 200 }, (_, i) => order(`0912000${String(i).padStart(3, '0')}`, i));

describe('what concerns every message', () => {
	it.each([
		[-101, 'account'],
		[-1241, 'account'],
		[-138, 'account'],
		[-135, 'account'],
		[-137, 'billing'],
		[-126, 'billing'],
	])('%d stops the run: no SMS for hundreds, and few are asked', async (code, failureClass) => {
		fail(account.simulator, code);
		const { outputs } = await account.run(CROWD, { options: { requestsPerSecond: 0 } }, { onError: 'continueRegularOutput' });
		expect(outputs[0]).toHaveLength(CROWD.length);
		expect(outputs[0]?.filter(({ json }) => (json.details as { fallbackAdvised: unknown }).fallbackAdvised === true)).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({ code: String(code), class: failureClass });
		// Those that were on their way already.
		expect(account.sends().length).toBeLessThanOrEqual(60);
		expect(account.simulator.messages()).toEqual([]);
	});

	it('a withdrawn consent stops the run with how to connect again', async () => {
		account.simulator.zalo.revoke();
		const { error } = await account.run(CROWD);
		expect(`${error?.message} ${error?.description}`).toMatch(/Connect this Official Account again/);
		expect(account.sends()).toEqual([]);
	});

	it('a wrong setting of the credential is told before the first request', async () => {
		const { error } = await account.run([order('0901888484')], {}, { credentials: account.credentials({ appSecret: ' ' }) });
		expect(error?.message).toContain('The App Secret of the credential is empty');
		expect(error?.description).toContain('Open the credential of Zalo and correct it. Nothing was sent.');
		expect(account.simulator.requests()).toEqual([]);
	});
});

describe('an answer that cannot be understood', () => {
	it.each([
		['HTML with status 500', '0903000500', /code 500/],
		['HTML with status 200', '0903001003', /a text that is not JSON/],
		['an empty body', '0903001005', /a text that is not JSON/],
		['JSON without a code', '0903001004', /JSON without a code that can be read/],
	])('%s leaves it open, and is not asked for again', async (_, phone, message) => {
		const { error } = await account.run([order(phone)]);
		expect(error?.message).toMatch(/^It is not known whether the message was sent: /);
		expect(error?.message).toMatch(message);
		expect(account.sends()).toHaveLength(1);
	});

	it('429 is tried again and then told', async () => {
		const { error } = await account.run([order('0903000429')]);
		expect(error?.message).toMatch(/too many requests/);
		expect(account.sends()).toHaveLength(3);
	});

	it('403 is refused, with where to look', async () => {
		const { error } = await account.run([order('0903000403')]);
		expect(error?.message).toBe('Zalo refused the request with HTTP status 403 (code 403)');
		expect(error?.description).toContain('Check the Base URL of the credential');
	});
});
