import { byId } from './account.mjs';
import { order, RATING, useSender } from './sender.mjs';

const account = useSender();

const GOOD = { customer_name: 'An', product_name: 'Gói OA', order_code: 'DH1', date: '21/11/2026' };
const values = (own: object) => ({ templateParametersJson: JSON.stringify({ ...GOOD, ...own }) });

describe('a bad item', () => {
	it.each([
		['a phone number that cannot exist', order('02838123456'), /Phone: "028\*{3}456" is a landline/],
		['a phone number of a wrong length', order('09018'), /Phone: "0\*{3}8" has 5 digits/],
		['a parameter that is too long', { ...(order('0901888484') as object), order: 'x'.repeat(31) }, /"order_code" has 31 characters, the template allows 30/],
		['a parameter that is missing', { phone: '0901888484', order: 'DH1' }, /"customer_name" is missing/],
	])('with %s is refused before anything is sent', async (_, item, message) => {
		const { error } = await account.run([order('0901888484'), item as never]);
		expect(error?.message).toMatch(message);
		expect(error?.description).toContain('Nothing was sent.');
		expect(error?.context?.itemIndex).toBe(1);
		expect(account.sends()).toEqual([]);
	});

	it('takes the error output with its input fields while the good ones go out once', async () => {
		const items = [order('0901888484'), order('12345', 2), order('0901888486', 3)];
		const { outputs } = await account.run(items, {}, { onError: 'continueErrorOutput' });
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.recipient, pairedItem])).toEqual([
			[{ phone: '0901888484' }, { item: 0 }],
			[{ phone: '0901888486' }, { item: 2 }],
		]);
		expect(outputs[1]?.[0]?.json).toEqual(expect.objectContaining({ phone: '12345', order: 'DH2', error: expect.stringContaining('"1***5"') }));
		expect(account.simulator.messages()).toHaveLength(2);
	});

	it.each([
		['a user ID that is too long', { sendTo: 'zaloUserId', zaloUserId: '1'.repeat(21) }, /is not an ID: it has digits only, at most 20/],
		['a hash that was cut', { sendTo: 'hashedPhone', hashedPhone: 'aB'.repeat(31) }, /^Phone or Hash is not a SHA-256 hash: it has 62 hexadecimal digits instead of 64$/],
		['a hash of another kind', { sendTo: 'hashedPhone', hashedPhone: '12ab'.repeat(32) }, /^Phone or Hash is not a SHA-256 hash: it has 128 hexadecimal digits instead of 64$/],
		['a hash that is none', { sendTo: 'hashedPhone', hashedPhone: 'abcdef' }, /Phone or Hash: "abcdef" is not a phone number/],
		['a way that Zalo does not have', { sendTo: 'journey' }, /Send To/],
	])('with %s is refused before anything is sent', async (_, parameters, message) => {
		const { error } = await account.run([order('0901888484')], parameters);
		expect(error?.message).toMatch(message);
		expect(account.sends()).toEqual([]);
	});
});

describe('the template', () => {
	it.each([
		['a value that is missing', { date: undefined }, '"date" is missing'],
		['a value that is empty', { customer_name: '' }, '"customer_name" is empty'],
		['a value of nothing to see', { customer_name: ' \u200b\u00a0' }, '"customer_name" is empty'],
		['a name that it does not have', { nme: 'A' }, '"nme" is not a parameter of this template (it has customer_name, product_name, order_code, date)'],
		['a list', { customer_name: ['An'] }, '"customer_name" is a list, where a text is meant'],
		['what an expression leaves', { customer_name: 'Chào undefined' }, '"customer_name" holds "undefined"'],
	])('refuses %s', async (_, own, fault) => {
		const { error } = await account.run([order('0901888484')], values(own));
		expect(error?.message).toContain(`Template Parameters: ${fault}`);
		expect(account.sends()).toEqual([]);
	});

	it('names every fault at once', async () => {
		const { error } = await account.run([order('0901888484')], values({ customer_name: '', date: undefined, order_code: 'x'.repeat(40) }));
		expect(error?.message).toBe('Template Parameters: "customer_name" is empty; "order_code" has 40 characters, the template allows 30; "date" is missing');
	});

	it.each([
		['composed', 'Nguyễn Thị Hoàng Anh'.normalize('NFC')],
		['decomposed', 'Nguyễn Thị Hoàng Anh'.normalize('NFD')],
	])('counts code points of NFC: 20 for a name that is %s', async (_, name) => {
		const { error } = await account.run([order('0901888484')], values({ customer_name: `${name} ${'b'.repeat(9)}` }));
		expect(error).toBeUndefined();
		expect(account.simulator.messages()[0]?.text).toContain('Nguyễn Thị Hoàng Anh'.normalize('NFC'));
		const tooLong = await account.run([order('0901888484')], values({ customer_name: `${name} ${'b'.repeat(9)}😀` }));
		expect(tooLong.error?.message).toContain('"customer_name" has 31 characters, the template allows 30');
	});

	it.each([
		['415204', 'REJECT'],
		['415209', 'PENDING_REVIEW'],
		['415210', 'DISABLE'],
		['415211', 'DELETE'],
	])('%s that is not approved says its status: %s', async (template, status) => {
		const { outputs } = await account.run([order('0901888484')], { template: byId(template) }, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json).toMatchObject({ error: `Template ${template} cannot be sent, its status is ${status}`, details: { class: 'template', fallbackAdvised: false } });
		expect(account.sends()).toEqual([]);
	});

	it('that nobody knows is told, with what to do', async () => {
		const { error } = await account.run([order('0901888484')], { template: byId('999999') });
		expect(error?.message).toBe('Zalo: The template ID is invalid (code -109)');
		expect(error?.description).toMatch(/Pick a template of this Official Account.*Nothing was sent/);
		expect(account.sends()).toEqual([]);
	});

	it('that cannot be read for a moment is read again', async () => {
		account.simulator.configure({ zalo: { faults: [{ call: '/business/template/info/v2', httpStatus: 503, times: 1 }] } });
		const { outputs } = await account.run([order('0901888484')]);
		expect(outputs[0]?.[0]?.json.status).toBe('accepted');
	});

	it.each([
		['as a number', `={{ ${RATING} }}`],
		['with blanks around it', `={{ " ${RATING} " }}`],
	])('given by an expression %s is the same', async (_, template) => {
		const { outputs } = await account.run([order('0901888484')], { template: byId(template) });
		expect(outputs[0]?.[0]?.json.status).toBe('accepted');
	});

	it('may have an ID with letters, as in the sample of Zalo', async () => {
		const sample = { ky: '1', thang: '4/2020', start_date: '20/03/2020', end_date: '20/04/2020', customer: 'Nguyễn Thị Hoàng Anh', cid: 'PE010299485', address: 'VNG Campus, TP.HCM', amount: '100', total: '100000' };
		const { outputs } = await account.run([order('84987654321')], { template: byId('7895417a7d3f9461cd2e'), templateParametersJson: JSON.stringify(sample) });
		expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'accepted', recipient: { phone: '0987654321' } });
	});

	it.each(['={{ "order confirmed" }}', '={{ [1] }}'])('%s is none', async (template) => {
		const { error } = await account.run([order('0901888484')], { template: byId(template) });
		expect(error?.message).toMatch(/^Template/);
		expect(error?.description).toMatch(/Choose an entry of the list in 'Template', or give its ID\. Nothing was sent/);
		expect(account.simulator.requests()).toEqual([]);
	});
});
