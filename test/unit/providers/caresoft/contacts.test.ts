import { findContact, getContact, saveContact } from '../../../../nodes/providers/caresoft/contacts';
import answers from '../../../fixtures/caresoft/answers.json';
import samples from '../../../fixtures/caresoft/records.json';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';
import { accountWith } from './account';

const contact = { email: 'ha@example.com', phone_no: '0980000000', username: 'Nguyễn Hải Hà' };

it('reads a contact: phones, emails and the IDs that Official Accounts know it by (caresoft.md 6.1)', async () => {
	const { client, requests } = accountWith(() => answerOf(samples.contact));
	expect(await getContact(client, '173213800')).toMatchObject({
		id: '173213800',
		name: 'Nguyễn Hải Hà',
		phones: ['0980000000', '0912000000'],
		emails: ['ha@example.com'],
		gender: 'female',
		managingAgentId: '142928097',
		sourceId: '9',
		pageUserIds: [{ pageId: '1600191234752846', userId: '5123456789012345678' }],
		createdAt: '2022-09-11T10:00:00Z',
	});
	expect(requests[0]?.url).toMatch(/\/contacts\/173213800$/);
});

it.each([
	[0, 'male'],
	[1, 'female'],
	[2, 'unknown'],
	[3, null],
	[null, null],
])('gender %j is %j', async (gender, expected) => {
	const { client } = accountWith(() => answerOf({ code: 'ok', contact: { gender } }));
	expect((await getContact(client, '1')).gender).toBe(expected);
});

it.each([
	[404, ''],
	[404, '{"code":"errors","message":"gone"}'],
	[500, '<html>'],
	[500, '{"code":"errors","message":"gone"}'],
])('a contact that is gone is answered with HTTP %i and %j (caresoft.md 2.2)', async (status, body) => {
	const { client } = accountWith(() => answerOf(body, status));
	const details = await thrownBy(() => getContact(client, '5'));
	expect(details).toMatchObject({
		provider: 'caresoft',
		status,
		failure: { code: String(status), title: 'CareSoft has no contact 5, or could not read it', recommendedAction: expect.stringContaining('a contact that was deleted') },
	});
	expect(details.mayBeSent ?? false).toBe(false);
	// CareSoft answers 500 under load, too, so it is worth another try.
	expect(details.failure.class).toBe(status === 500 ? 'retry' : 'unknown');
});

it('the lock-out is not taken for a contact that is gone', async () => {
	const { client } = accountWith(() => answerOf(answers.locked, 404));
	expect(await thrownBy(() => getContact(client, '5'))).toMatchObject({ stopsRun: true, failure: { class: 'account' } });
});

describe('findContact', () => {
	it('asks by the phone number', async () => {
		const { client, requests } = accountWith(() => answerOf(samples.contact));
		expect(await findContact(client, '0980000000')).toMatchObject({ id: '173213800' });
		expect(requests[0]).toMatchObject({ method: 'GET', url: expect.stringMatching(/\/contactsByPhone$/), query: { phoneNo: '0980000000' } });
	});

	it.each([400, 200])('finds nobody where CareSoft says so, with HTTP %i', async (status) => {
		const { client } = accountWith(() => answerOf(answers.notFoundUser, status));
		expect(await findContact(client, '0980000000')).toBeUndefined();
	});

	it.each([
		[400, '{"code":"errors","message":"phone is invalid"}'],
		[404, ''],
		[500, '<html>Not found user</html>'],
	])('does not take another refusal for nobody: HTTP %i, %j', async (status, body) => {
		const { client } = accountWith(() => answerOf(body, status));
		expect(await thrownBy(() => findContact(client, '0980000000'))).toMatchObject({ status });
	});
});

describe('saveContact (caresoft.md 6.2, 6.3)', () => {
	it('creates with the body of the reference', async () => {
		const { client, requests } = accountWith(() => answerOf(samples.contact));
		expect(await saveContact(client, contact)).toMatchObject({ id: '173213800', created: true });
		expect(requests).toEqual([{ method: 'POST', url: 'https://api.caresoft.vn/khachhang01/api/v1/contacts', body: { contact } }]);
	});

	it.each([400, 200])('updates the contact that is there, whichever HTTP status tells of it: %i', async (status) => {
		const { client, requests } = accountWith(({ method }) =>
			method === 'POST' ? answerOf(answers.duplicateContact, status) : answerOf(method === 'GET' ? samples.contact : '{"code":"ok"}'),
		);
		expect(await saveContact(client, contact)).toMatchObject({ id: '173213800', created: false });
		expect(requests.map(({ method, url }) => [method, url.split('/v1')[1]])).toEqual([
			['POST', '/contacts'],
			['GET', '/contacts/173213800'],
			['PUT', '/contacts/173213800'],
		]);
	});

	it('does not write a second phone number over the first', async () => {
		const { client, requests } = accountWith(({ method }) =>
			method === 'POST' ? answerOf(answers.duplicateContact, 400) : answerOf(samples.contact),
		);
		await saveContact(client, { phone_no: '0912000000', email: 'new@example.com', username: 'Hà' });
		expect(requests[2]?.body).toEqual({ contact: { email: 'new@example.com', username: 'Hà' } });
	});

	it('nor one that CareSoft keeps with the country code', async () => {
		const kept = samples.contact.replaceAll('"0912000000"', '"84912000000"');
		expect(kept).not.toBe(samples.contact);
		const { client, requests } = accountWith(({ method }) => answerOf(method === 'POST' ? answers.duplicateContact : kept, method === 'POST' ? 400 : 200));
		await saveContact(client, { phone_no: '0912000000', username: 'Hà' });
		expect(requests[2]?.body).toEqual({ contact: { username: 'Hà' } });
	});

	it('leaves a contact alone that has all of it already', async () => {
		const { client, requests } = accountWith(({ method }) =>
			method === 'POST' ? answerOf(answers.duplicateContact, 400) : answerOf(samples.contact),
		);
		expect(await saveContact(client, { phone_no: '0912000000' })).toMatchObject({ id: '173213800', created: false });
		expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
	});

	it('throws any other refusal', async () => {
		const { client, requests } = accountWith(() => answerOf('{"code":"errors","message":"email is invalid"}', 400));
		expect((await thrownBy(() => saveContact(client, contact))).failure.title).toContain('email is invalid');
		expect(requests).toHaveLength(1);
	});
});

it('a field that is named like a method is one as any other', async () => {
	const { client, requests } = accountWith(({ method }) => answerOf(method === 'POST' ? answers.duplicateContact : samples.contact));
	await saveContact(client, { ...contact, constructor: 'x' });
	expect(requests.at(-1)).toMatchObject({ method: 'PUT', body: { contact: { constructor: 'x' } } });
});
