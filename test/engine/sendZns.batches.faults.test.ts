import { sleep } from 'n8n-workflow';
import { order, orders, statuses, useBatches } from './batches.mjs';
import { startProxy } from './proxy.mjs';

const stage = useBatches();

describe('a bad item', () => {
	it('keeps the whole list from leaving', async () => {
		const { error } = await stage.run([...orders(3), order('12345')]);
		expect(error?.message).toContain('"1***5"');
		expect(error?.description).toContain('Nothing was sent.');
		expect(error?.context?.itemIndex).toBe(3);
		expect(stage.sends()).toEqual([]);
	});

	it('becomes a failure item with Continue On Fail, and the others share their request as before', async () => {
		const { outputs } = await stage.run([order('0901888484'), order('12345'), order('0901888485')], {}, { onError: 'continueRegularOutput' });
		expect(statuses(outputs[0])).toEqual(['accepted', 'bad_phone', 'accepted']);
		expect(stage.sizes()).toEqual([2]);
	});

	it.each([
		['a batch size of 0', { batchSize: 0 }, /^Batch Size is .*, where a whole number from 1 to 500 is meant$/],
		['a batch size of 501', { batchSize: 501 }, /^Batch Size is .*, where a whole number from 1 to 500 is meant$/],
		['a scheduled message beyond the quota', { sendingMode: '3', sendDate: '2099-01-01T00:00:00' }, /beyond the quota cannot have a send date/],
	])('such as %s is refused before anything is sent', async (_, options, message) => {
		const { error } = await stage.run(orders(1), { options });
		expect(error?.message).toMatch(message);
		expect(stage.sends()).toEqual([]);
	});

	it('whose template has parameters in no known order is refused', async () => {
		const list = await startProxy(stage.simulator.esmsUrl, '/GetTemplate/');
		list.answer = () => ({ CodeResult: '100', ZNSTemplates: [] });
		const { error } = await stage.run(orders(1), {}, { credentials: { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: list.url } } });
		await list.close();
		expect(error?.message).toMatch(/does not tell the order of the parameters of template 267247/);
		expect(error?.description).toMatch(/A batch takes its values by position/);
		expect(stage.sends()).toEqual([]);
	});
});

it('stopping the execution leaves the rest unsent, and says so', async () => {
	const { outputs } = await stage.run(orders(30), { options: { batchSize: 1, requestsPerSecond: 5 } }, {
		onError: 'continueRegularOutput',
		onStart: (execution) => {
			const { abortController } = execution as unknown as { abortController: AbortController };
			void (async () => {
				while (stage.sentTo().length < 3) await sleep(5);
				abortController.abort();
			})();
		},
	});
	const phonesOf = (pattern: RegExp) => (outputs[0] ?? []).flatMap(({ json }, at) => (pattern.test(String(json.error)) ? [orders(30)[at]?.phone] : []));
	const receipts = (outputs[0] ?? []).flatMap(({ json }) => (json.status === 'accepted' ? [(json.recipient as { phone: string }).phone] : []));
	const notSent = phonesOf(/^Not sent: eSMS was not asked for this item/);
	// n8n breaks off the requests that are under way.
	const brokenOff = phonesOf(/^It is not known whether the message was sent/);
	expect(notSent.length).toBeGreaterThan(0);
	expect([...receipts, ...notSent, ...brokenOff].sort()).toEqual(orders(30).map(({ phone }) => phone));
	expect(stage.sentTo().filter((phone) => notSent.includes(phone))).toEqual([]);
	expect(stage.sentTo()).toEqual(expect.arrayContaining(receipts));
});

it('keeps keys out of everything a run leaves behind', async () => {
	for (const phone of ['0901888484', '0901001101', '0903000500', '0903001004']) {
		for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
			const { run: record, error } = await stage.run([order(phone), ...orders(2)], { options: { simplify: false } }, { onError });
			const text = JSON.stringify(record) + JSON.stringify(error, Object.getOwnPropertyNames(error ?? {})) + String(error?.stack);
			expect(text).not.toMatch(/SIMULATOR-(API|SECRET)-KEY/);
		}
	}
});
