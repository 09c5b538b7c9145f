import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'sms', operation: 'send' });
const basics = { service: { __rl: true, mode: 'list', value: '12' }, phone: '={{ $json.phone }}', content: 'Chúc mừng sinh nhật quý khách hàng.' };
const item = { phone: '84980000000' };

it('sends an SMS into a ticket and returns its receipt', async () => {
	const { outputs, error } = await account.run(basics, [item]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: {
				provider: 'caresoft',
				channel: 'sms',
				messageId: null,
				requestId: null,
				recipient: { phone: '0980000000' },
				status: 'accepted',
				acceptedAt: expect.any(String),
				ticketId: expect.stringMatching(/^\d+$/),
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(account.simulator.messages()).toEqual([expect.objectContaining({ channel: 'sms', phone: '0980000000', text: basics.content })]);
});

it('adds it to a ticket where one is given, and the raw answer where Simplify is off', async () => {
	const first = await account.run(basics, [item]);
	const ticketId = String(first.outputs[0]?.[0]?.json.ticketId);
	const { outputs } = await account.run({ ...basics, ticketId, options: { simplify: false } }, [item]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ ticketId, raw: { code: 'ok', ticket: { ticket_id: Number(ticketId) } } });
});

it('takes 1000 characters, counted as they are read', async () => {
	const { error } = await account.run({ ...basics, content: '😀'.repeat(1000) }, [item]);
	expect(error).toBeUndefined();
});

it.each([
	['no service', { service: { __rl: true, mode: 'id', value: '={{ "" }}' } }, /Service is empty/],
	['a service that is no ID', { service: { __rl: true, mode: 'id', value: '={{ "MYSHOP" }}' } }, /Service "MYSHOP" is not an ID/],
	['no text', { content: '={{ " " }}' }, /Content is empty/],
	['a text that is too long', { content: 'đ'.repeat(1001) }, /Content has 1001 characters, CareSoft allows 1000/],
	['a ticket that is no ID', { ticketId: 'DH001' }, /Ticket ID "DH001" is not an ID/],
	['a phone number that is none', { phone: '={{ "123" }}' }, /Phone: "\*{3}" has 3 digits/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await account.run({ ...basics, ...parameters }, [item]);
	expect(error?.message).toMatch(message);
	expect(error?.description).toContain('Nothing was sent.');
	expect(account.calls()).toEqual([]);
});

it('goes on behind a bad item with Continue On Fail', async () => {
	const { outputs } = await account.run(basics, [{ phone: '0281234567' }, item], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { status: 'accepted' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { phone: '0281234567', error: expect.stringContaining('landline') }, pairedItem: { item: 0 } }]);
});

it('sends nothing in a retry of an execution, unless the user wants that', async () => {
	const { error } = await account.run(basics, [item], { mode: 'retry' });
	expect(error?.message).toMatch(/the first run may have sent it/);
	expect(account.calls()).toEqual([]);
	const allowed = await account.run({ ...basics, options: { sendOnRetry: true } }, [item], { mode: 'retry' });
	expect(allowed.outputs[0]).toMatchObject([{ json: { status: 'accepted' } }]);
});

it('never repeats a request whose answer was lost', async () => {
	const { error } = await account.run(basics, [{ phone: '0903001002' }]);
	expect(error?.message).toMatch(/^It is not known whether the message was sent/);
	expect(error?.description).toContain('Look into the tickets');
	expect(account.simulator.messages()).toHaveLength(1);
});

it('says what CareSoft says where it refuses', async () => {
	const { error } = await account.run({ ...basics, service: { __rl: true, mode: 'id', value: '99' } }, [item]);
	expect(error?.message).toBe('CareSoft: Service 99 is not an SMS service of this account (code 400)');
});

it('keeps to the pace that is set', async () => {
	account.simulator.configure({ caresoft: { limits: { perSecond: 3 } } });
	const { error } = await account.run({ ...basics, options: { requestsPerSecond: 3 } }, Array.from({ length: 7 }, () => item));
	expect(error).toBeUndefined();
	expect(account.simulator.messages()).toHaveLength(7);
});

it('keeps the token out of everything a run leaves behind', async () => {
	for (const phone of ['0901888484', '0903000500', '0903001001']) {
		expect(traceOf(await account.run({ ...basics, options: { simplify: false } }, [{ phone }]))).not.toContain('SIMULATOR-API-TOKEN');
	}
});
