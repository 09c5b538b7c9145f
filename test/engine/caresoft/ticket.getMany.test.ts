import { useAccount } from './account.mjs';

const account = useAccount({ resource: 'ticket', operation: 'getMany' });

const numFound = async () => Number((await account.ask('tickets')).numFound);

it('returns 50 tickets, the least recently updated first', async () => {
	const { outputs, error } = await account.run({ filters: { order: 'updatedAt' } });
	expect(error).toBeUndefined();
	expect(outputs[0]).toHaveLength(50);
	const times = outputs[0]?.map(({ json }) => json.updatedAt as string) ?? [];
	expect(times).toEqual([...times].sort());
	expect(outputs[0]?.[0]).toMatchObject({ json: { id: expect.any(String), status: expect.any(String), url: expect.any(String) }, pairedItem: { item: 0 } });
	expect(account.calls()).toEqual(['GET tickets']);
});

it('leaves the order to CareSoft where no filter is set', async () => {
	const { outputs } = await account.run({ limit: 3 });
	const { tickets } = await account.ask('tickets?count=3&page=1');
	expect(outputs[0]?.map(({ json }) => json.id)).toEqual((tickets as Array<{ ticket_id: number }>).map(({ ticket_id }) => String(ticket_id)));
});

it('returns all', async () => {
	const { outputs } = await account.run({ returnAll: true });
	expect(outputs[0]).toHaveLength(await numFound());
});

it('filters by the time of the last change, written as it stands', async () => {
	const { outputs: all } = await account.run({ returnAll: true, filters: { order: 'updatedAt' } });
	const times = all[0]?.map(({ json }) => String(json.updatedAt)) ?? [];
	const [since, to] = [times[10] ?? '', times[20] ?? ''];
	const inWindow = times.filter((time) => time >= since && time <= to).length;
	const { outputs } = await account.run({ returnAll: true, filters: { updatedSince: since, updatedTo: to } });
	expect(outputs[0]).toHaveLength(inWindow);
	// The same clock time with another offset is the same filter: CareSoft's time zone is not known.
	const shifted = await account.run({ returnAll: true, filters: { updatedSince: since.replace('Z', '+07:00'), updatedTo: to.replace('Z', '') } });
	expect(shifted.outputs[0]).toHaveLength(inWindow);
});

it('refuses times that follow each other the wrong way', async () => {
	const { error } = await account.run({ filters: { updatedSince: '2026-02-01', updatedTo: '2026-01-01' } });
	expect(error).toMatchObject({ message: expect.stringMatching(/^Updated Since is later than Updated To/), description: expect.stringContaining("Correct 'Updated Since' and 'Updated To'") });
	expect(account.calls()).toEqual([]);
});

it('passes further parameters on', async () => {
	const { outputs } = await account.run({ limit: 2, additionalFieldsJson: '{"order_by": "updated_at", "order_type": "desc"}' });
	const { tickets } = await account.ask('tickets?count=2&page=1&order_by=updated_at&order_type=desc');
	expect(outputs[0]?.map(({ json }) => json.id)).toEqual((tickets as Array<{ ticket_id: number }>).map(({ ticket_id }) => String(ticket_id)));
});

it.each([
	['a limit that is none', { limit: '={{ 0 }}' }, /Limit is ".+", where a whole number of 1 or more is meant/],
	['a time that is no date', { filters: { updatedSince: '={{ "yesterday" }}' } }, /Updated Since is "yesterday", which is not a date/],
	['a time of day only', { filters: { updatedTo: '={{ "08:30" }}' } }, /Updated To is "08:30", which is not a date/],
	['a parameter that is a list', { additionalFieldsJson: '{"status": [1]}' }, /"status" is not a text, a number or a boolean/],
	['a parameter that a filter has set', { filters: { updatedSince: '2026-01-01' }, additionalFieldsJson: '{"updated_since": "x"}' }, /"updated_since" is set by another field already/],
])('refuses %s', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toMatch(message);
	expect(account.calls()).toEqual([]);
});

it('makes a failure item of what CareSoft refuses where errors go on', async () => {
	const { outputs } = await account.run({ additionalFieldsJson: '={{ $json.query }}', limit: 1 }, [{ query: '{"updated_since": "x"}' }, { query: '{}' }], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { id: expect.any(String) }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('CareSoft refused the request') } }]);
});
