import { byName, showsKeys, simulated } from './simulated.mjs';

const node = simulated('price', 'estimateSms', {
	brandname: byName('MYSHOP'),
	phone: '={{ $json.phone ?? "0901888484" }}',
	content: 'MYSHOP: don hang DH001 da duoc xac nhan. Cam on quy khach!',
});

it('returns the price of the SMS; nothing is sent', async () => {
	const { outputs, error } = await node.run();
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([{ json: { total: { amount: 850, currency: 'VND' }, receivers: 1 }, pairedItem: { item: 0 } }]);
	expect(node.simulator.messages()).toEqual([]);
});

it.each([
	['no text', { content: '={{ $json.none }}' }, 'Content is empty'],
	['diacritics while Unicode is off', { content: 'Đơn hàng' }, 'Content holds what a plain SMS cannot carry'],
	['no brandname', { brandname: byName('={{ $json.none }}') }, 'Brandname is empty'],
	['a landline', { phone: '02838123456' }, 'is a landline'],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toContain(message);
	expect(node.simulator.requests()).toEqual([]);
});

it('asks for a text with diacritics where Unicode is on', async () => {
	expect((await node.run({ content: 'Đơn hàng', unicode: true })).outputs[0]).toHaveLength(1);
});

it('explains a brandname that may not send this', async () => {
	const { error } = await node.run({ brandname: byName('QC_ONLINE') });
	expect(error?.message).toContain('(code 104)');
});

it('makes failure items of what eSMS refuses where errors go on', async () => {
	const { outputs } = await node.run({}, [{ phone: '0901001103' }, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { phone: '0901001103', details: { code: '103' } } }]);
});

it('explains a wrong key and does not show it, though it stands in the URL', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
	const unanswered = await node.runUnanswered();
	expect(unanswered.error?.description).toBe('Ask again in a moment. Nothing was changed.');
	expect(showsKeys(unanswered)).toBe(false);
});
