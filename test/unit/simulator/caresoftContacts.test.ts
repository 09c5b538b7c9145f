import fc from 'fast-check';
import { startSimulator, type Simulator } from '../../../sandbox/simulator/index.mjs';
import { get, NOW, post, put } from './caresoftCalls.mjs';

const HA = 173213800;
const NEW = { email: 'an@khach.example', phone_no: '0988111222', username: 'Võ An' };

describe('CareSoft contacts', () => {
	let simulator: Simulator;
	let now = NOW;
	beforeAll(async () => {
		simulator = await startSimulator({ caresoft: { limits: { perSecond: 1_000 } } }, { clock: () => now });
	});
	afterEach(() => {
		now = NOW;
		simulator.reset();
	});
	afterAll(async () => await simulator.close());

	it('creates a contact, with or without a trailing slash, and shows it in the detail', async () => {
		const created = await post(simulator, 'contacts', { contact: NEW });
		expect(created).toMatchObject({ status: 200, code: 'ok', contact: { ...NEW, id: expect.any(Number), gender: null, created_at: '2026-11-21T09:00:00Z' } });
		expect(await get(simulator, `contacts/${String(created.contact.id)}`)).toEqual(created);
		expect((await post(simulator, 'contacts/', { contact: { phone_no: '0988111333' } })).code).toBe('ok');
	});

	it('answers a duplicate with the id to update, with status 400 or 200', async () => {
		const duplicate = { code: 'errors', message: 'phone_no already exist', extra_data: { duplicate_id: HA } };
		const again = async () => await post(simulator, 'contacts', { contact: { ...NEW, phone_no: '0901888484' } });
		expect(await again()).toEqual({ ...duplicate, status: 400 });
		simulator.configure({ caresoft: { contacts: { duplicateStatus: 200 } } });
		expect(await again()).toEqual({ ...duplicate, status: 200 });
	});

	it.each([
		['the second number of somebody else', { phone_no: '0912888484' }, 'phone_no already exist'],
		['an e-mail address in another case', { email: 'HAI.HA@khach.example' }, 'email already exist'],
		['another form of the number', { phone_no: '84901888484' }, 'phone_no already exist'],
	])('recognises %s', async (_, contact, message) => {
		expect(await post(simulator, 'contacts', { contact })).toMatchObject({ message, extra_data: { duplicate_id: HA } });
	});

	it.each([
		['neither phone nor e-mail', { username: 'Võ An' }],
		['a malformed phone number', { phone_no: '123' }],
		['a malformed e-mail address', { email: 'an' }],
		['a name over 255 characters', { ...NEW, username: 'a'.repeat(256) }],
		['an unknown gender', { ...NEW, gender: 3 }],
		['an id as text', { ...NEW, city_id: '24' }],
		['a custom field that does not exist', { ...NEW, custom_fields: [{ id: '1', value: 'x' }] }],
		['a custom field id that is a number', { ...NEW, custom_fields: [{ id: 7102, value: '110202' }] }],
		['the label of an option in place of its id', { ...NEW, custom_fields: [{ id: '7102', value: 'VIP' }] }],
		['a date of another form', { ...NEW, custom_fields: [{ id: '7101', value: '17/05/1990' }] }],
	])('refuses %s', async (_, contact) => {
		expect(await post(simulator, 'contacts', { contact })).toEqual({ status: 400, code: 'errors', message: expect.any(String) });
		expect((await get(simulator, 'contacts')).numFound).toBe(124);
	});

	it('takes custom fields as pairs of texts and shows all of them with `lable`', async () => {
		const custom_fields = [{ id: '7101', value: '1990/05/17' }, { id: '7102', value: '110201' }];
		expect((await post(simulator, 'contacts', { contact: { ...NEW, custom_fields } })).contact.custom_fields).toEqual([
			{ id: 7101, lable: 'Ngày sinh', type: 'Date', value: '1990/05/17' },
			{ id: 7102, lable: 'Hạng khách hàng', type: 'Single drop-down list', value: '110201' },
			{ id: 7103, lable: 'Sản phẩm quan tâm', type: 'Multiple drop-down list', value: '' },
		]);
		simulator.configure({ caresoft: { badCustomField: 'ignore' } });
		const bad = { phone_no: '0988111333', custom_fields: [{ id: '7102', value: 'VIP' }] };
		expect((await post(simulator, 'contacts', { contact: bad })).code).toBe('ok');
	});

	it('changes only the members sent; null detaches a number', async () => {
		now += 60_000;
		const { contact } = await put(simulator, `contacts/${HA}`, { contact: { phone_no2: null, organization: 'SimShop', unheard_of: 1 } });
		expect(contact).toMatchObject({
			username: 'Nguyễn Hải Hà', phone_no: '0901888484', phone_no2: null, organization: 'SimShop', updated_at: '2026-11-21T09:01:00Z',
		});
		expect(contact).not.toHaveProperty('unheard_of');
		expect((await get(simulator, 'contactsByPhone?phoneNo=0912888484')).message).toBe('Not found user');
		expect((await put(simulator, 'contacts/12345', { contact: { phone_no2: '0912888484' } })).code).toBe('ok');
		expect(await put(simulator, 'contacts/12345', { contact: { phone_no3: '0901888484' } })).toMatchObject({ message: 'phone_no3 already exist' });
	});

	it('finds a contact by any of its numbers, with its Zalo id for the OA', async () => {
		const { contact } = await get(simulator, 'contactsByPhone?phoneNo=0912888484');
		expect(contact).toMatchObject({ id: HA, gender: 1, psid: [{ page_id: '1600191234752846', psid: '5000000000901888484' }] });
		expect(contact).toEqual((await get(simulator, `contacts/${HA}`)).contact);
	});

	it('answers 400 "Not found user" to an unknown phone number and to an update of an unknown contact', async () => {
		const missing = { status: 400, code: 'errors', message: 'Not found user' };
		for (const phone of ['0988999999', '1', '']) expect(await get(simulator, `contactsByPhone?phoneNo=${phone}`)).toEqual(missing);
		expect(await put(simulator, 'contacts/1', { contact: { username: 'A' } })).toEqual(missing);
	});

	it('answers 404 or 500 to the detail of an unknown contact', async () => {
		expect(await get(simulator, 'contacts/1')).toMatchObject({ status: 404, code: 'errors' });
		simulator.configure({ caresoft: { missingStatus: 500 } });
		expect(await get(simulator, 'contacts/1')).toMatchObject({ status: 500, code: 'errors' });
	});

	it('lists short rows', async () => {
		const { contacts } = await get(simulator, 'contacts?order_by=updated_at&order_type=desc&count=1');
		expect(contacts).toEqual([
			{
				id: 63204120, username: 'Khách 120', email: 'khach120@khach.example', phone_no: '0987000120', phone_no2: null, phone_no3: null,
				created_at: '2026-11-21T08:00:00Z',
			},
		]);
	});

	it('lists the definitions of its custom fields with CareSoft\'s spelling', async () => {
		const { custom_fields } = await get(simulator, 'contacts/custom_fields');
		expect(custom_fields[0]).toEqual({ custom_field_id: 7101, custom_field_lable: 'Ngày sinh', type: 'Date', values: [] });
	});

	it('answers any body with ok or errors', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (value, phone_no) => {
				const bodies = [value, { contact: value }, { contact: { phone_no, custom_fields: value } }];
				for (const body of bodies) expect([200, 400]).toContain((await post(simulator, 'contacts', body)).status);
			}),
			{ numRuns: 30 },
		);
	});
});
