import { startMute } from '../esms/recorder.mjs';
import { traceOf, useAccount } from './account.mjs';

const account = useAccount({ resource: 'contact', operation: 'upsert' });
const contactOf = async (id: unknown) => (await account.ask(`contacts/${String(id)}`)).contact;

it('creates a contact that is new', async () => {
	const { outputs, error } = await account.run(
		{
			phone: '={{ $json.phone }}',
			email: 'moi@khach.example',
			contactName: 'Lê Mới',
			customFields: { customField: [{ field: { __rl: true, mode: 'list', value: '7102' }, value: '110202' }] },
			additionalFieldsJson: '{"address": "12 Lê Lợi", "gender": 1}',
		},
		[{ phone: '84966000111' }],
	);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{ json: { id: expect.stringMatching(/^\d+$/), created: true, phone: '0966000111', email: 'moi@khach.example' }, pairedItem: { item: 0 } },
	]);
	expect(await contactOf(outputs[0]?.[0]?.json.id)).toMatchObject({
		phone_no: '0966000111',
		email: 'moi@khach.example',
		username: 'Lê Mới',
		address: '12 Lê Lợi',
		gender: 1,
		custom_fields: expect.arrayContaining([expect.objectContaining({ id: 7102, value: '110202' })]),
	});
});

it.each([400, 200] as const)('updates the contact that has the phone number, told of it with HTTP %i', async (duplicateStatus) => {
	account.simulator.configure({ caresoft: { contacts: { duplicateStatus } } });
	const { outputs, error } = await account.run({ phone: '0913555666', contactName: 'Trần Văn Bình (VIP)' });
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]?.json).toEqual({ id: '12345', created: false, phone: '0913555666', email: null });
	expect(await contactOf(12345)).toMatchObject({ username: 'Trần Văn Bình (VIP)', phone_no: '0913555666' });
});

it('keeps the first phone number of a contact that is found by its second', async () => {
	await account.run({ phone: '0912888484', contactName: 'Hà' });
	expect(await contactOf(173213800)).toMatchObject({ username: 'Hà', phone_no: '0901888484', phone_no2: '0912888484' });
});

it('knows a contact by its email alone', async () => {
	const { outputs } = await account.run({ email: 'quynh@khach.example', contactName: 'Phạm Như Quỳnh' });
	expect(outputs[0]?.[0]?.json).toMatchObject({ id: '12346', created: false });
	expect(await contactOf(12346)).toMatchObject({ username: 'Phạm Như Quỳnh' });
});

it('creates once where the same new customer comes twice', async () => {
	const { outputs } = await account.run({ phone: '={{ $json.phone }}', contactName: 'A' }, [{ phone: '0966000222' }, { phone: '0966 000 222' }]);
	const [first, second] = outputs[0] ?? [];
	expect(first?.json.id).toBe(second?.json.id);
	expect([first?.json.created, second?.json.created].sort()).toEqual([false, true]);
});

it.each([
	['neither phone nor email', {}, /Phone and Email are both empty/],
	['a phone number that is none', { phone: '={{ "123" }}' }, /Phone: "\*{3}" has 3 digits/],
	['an email that is none', { email: '={{ "ha" }}' }, /Email "ha" is not an email address/],
	['a long name', { phone: '0966000111', contactName: 'đ'.repeat(256) }, /Name has 256 characters, CareSoft allows 255/],
	['JSON that contradicts a field', { phone: '0966000111', additionalFieldsJson: '{"phone_no": "0966000112"}' }, /"phone_no" is set by another field already/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await account.run(parameters);
	expect(error?.message).toMatch(message);
	expect(error?.description).toContain('Nothing was changed.');
	expect(account.calls()).toEqual([]);
});

it('says what CareSoft says where it refuses, and goes on with Continue On Fail', async () => {
	const { outputs } = await account.run({ phone: '={{ $json.phone }}', additionalFieldsJson: '={{ $json.more }}' }, [
		{ phone: '0966000111', more: '{"gender": 9}' },
		{ phone: '0913555666', more: '{"gender": 0}' },
	], { onError: 'continueErrorOutput' });
	expect(outputs[0]).toMatchObject([{ json: { id: '12345' }, pairedItem: { item: 1 } }]);
	expect(outputs[1]).toMatchObject([{ json: { error: 'CareSoft refused the request: gender is invalid (code 400)' } }]);
});

it('keeps to the limit although a contact that is there takes several requests', async () => {
	const { error } = await account.run({ phone: '={{ $json.phone }}', contactName: 'A' }, Array.from({ length: 12 }, (_, index) => ({ phone: `0${987000001 + index}` })));
	expect(error).toBeUndefined();
	expect(account.simulator.requests().map(({ status }) => status)).not.toContain(429);
	expect(account.calls()).toHaveLength(36);
});

it('does not know whether the contact is new where it finds it after a lost answer', async () => {
	let tries = 0;
	// The first answer is lost: CareSoft takes longer than this request may.
	account.simulator.configure({ latencyMs: 400 });
	const { outputs } = await account.run({ phone: '0966000333', contactName: 'Lê Mới' }, [{}], {
		onRequest: async (options) => ({ ...options, timeout: tries++ === 0 ? 150 : 30_000 }),
	});
	expect(outputs[0]?.[0]?.json).toMatchObject({ id: expect.stringMatching(/^\d+$/), created: null, phone: '0966000333' });
});

it('an empty text erases a custom field; what is null or not there leaves it', async () => {
	const birthday = { __rl: true, mode: 'id', value: '7101' };
	const set = async (value: string) => await account.run({ phone: '0901888484', customFields: { customField: [{ field: birthday, value }] } });
	const stored = async () => ((await contactOf(173213800)) as { custom_fields: Array<{ id: number; value: unknown }> }).custom_fields.find(({ id }) => id === 7101)?.value;
	const before = await stored();
	expect(before).toBeTruthy();
	await set('={{ null }}');
	await set('={{ $json.none }}');
	expect(await stored()).toBe(before);
	await set('={{ new Date("2026-12-31T01:00:00Z") }}');
	expect(await stored()).toBe('2026/12/31');
	await set('={{ "" }}');
	expect(await stored()).toBe('');
});

it('does not know whether it was done where the answer is lost', async () => {
	const mute = await startMute();
	const result = await account.run({ phone: '0966000111' }, [{}], { credentials: account.credentials({ customHost: mute.url, apiToken: 'VERY-SECRET' }) });
	await mute.close();
	expect(result.error?.message).toMatch(/^It is not known whether the change was made/);
	expect(traceOf(result)).not.toContain('VERY-SECRET');
});

it('a custom field that does not take its value is named as the editor showed it', async () => {
	const customFields = { customField: [{ field: { __rl: true, mode: 'list', value: '7102', cachedResultName: 'Hạng (7102)' }, value: 'VIP' }] };
	const { error } = await account.run({ phone: '0966000112', contactName: 'An', customFields });
	expect(error?.message).toMatch(/Custom field "Hạng \(7102\)" does not take this value/);
	expect(error?.description).toMatch(/^Nothing was changed\. For a choice field give the ID of the choice/);
});

it('a name that a machine wrote renames nobody', async () => {
	const { error } = await account.run({ phone: '0913555666', contactName: '={{ $now.toISO() }}' });
	expect(error?.message).toMatch(/^Name is ".*", a date as programs write it/);
	expect(account.calls()).toEqual([]);
});
