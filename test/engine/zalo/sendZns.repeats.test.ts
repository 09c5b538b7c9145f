import { order, useSender } from './sender.mjs';

const account = useSender();
const three = [1, 2, 3].map((n) => order(`090188848${n}`, n));

describe('never twice by itself', () => {
	it.each([
		['a connection that closes without an answer', '0903001002'],
		['an answer that was cut off', '0903001006'],
	])('%s leaves it open, and nothing is sent again', async (_, phone) => {
		const { error } = await account.run([order(phone)]);
		expect(error?.message).toMatch(/^It is not known whether the message was sent/);
		expect(error?.description).toMatch(/a repeat would be a second paid message/);
		expect(account.simulator.messages()).toHaveLength(1);
		expect(account.sends()).toHaveLength(1);
	});

	it('a connection that closes before the message is taken may have taken it, for all that is known', async () => {
		const { outputs } = await account.run([order('0903001001')], {}, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.details).toMatchObject({ class: 'uncertain', fallbackAdvised: null, retryable: false });
		expect(account.sends()).toHaveLength(1);
	});

	it('no answer within the time leaves it open', async () => {
		const { error } = await account.run([order('0903001007')], {}, { onRequest: async (options) => ({ ...options, timeout: 400 }) });
		expect(error?.message).toMatch(/^It is not known whether the message was sent/);
		expect(account.simulator.messages()).toHaveLength(1);
	});

	it('names the item whose outcome is not known beside those that went out', async () => {
		const { outputs } = await account.run([order('0901888484'), order('0903001002', 2), order('0901888485', 3)], {}, { onError: 'continueErrorOutput' });
		expect(outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([[{ item: 0 }, { item: 2 }], [{ item: 1 }]]);
		expect(outputs[1]?.[0]?.json.details).toMatchObject({ class: 'uncertain' });
		expect(account.simulator.messages()).toHaveLength(3);
	});

	it('where nobody can be reached, nothing was sent', async () => {
		const { error } = await account.run([order('0901888484')], {}, { credentials: account.credentials({ baseUrl: 'http://127.0.0.1:9' }) });
		expect(error?.message).toMatch(/^Zalo could not be reached/);
		expect(error?.description).toContain('Nothing was sent.');
	});
});

describe("n8n's own repeats", () => {
	it('Retry On Fail is refused before the first request', async () => {
		const { error } = await account.run(three, {}, { retryOnFail: true });
		expect(error?.message).toBe('Retry On Fail is on, and Zalo cannot tell a repeat from a new message');
		expect(error?.description).toContain("Turn off 'Retry On Fail' in the settings of this node");
		expect(account.sends()).toEqual([]);
	});

	it('Retry sends nothing, because the first run may have sent', async () => {
		const { error } = await account.run(three, {}, { mode: 'retry' });
		expect(error?.message).toMatch(/^It is not known whether the message was sent: the first run may have sent it/);
		expect(error?.description).toMatch(/'Send on Retry'\. Nothing was sent\.$/);
		expect(account.sends()).toEqual([]);
	});

	it('Retry names every item as uncertain with Continue On Fail', async () => {
		const { outputs } = await account.run(three, {}, { mode: 'retry', onError: 'continueErrorOutput' });
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.map(({ json }) => (json.details as { class: string }).class)).toEqual(['uncertain', 'uncertain', 'uncertain']);
		expect(account.sends()).toEqual([]);
	});

	it('Retry sends where the user wants that', async () => {
		const { error } = await account.run(three, { options: { sendOnRetry: true } }, { mode: 'retry' });
		expect(error).toBeUndefined();
		expect(account.simulator.messages()).toHaveLength(3);
	});
});
