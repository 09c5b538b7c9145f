import { startMute } from '../esms/recorder.mjs';
import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'ticket', operation: 'update' });
const ticketId = '={{ $json.ticketId }}';

async function firstTicket(): Promise<string> {
	const { tickets } = await account.ask('tickets?count=1&page=1');
	return String((tickets as Array<{ ticket_id: number }>)[0]?.ticket_id);
}
const ticketOf = async (id: string) => (await account.ask(`tickets/${id}`)).ticket;

it('changes the fields that are given, and no other', async () => {
	const id = await firstTicket();
	const before = await ticketOf(id);
	const { outputs, error } = await account.run(
		{
			ticketId,
			updateFields: {
				assignee: { __rl: true, mode: 'list', value: '195739221' },
				group: { __rl: true, mode: 'list', value: '12154' },
				priority: 'Low',
				status: 'solved',
				customFields: { customField: [{ field: { __rl: true, mode: 'list', value: '9665' }, value: 'DH001' }] },
			},
		},
		[{ ticketId: id }],
	);
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([{ json: { id, assigneeId: '195739221', url: expect.stringContaining(id) }, pairedItem: { item: 0 } }]);
	expect(await ticketOf(id)).toMatchObject({
		assignee_id: 195739221,
		group_id: 12154,
		ticket_priority: 'Low',
		ticket_status: 'solved',
		ticket_subject: (before as { ticket_subject: string }).ticket_subject,
		custom_fields: expect.arrayContaining([expect.objectContaining({ id: 9665, value: 'DH001' })]),
	});
});

it('sends the status under the other name where it is told to', async () => {
	const id = await firstTicket();
	account.simulator.configure({ caresoft: { tickets: { statusField: 'status' } } });
	await account.run({ ticketId, updateFields: { status: 'closed' } }, [{ ticketId: id }]);
	expect(await ticketOf(id)).not.toMatchObject({ ticket_status: 'closed' });
	await account.run({ ticketId, updateFields: { status: 'closed', statusKey: 'status' } }, [{ ticketId: id }]);
	expect(await ticketOf(id)).toMatchObject({ ticket_status: 'closed' });
});

it('changes further fields by their names, and the subject', async () => {
	const id = await firstTicket();
	await account.run({ ticketId, updateFields: { subject: 'Tiêu đề mới' }, additionalFieldsJson: '{"requester_id": 12345}' }, [{ ticketId: id }]);
	expect(await ticketOf(id)).toMatchObject({ ticket_subject: 'Tiêu đề mới', requester_id: 12345 });
});

it.each([
	['no ticket ID', { ticketId: '={{ "" }}', updateFields: { status: 'open' } }, /Ticket ID is empty/],
	['nothing to update', { ticketId: '5' }, /There is nothing to update/],
	['a status key without a status', { ticketId: '5', updateFields: { statusKey: 'status' } }, /There is nothing to update/],
	['a status key that is none', { ticketId: '5', updateFields: { status: 'open', statusKey: '={{ "state" }}' } }, /Status Field Name is "state", which is none of its choices/],
	['a group that is no ID', { ticketId: '5', updateFields: { group: { __rl: true, mode: 'id', value: '={{ "Sales" }}' } } }, /Group "Sales" is not an ID/],
	['a long subject', { ticketId: '5', updateFields: { subject: 'x'.repeat(256) } }, /Subject has 256 characters/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it.each([
	['is not there', '={{ $json.none }}'],
	['is null', '={{ null }}'],
	['has nothing to see', '={{ "\u200B" }}'],
])('a custom field whose value %s is not sent', async (_, value) => {
	const updateFields = { customFields: { customField: [{ field: { __rl: true, mode: 'id', value: '9665' }, value }] } };
	const { error } = await account.run({ ticketId: '5', updateFields });
	expect(error?.message).toBe('There is nothing to update');
	expect(account.calls()).toEqual([]);
});

it('a public comment by the JSON field reaches the customer: neither Retry nor Retry On Fail makes it again', async () => {
	const parameters = { ticketId: '5', additionalFieldsJson: '{"ticket_comment": {"body": "x", "is_public": 1}}' };
	const { error } = await account.run(parameters, [{}], { mode: 'retry' });
	expect(error?.message).toMatch(/the first run may have done it/);
	// This operation has no option for it.
	expect(error?.description).not.toContain('Send on Retry');
	expect((await account.run(parameters, [{}], { retryOnFail: true })).error?.message).toMatch(/^Retry On Fail is on/);
	expect(account.calls()).toEqual([]);
});

it('tells of a ticket that is gone, and goes on with Continue On Fail', async () => {
	const id = await firstTicket();
	const { outputs } = await account.run({ ticketId, updateFields: { status: 'open' } }, [{ ticketId: '5' }, { ticketId: id }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { id }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('(code 404)'), message: expect.stringContaining('may be gone') } }]);
});

it('tries again where the answer is lost, as the same values twice make no difference; not with a comment', async () => {
	const mute = await startMute();
	const credentials = account.credentials({ customHost: mute.url });
	const comment = await account.run({ ticketId: '5', additionalFieldsJson: '{"ticket_comment": {"body": "x"}}' }, [{}], { credentials });
	const asked = mute.asked();
	const started = performance.now();
	const values = await account.run({ ticketId: '5', updateFields: { status: 'open' } }, [{}], { credentials });
	const tried = performance.now() - started;
	await mute.close();
	expect([comment.error?.message, values.error?.message]).toEqual([expect.stringMatching(/^It is not known whether the change was made/), expect.stringMatching(/^It is not known whether the change was made/)]);
	expect([asked, mute.asked()]).toEqual([1, 1 + 3]);
	// Two more tries, after 0.5 and 1 second.
	expect(tried).toBeGreaterThan(1490);
});

it('keeps the token out of everything a run leaves behind', async () => {
	for (const id of ['5', await firstTicket()]) {
		expect(traceOf(await account.run({ ticketId: id, updateFields: { status: 'open' }, simplify: false }))).not.toContain('SIMULATOR-API-TOKEN');
	}
});
