import { startMute } from '../esms/recorder.mjs';
import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'ticket', operation: 'get' });

async function someTicket(): Promise<{ ticket_id: number }> {
	const { tickets } = await account.ask('tickets?count=50&page=1&order_by=updated_at&order_type=desc');
	return (tickets as Array<{ ticket_id: number; ticket_subject: string }>).find(({ ticket_subject }) => ticket_subject === 'Đổi lịch bay') ?? { ticket_id: 0 };
}

it('gets a ticket with its comments and custom fields', async () => {
	const { ticket_id } = await someTicket();
	const { outputs, error } = await account.run({ ticketId: '={{ $json.id }}' }, [{ id: ticket_id }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toMatchObject({
		json: {
			id: String(ticket_id),
			subject: 'Đổi lịch bay',
			status: 'open',
			priority: 'High',
			source: 'api',
			requester: { id: '12345', name: 'Trần Văn Bình', phone: '0913555666' },
			assignee: { id: '195739221' },
			comments: [{ text: 'Khách muốn bay sớm hơn một ngày.', isPublic: false, authorId: '195739221' }],
			customFields: expect.arrayContaining([{ id: '9665', label: 'Mã đơn hàng', type: 'Text', value: 'DH-2026-0007' }]),
			createdAt: expect.stringMatching(/Z$/),
		},
		pairedItem: { item: 0 },
	});
	expect(outputs[0]?.[0]?.json).not.toHaveProperty('raw');
});

it('returns the untouched ticket where Simplify is off', async () => {
	const { ticket_id } = await someTicket();
	const { outputs } = await account.run({ ticketId: String(ticket_id), simplify: false });
	expect(outputs[0]?.[0]?.json).toMatchObject({ ticket_id, ticket_subject: 'Đổi lịch bay', account_id: 1 });
});

it.each([404, 500] as const)('says that a ticket may be gone, which is answered with HTTP %i', async (missingStatus) => {
	account.simulator.configure({ caresoft: { missingStatus } });
	const { error } = await account.run({ ticketId: '5' });
	expect(error?.message).toBe(`CareSoft has no ticket 5, or could not read it (code ${missingStatus})`);
	expect(error?.description).toContain('a ticket that was deleted is answered like this');
});

it.each([
	['={{ "" }}', /Ticket ID is empty/],
	['={{ "DH001" }}', /Ticket ID "DH001" is not an ID of CareSoft: it has digits only, at most 20/],
	['={{ "1".repeat(21) }}', /is not an ID of CareSoft: it has digits only, at most 20/],
	['={{ "1/../2" }}', /is not an ID/],
])('refuses the ID %j', async (ticketId, message) => {
	const { error } = await account.run({ ticketId });
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('asks for an ID that no number can hold as it is', async () => {
	await account.run({ ticketId: '12345678901234567890' });
	expect(account.calls()).toEqual(['GET tickets/12345678901234567890']);
});

it('goes on behind a missing ticket with Continue On Fail', async () => {
	const { ticket_id } = await someTicket();
	const { outputs } = await account.run({ ticketId: '={{ $json.id }}' }, [{ id: 5 }, { id: ticket_id }], { onError: 'continueRegularOutput' });
	expect(outputs[0]).toMatchObject([
		{ json: { id: 5, error: expect.stringContaining('CareSoft has no ticket 5'), details: { httpCode: 404, retryable: false } } },
		{ json: { id: String(ticket_id) } },
	]);
});

it('does not call on after a refusal that all calls meet, so that the account is not locked', async () => {
	const items = Array.from({ length: 40 }, () => ({}));
	const { outputs } = await account.run({ ticketId: '5' }, items, { credentials: account.credentials({ domain: 'other' }), onError: 'continueRegularOutput' });
	expect(outputs[0]?.map(({ json }) => json.error)).toEqual(items.map(() => expect.stringContaining('does not know this domain')));
	expect(account.simulator.requests().length).toBeLessThanOrEqual(10);
});

it('says of a lost answer that nothing was changed', async () => {
	const mute = await startMute();
	const { error } = await account.run({ ticketId: '5' }, [{}], { credentials: account.credentials({ customHost: mute.url }) });
	await mute.close();
	expect(error?.message).toMatch(/^No answer came from CareSoft/);
	expect(error?.description).toBe('Ask again in a moment. Nothing was changed.');
});

it('keeps the token out of everything a run leaves behind', async () => {
	for (const ticketId of ['5', String((await someTicket()).ticket_id)]) {
		expect(traceOf(await account.run({ ticketId, simplify: false }))).not.toContain('SIMULATOR-API-TOKEN');
	}
});
