import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const VALUES = { date: '01/12/2026', customer_name: 'Nguyễn An', product_name: 'Trà', order_code: 'DH001' };

const node = simulated('price', 'estimateZns', {
	officialAccount: byId(SVOUCHER),
	template: byId('267247'),
	phone: '={{ $json.phone ?? "0901888484" }}',
	specifyParameters: 'json',
	templateParametersJson: JSON.stringify(VALUES),
});

it('returns the price of the ZNS; nothing is sent', async () => {
	const { outputs, error } = await node.run({}, [{}, {}]);
	expect(error).toBeUndefined();
	const json = { total: { amount: 330, currency: 'VND' }, receivers: 1 };
	expect(outputs[0]).toEqual([{ json, pairedItem: { item: 0 } }, { json, pairedItem: { item: 1 } }]);
	expect(node.simulator.messages()).toEqual([]);
	// The template is fetched once: its detail and both lists.
	expect(node.simulator.requests()).toHaveLength(5);
});

it('takes the values from the form of the template, too', async () => {
	const { outputs, error } = await node.run({
		specifyParameters: 'fields',
		templateParameters: { mappingMode: 'defineBelow', value: { ...VALUES, customer_name: '={{ $json.name }}' } },
	}, [{ name: 'An' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ total: { amount: 330 } });
});

it.each([
	['a value that is missing', { templateParametersJson: '{}' }, '"customer_name" is missing'],
	['a value that is too long', { templateParametersJson: JSON.stringify({ ...VALUES, order_code: 'x'.repeat(31) }) }, '"order_code" has 31 characters'],
	['a template that cannot be sent', { template: byId('540680') }, 'its status is REJECT'],
	['no JSON', { templateParametersJson: '={{ "[1]" }}' }, 'where an object is meant'],
	['a landline', { phone: '02838123456' }, 'is a landline'],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toContain(message);
	expect(node.simulator.requests().filter(({ path }) => path.includes('Summary'))).toEqual([]);
});

it('makes failure items of what eSMS refuses where errors go on', async () => {
	const { outputs } = await node.run({}, [{ phone: '0901001103' }, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { receivers: 1 }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { phone: '0901001103', details: { code: '103' } } }]);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
