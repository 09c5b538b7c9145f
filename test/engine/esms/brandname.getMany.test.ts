import { showsKeys, simulated } from './simulated.mjs';

const node = simulated('brandname', 'getMany');

const found = async (parameters: object) => (await node.run(parameters as never)).outputs[0]?.map(({ json }) => json);

it('returns the brandnames and what each may send', async () => {
	expect(await found({})).toEqual([
		{ brandname: 'Baotrixemay', type: 'customerCare' },
		{ brandname: 'QC_ONLINE', type: 'advertising' },
		{ brandname: 'BAT DONG SAN GIA TOT', type: 'viber' },
		{ brandname: 'MYSHOP', type: 'customerCare' },
	]);
});

it.each([
	['advertising', ['QC_ONLINE']],
	['customerCare', ['Baotrixemay', 'MYSHOP']],
	['viber', ['BAT DONG SAN GIA TOT']],
])('returns only those for %s', async (brandnameType, names) => {
	expect((await found({ brandnameType }))?.map(({ brandname }) => brandname)).toEqual(names);
});

it('counts the limit after the type', async () => {
	expect(await found({ brandnameType: 'customerCare', limit: 1 })).toEqual([{ brandname: 'Baotrixemay', type: 'customerCare' }]);
});

it('refuses a type that there is not', async () => {
	const { error } = await node.run({ brandnameType: '={{ "fax" }}' });
	expect(error).toMatchObject({ message: 'Type is "fax", which is none of its choices', description: expect.stringContaining('advertising') });
	expect(node.simulator.requests()).toEqual([]);
});

it('explains a wrong key and does not show it, though it stands in the URL', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
	const unanswered = await node.runUnanswered();
	expect(unanswered.error?.description).toBe('Ask again in a moment. Nothing was changed.');
	expect(showsKeys(unanswered)).toBe(false);
});
