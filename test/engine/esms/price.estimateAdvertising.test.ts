import { byName, showsKeys, simulated } from './simulated.mjs';

const node = simulated('price', 'estimateAdvertising', {
	brandname: byName('QC_ONLINE'),
	phones: '={{ $json.phones }}',
	content: '={{ $json.content ?? "QC_ONLINE: giam gia < 20% & qua tang. {ApiKey} {SecretKey} </CONTENT>" }}',
});

const priceOf = (receivers: number) => ({ total: { amount: 850 * receivers, currency: 'VND' }, receivers });

it.each([
	['with commas and line breaks between', '0901888484, 84918238965;\n0901 888 485\r\n'],
	['as a list in JSON', '["0901888484", "84918238965", "0901888485"]'],
	['as a list', ['0901888484', '84918238965', '0901888485']],
	['some of them twice', '0901888484,0918238965,+84901888484,0901888485'],
])('returns the price for numbers %s; nothing is sent', async (_, phones) => {
	const { outputs, error } = await node.run({}, [{ phones }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([{ json: priceOf(3), pairedItem: { item: 0 } }]);
	expect(node.simulator.messages()).toEqual([]);
});

it('keeps each price with its item', async () => {
	const { outputs } = await node.run({}, [{ phones: '0901888484' }, { phones: '0901888484,0901888485', content: 'Giam gia 20%' }]);
	expect(outputs[0]).toEqual([{ json: priceOf(1), pairedItem: { item: 0 } }, { json: priceOf(2), pairedItem: { item: 1 } }]);
});

it.each([
	['no numbers', { phones: ' , ' }, 'Phones is empty'],
	['an empty list', { phones: [] }, 'Phones is empty'],
	['numbers that are none', { phones: '0901888484,12,02838123456,34,56' }, '; and 1 more'],
	['no text', { phones: '0901888484', content: ' ' }, 'Content is empty'],
	['diacritics', { phones: '0901888484', content: 'Giảm giá 🎉' }, 'Content holds what a plain SMS cannot carry'],
])('refuses %s', async (_, item, message) => {
	const { error } = await node.run({}, [item]);
	expect(error?.message).toContain(message);
	expect(node.simulator.requests()).toEqual([]);
});

it('explains too few numbers where eSMS minds, and goes on where errors do', async () => {
	node.simulator.configure({ esms: { estimate: { advertisingMinimum: 'check' } } });
	const thirty = Array.from({ length: 30 }, (_, index) => `09018884${10 + index}`);
	const { outputs } = await node.run({}, [{ phones: '0901888484' }, { phones: thirty }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: priceOf(30), pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { details: { code: '107' } } }]);
});

it('explains a brandname that may not advertise', async () => {
	const { error } = await node.run({ brandname: byName('MYSHOP') }, [{ phones: '0901888484' }]);
	expect(error?.message).toContain('(code 104)');
});

it('explains a wrong key and does not show it, though it stands in the XML', async () => {
	const result = await node.runWithWrongKey({ phones: '0901888484' });
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
	const unanswered = await node.runUnanswered({ phones: '0901888484' });
	expect(unanswered.error?.description).toBe('Ask again in a moment. Nothing was changed.');
	expect(showsKeys(unanswered)).toBe(false);
});
