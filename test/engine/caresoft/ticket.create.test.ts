import { startMute } from '../esms/recorder.mjs';
import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'ticket', operation: 'create' });
const basics = { phone: '={{ $json.phone }}', subject: 'Giao hàng DH001', comment: 'Không liên lạc được qua Zalo' };
const item = { phone: '+84 913 555 666' };

const ticketOf = async (id: unknown) => (await account.ask(`tickets/${String(id)}`)).ticket;

it('creates a ticket for the customer with the phone number', async () => {
	const { outputs, error } = await account.run(basics, [item]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: {
				id: expect.stringMatching(/^\d+$/),
				number: expect.stringMatching(/^\d+$/),
				requesterId: '12345',
				assigneeId: null,
				url: expect.stringMatching(/^https:\/\/web\.caresoft\.vn\/simshop\/ticket\/\d+$/),
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(await ticketOf(outputs[0]?.[0]?.json.id)).toMatchObject({
		ticket_subject: 'Giao hàng DH001',
		comments: [{ comment: 'Không liên lạc được qua Zalo', is_public: 0 }],
	});
});

it('fills in everything that is given', async () => {
	const { outputs, error } = await account.run(
		{
			...basics,
			additionalFields: {
				assignee: { __rl: true, mode: 'list', value: '142928097' },
				group: { __rl: true, mode: 'id', value: '={{ 12153 }}' },
				service: { __rl: true, mode: 'list', value: '8' },
				status: 'pending',
				priority: 'High',
				isPublic: true,
				customFields: {
					customField: [
						{ field: { __rl: true, mode: 'list', value: '6740' }, value: '109398' },
						{ field: { __rl: true, mode: 'id', value: '9666' }, value: '={{ 1250000 }}' },
					],
				},
			},
			additionalFieldsJson: '{"campaign_id": 5105}',
		},
		[item],
	);
	expect(error).toBeUndefined();
	expect(await ticketOf(outputs[0]?.[0]?.json.id)).toMatchObject({
		assignee_id: 142928097,
		group_id: 12153,
		service_id: 8,
		campaign_id: 5105,
		ticket_status: 'pending',
		ticket_priority: 'High',
		comments: [{ is_public: 1 }],
		custom_fields: expect.arrayContaining([
			expect.objectContaining({ id: 6740, value: '109398' }),
			expect.objectContaining({ id: 9666, value: '1250000' }),
		]),
	});
});

it('finds the customer by contact ID or email, or makes a new one by name', async () => {
	const byId = await account.run({ ...basics, requesterBy: 'contactId', contactId: '12346' });
	expect(byId.outputs[0]?.[0]?.json.requesterId).toBe('12346');
	const byEmail = await account.run({ ...basics, requesterBy: 'email', email: 'quynh@khach.example' });
	expect(byEmail.outputs[0]?.[0]?.json.requesterId).toBe('12346');
	const made = await account.run({ ...basics, additionalFields: { customerName: 'Lê Mới' } }, [{ phone: '0966000111' }]);
	expect((await account.ask(`contacts/${String(made.outputs[0]?.[0]?.json.requesterId)}`)).contact).toMatchObject({ username: 'Lê Mới', phone_no: '0966000111' });
});

it('returns the answer as it came where Simplify is off', async () => {
	const { outputs } = await account.run({ ...basics, simplify: false }, [item]);
	expect(outputs[0]?.[0]?.json).toEqual({ code: 'ok', ticket: expect.objectContaining({ ticket_id: expect.any(Number) }) });
});

it.each([
	['no phone number', { phone: '={{ "" }}' }, /Phone is empty/],
	['an empty subject', { subject: '={{ "  " }}' }, /Subject is empty/],
	['a long subject', { subject: 'đ'.repeat(256) }, /Subject has 256 characters, CareSoft allows 255/],
	['a long name', { additionalFields: { customerName: 'đ'.repeat(256) } }, /Customer Name has 256 characters, CareSoft allows 255/],
	['an empty comment', { comment: '={{ $json.none }}' }, /Comment is empty/],
	['a contact ID that is none', { requesterBy: 'contactId', contactId: 'abc' }, /Contact ID "abc" is not an ID of CareSoft/],
	['no contact ID', { requesterBy: 'contactId', contactId: '={{ $json.none }}' }, /Contact ID is empty/],
	['an assignee that is no ID', { additionalFields: { assignee: { __rl: true, mode: 'id', value: '={{ "An" }}' } } }, /Assignee "An" is not an ID/],
	['a custom field that is not chosen', { additionalFields: { customFields: { customField: [{ field: { __rl: true, mode: 'id', value: '={{ "" }}' }, value: '1' }] } } }, /Custom Fields 1: no field is chosen/],
	['a custom field given twice', { additionalFields: { customFields: { customField: [{ field: { __rl: true, mode: 'id', value: '1' }, value: 'a' }, { field: { __rl: true, mode: 'id', value: '1' }, value: 'b' }] } } }, /field 1 is given twice/],
	['a custom field of a wrong type', { additionalFields: { customFields: { customField: [{ field: { __rl: true, mode: 'id', value: '1' }, value: '={{ [1] }}' }] } } }, /Custom Fields 1: Value is a list, where a text is meant/],
	['JSON that is none', { additionalFieldsJson: '[]' }, /Additional Fields \(JSON\) is a list, where an object is meant/],
	['a number that JSON cannot hold', { additionalFieldsJson: '={{ { total: 1 / 0 } }}' }, /"total" is Infinity, which is no number/],
	['a date, of which JSON would make its own form', { additionalFieldsJson: '={{ { duedate: new Date(0) } }}' }, /^Additional Fields \(JSON\): "duedate" is a date: write it as CareSoft takes it, e\.g\. \{\{ \$now\.format/],
	['a date of JavaScript inside a list', { additionalFieldsJson: '={{ { tags: [new Date(0)] } }}' }, /"0" is a date/],
	['JSON that contradicts a field', { additionalFieldsJson: '{"ticket_subject": "other"}' }, /"ticket_subject" is set by another field already/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await account.run({ ...basics, ...parameters }, [item]);
	expect(error?.message).toMatch(message);
	expect(error?.context?.itemIndex).toBe(0);
	expect(account.calls()).toEqual([]);
});

it('an assignee, a priority and a status that are null are not set; a customer name may be a number', async () => {
	const none = '={{ null }}';
	const more = { assignee: { __rl: true, mode: 'id', value: none }, priority: none, status: none, isPublic: none, customerName: '={{ 7 }}' };
	const { outputs, error } = await account.run({ ...basics, additionalFields: more }, [item]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toMatchObject({ assigneeId: null });
});

it('an email that is none is refused', async () => {
	const { error } = await account.run({ ...basics, requesterBy: 'email', email: '={{ "quynh" }}' });
	expect(error?.message).toBe('Email "quynh" is not an email address');
});

it('JSON that a quote breaks is shown where it breaks, with the safe form', async () => {
	const { error } = await account.run({ ...basics, additionalFieldsJson: '={"ref_url": "{{ $json.name }}"}' }, [{ ...item, name: 'Quán "Ngon"' }]);
	expect(error?.message).toMatch(/^Additional Fields \(JSON\) is not JSON: it breaks at character 20, near /);
	expect(error?.description).toContain('{{ { name: $json.name } }}');
});

describe('a public comment reaches the customer', () => {
	const publicly = { ...basics, additionalFields: { isPublic: true } };

	it.each([
		['by the form', publicly],
		['by the JSON field', { ...basics, additionalFieldsJson: '{"is_public": 1}' }],
	])('%s: neither Retry nor Retry On Fail creates the ticket again', async (_, parameters) => {
		expect((await account.run(parameters, [item], { mode: 'retry' })).error?.message).toMatch(/the first run may have done it/);
		expect((await account.run(parameters, [item], { retryOnFail: true })).error?.message).toMatch(/^Retry On Fail is on/);
		expect(account.calls()).toEqual([]);
	});

	it('unless the user wants a retry to; an internal comment is no message', async () => {
		const wanted = await account.run({ ...basics, additionalFields: { isPublic: true, sendOnRetry: true } }, [item], { mode: 'retry' });
		expect(wanted.error).toBeUndefined();
		expect((await account.run(basics, [item], { mode: 'retry' })).error).toBeUndefined();
		expect((await account.run(basics, [item], { retryOnFail: true })).error).toBeUndefined();
	});
});

it('creates nothing where one of several items is wrong', async () => {
	const { error } = await account.run(basics, [item, { phone: '123' }]);
	expect(error?.context?.itemIndex).toBe(1);
	expect(error?.description).toContain('Nothing was changed.');
	expect(account.calls()).toEqual([]);
});

it('goes on behind a bad item with Continue On Fail', async () => {
	const { outputs } = await account.run(basics, [{ phone: '123' }, item], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { requesterId: '12345' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('Phone'), details: { provider: 'caresoft', retryable: false } }, pairedItem: { item: 0 } }]);
});

it('says what CareSoft says where it refuses', async () => {
	const { error } = await account.run({ ...basics, additionalFields: { status: '={{ "sale" }}' } }, [item]);
	expect(error?.message).toMatch(/CareSoft refused the request: ticket_status is invalid \(code 400\)/);
	expect(error?.description).toContain('Check the IDs and the values of this item');
});

it('asks once where the answer is lost: a second try could be a second ticket', async () => {
	const mute = await startMute();
	const { error } = await account.run(basics, [item], { credentials: account.credentials({ customHost: mute.url }) });
	await mute.close();
	expect(error?.message).toMatch(/^It is not known whether the change was made/);
	expect(error?.description).toContain('Look into CareSoft before you try again');
});

it.each([
	['a wrong token', { apiToken: 'VERY-SECRET' }, /API token of CareSoft is wrong/],
	['a wrong domain', { domain: 'other' }, /does not know this domain/],
])('%s stops the run', async (_, wrong, message) => {
	const result = await account.run(basics, Array.from({ length: 30 }, () => item), { credentials: account.credentials(wrong) });
	expect(result.error?.message).toMatch(message);
	expect(account.calls().length).toBeLessThanOrEqual(10);
	expect(traceOf(result)).not.toMatch(/VERY-SECRET|SIMULATOR-API-TOKEN/);
});
