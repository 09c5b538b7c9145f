import { startMute } from '../esms/recorder.mjs';
import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'ticket', operation: 'addComment' });
const basics = { ticketId: '={{ $json.ticketId }}', comment: 'ZNS đã gửi' };

async function firstTicket(): Promise<string> {
	const { tickets } = await account.ask('tickets?count=1&page=1');
	return String((tickets as Array<{ ticket_id: number }>)[0]?.ticket_id);
}
const commentsOf = async (id: string) => ((await account.ask(`tickets/${id}`)).ticket as { comments: object[] }).comments;

it('adds an internal note', async () => {
	const id = await firstTicket();
	const { outputs, error } = await account.run(basics, [{ ticketId: id }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([{ json: { id }, pairedItem: { item: 0 } }]);
	expect((await commentsOf(id)).at(-1)).toMatchObject({ comment: 'ZNS đã gửi', is_public: 0 });
});

it('adds a public comment in the name of an agent', async () => {
	const id = await firstTicket();
	await account.run({ ...basics, isPublic: true, author: { __rl: true, mode: 'list', value: '195739221' } }, [{ ticketId: id }]);
	expect((await commentsOf(id)).at(-1)).toMatchObject({ is_public: 1, commentator_id: 195739221 });
});

it('changes further fields along with it', async () => {
	const id = await firstTicket();
	await account.run({ ...basics, additionalFieldsJson: '{"requester_id": 12345}' }, [{ ticketId: id }]);
	expect((await account.ask(`tickets/${id}`)).ticket).toMatchObject({ requester_id: 12345 });
});

it.each([
	['no ticket ID', { ticketId: '={{ $json.none }}' }, /Ticket ID is empty/],
	['no text', { comment: '={{ " " }}' }, /Comment is empty/],
	['an author that is no ID', { author: { __rl: true, mode: 'id', value: '={{ "An" }}' } }, /Author "An" is not an ID/],
	['JSON with another comment', { additionalFieldsJson: '{"ticket_comment": "x"}' }, /"ticket_comment" is set by another field already/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await account.run({ ...basics, ...parameters }, [{ ticketId: '5' }]);
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('never comments twice: a lost answer is not asked for again', async () => {
	const mute = await startMute();
	const { error } = await account.run(basics, [{ ticketId: '5' }], { credentials: account.credentials({ customHost: mute.url }) });
	await mute.close();
	expect(error?.message).toMatch(/^It is not known whether the change was made/);
	expect(mute.asked()).toBe(1);
});

it('sends no public comment in a retry of an execution, unless the user wants that; a note is no message', async () => {
	const id = await firstTicket();
	const before = (await commentsOf(id)).length;
	const retry = async (parameters: object) => (await account.run({ ...basics, ...parameters }, [{ ticketId: id }], { mode: 'retry' })).error;
	expect((await retry({ isPublic: true }))?.message).toMatch(/the first run may have done it, and CareSoft cannot tell a repeat from a new request$/);
	expect(await commentsOf(id)).toHaveLength(before);
	expect(await retry({ isPublic: true, sendOnRetry: true })).toBeUndefined();
	expect(await retry({})).toBeUndefined();
	expect(await commentsOf(id)).toHaveLength(before + 2);
});

it('goes on behind a ticket that is gone with Continue On Fail, and keeps the token to itself', async () => {
	const id = await firstTicket();
	const result = await account.run(basics, [{ ticketId: '5' }, { ticketId: id }], { onError: 'continueErrorOutput' });
	expect(result.outputs[0]).toMatchObject([{ json: { id }, pairedItem: { item: 1 } }]);
	expect(result.outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('code 404') } }]);
	expect(traceOf(result)).not.toContain('SIMULATOR-API-TOKEN');
});
