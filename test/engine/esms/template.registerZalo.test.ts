import { byId, showsKeys, simulated, SVOUCHER } from './simulated.mjs';

const node = simulated('template', 'registerZalo', {
	officialAccount: byId(SVOUCHER),
	content: '={{ $json.content ?? "Xin chào <customer_name>" }}',
	logoUrl: 'https://myshop.vn/images/logo.png',
});

it('registers a template and returns the registration', async () => {
	const options = { button1: 'Gọi ngay', button2: 'Quan tâm OA', callbackUrl: 'https://n8n.example.com/webhook/templates' };
	const { outputs, error } = await node.run({ templateType: 'priority', options });
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{ json: { registrationId: '52330', status: 'accepted', message: 'ViHAT is censoring trademark ownership' }, pairedItem: { item: 0 } },
	]);
});

it('reads the answer as the tables spell it', async () => {
	node.simulator.configure({ esms: { registration: { replyId: 'ServicepreviewId' } } });
	expect((await node.run()).outputs[0]?.[0]?.json).toMatchObject({ registrationId: '52330' });
});

it('says of a template that waits already that it is a duplicate', async () => {
	await node.run();
	const { outputs } = await node.run({}, [{}, { content: 'Another' }]);
	expect(outputs[0]?.map(({ json }) => json.status)).toEqual(['duplicate', 'accepted']);
});

it.each([
	['no text', { content: '={{ $json.none }}' }, 'Content is empty'],
	['no logo', { logoUrl: '={{ $json.none }}' }, 'Logo URL is empty'],
	['a logo that is no URL', { logoUrl: 'logo.png' }, 'Logo URL "logo.png" is not a URL'],
	['a callback URL that is none', { options: { callbackUrl: 'n8n' } }, 'Callback URL "n8n" is not a URL'],
	['a type that there is not', { templateType: '={{ "loud" }}' }, 'Type is "loud", which is none of its choices'],
	['no Official Account', { officialAccount: byId('={{ $json.none }}') }, 'Official Account is empty'],
])('refuses %s before anything is registered', async (_, parameters, message) => {
	const { error } = await node.run(parameters);
	expect(error?.message).toContain(message);
	expect(error?.description).toContain('Nothing was changed.');
	expect(node.simulator.requests()).toEqual([]);
});

it('explains an Official Account that is not of this account', async () => {
	const { outputs } = await node.run({ officialAccount: byId('1') }, [{}], { onError: 'continueErrorOutput' });
	expect(outputs[1]).toMatchObject([{ json: { details: { code: '799', class: 'account' } } }]);
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
