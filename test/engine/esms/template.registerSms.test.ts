import { byName, showsKeys, simulated } from './simulated.mjs';

const node = simulated('template', 'registerSms', {
	brandname: byName('={{ $json.brandname ?? "MYSHOP" }}'),
	content: 'MYSHOP: don hang {Biến:30} da duoc xac nhan',
});

it('registers a text and returns the registration', async () => {
	const options = {
		assetsUrl: 'https://myshop.vn/papers.pdf', callbackUrl: 'https://n8n.example.com/webhook/templates',
		customerEmail: 'an@example.com', customerName: 'Nguyễn An', customerPhone: '0901888484', unicode: false,
	};
	const { outputs, error } = await node.run({ templateType: 'fixedNumber', options });
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{ json: { registrationId: '52330', status: 'accepted', message: 'ViHAT is moderating your template' }, pairedItem: { item: 0 } },
	]);
});

it('says of a text that waits already that it is a duplicate', async () => {
	await node.run();
	expect((await node.run()).outputs[0]?.[0]?.json).toEqual({ registrationId: null, status: 'duplicate', message: expect.anything() });
	expect((await node.run({ options: { unicode: true } })).outputs[0]?.[0]?.json).toMatchObject({ status: 'accepted' });
});

it.each([
	['no text', { content: '={{ $json.none }}' }, 'Content is empty'],
	['no brandname', { brandname: byName('={{ $json.none }}') }, 'Brandname is empty'],
	['assets that are no URL', { options: { assetsUrl: 'papers' } }, 'Assets URL "papers" is not a URL'],
	['an email address that is none', { options: { customerEmail: 'an@' } }, 'Customer Email "an@" is not an email address'],
	['a type that there is not', { templateType: '={{ "loud" }}' }, 'Type is "loud", which is none of its choices'],
])('refuses %s before anything is registered', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toContain(message);
	expect(node.simulator.requests()).toEqual([]);
});

it('registers the good items and makes failure items of the others where errors go on', async () => {
	const { outputs } = await node.run({}, [{ brandname: 'NOBODY' }, {}], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { status: 'accepted' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { brandname: 'NOBODY', details: { code: '104' } } }]);
});

it('asks once, and says of a lost answer that the change may have been made', async () => {
	const result = await node.runUnanswered();
	expect(result.error?.message).toMatch(/^It is not known whether the change was made/);
	expect(result.asked).toBe(1);
});

it('explains a wrong key and does not show it', async () => {
	const result = await node.runWithWrongKey();
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
});
