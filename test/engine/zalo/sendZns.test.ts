import { createHash } from 'crypto';
import { byId } from './account.mjs';
import { hintsOf, order, useSender } from './sender.mjs';

const account = useSender();
const HASH = createHash('sha256').update('84901888484').digest('hex');
const USER = '31215806834323092';

const trackingIds = () => account.simulator.messages().map(({ requestId }) => requestId);

describe('a good item', () => {
	it('leaves as a receipt that is paired with its item', async () => {
		const { outputs, error } = await account.run([order('0901888484'), order('+84 901.888.485', 2)]);

		expect(error).toBeUndefined();
		expect(outputs[0]).toEqual([
			{
				json: {
					provider: 'zalo',
					channel: 'zns',
					messageId: expect.stringMatching(/^[0-9a-f]{20}$/),
					requestId: expect.stringMatching(/^zns-[0-9a-f]{40}$/),
					recipient: { phone: '0901888484' },
					status: 'accepted',
					acceptedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
				},
				pairedItem: { item: 0 },
			},
			expect.objectContaining({ json: expect.objectContaining({ recipient: { phone: '0901888485' } }), pairedItem: { item: 1 } }),
		]);
		expect(account.simulator.messages().map(({ id, phone, text }) => [id, phone, text.includes('Nguyễn Thị Hoàng Anh')])).toEqual([
			[outputs[0]?.[0]?.json.messageId, '0901888484', true],
			[outputs[0]?.[1]?.json.messageId, '0901888485', true],
		]);
	});

	it('adds what Zalo said, with the quota, only where Simplify is off', async () => {
		const { outputs } = await account.run([order('0901888484')], { options: { simplify: false } });
		expect(outputs[0]?.[0]?.json.raw).toEqual({
			error: 0,
			message: 'Success',
			data: { msg_id: expect.any(String), sent_time: expect.any(String), sending_mode: '1', quota: { dailyQuota: '500000', remainingQuota: '499999' } },
		});
		expect((await account.run([order('0901888484')])).outputs[0]?.[0]?.json).not.toHaveProperty('raw');
	});

	it('is a receipt also where Zalo names neither mode nor quota, as in live answers', async () => {
		account.simulator.configure({ zalo: { answers: { sendingMode: 'null', quota: 'zero', error: 'string' } } });
		const { outputs } = await account.run([order('0901888484')]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ status: 'accepted', messageId: expect.any(String) });
	});

	it('takes its parameters from the form', async () => {
		const value = { customer_name: '={{ $json.name }}', product_name: 'Gói duy trì OA', order_code: '={{ $json.order }}', date: '21/11/2026' };
		const { outputs } = await account.run([order('0901888484')], { specifyParameters: 'fields', templateParameters: { mappingMode: 'defineBelow', value, schema: [] } });
		expect(outputs[0]?.[0]?.json.status).toBe('accepted');
	});

	it('fetches the template once for the whole run', async () => {
		await account.run(Array.from({ length: 20 }, (_, index) => order(`09018884${10 + index}`, index)));
		expect(account.simulator.requests().filter(({ path }) => path.includes('/template/info'))).toHaveLength(1);
		expect(account.sends()).toHaveLength(20);
	});

	it('has its input fields beside the receipt where the user wants that', async () => {
		const { outputs } = await account.run([order('0901888484')], { options: { includeInputFields: true } }, { unreal: true });
		expect(outputs[0]?.[0]?.json).toMatchObject({ ...(order('0901888484') as object), status: 'accepted', recipient: { phone: '0901888484' } });
	});

	it('keeps to the requests per second', async () => {
		const times: number[] = [];
		const { error } = await account.run(Array.from({ length: 5 }, (_, index) => order(`09018884${10 + index}`, index)), { options: { requestsPerSecond: 2 } }, {
			onRequest: async (options) => {
				times.push(performance.now());
				return options;
			},
		});
		expect(error).toBeUndefined();
		// The template and five messages.
		expect(times).toHaveLength(6);
		for (const from of times) expect(times.filter((at) => at >= from && at < from + 999).length).toBeLessThanOrEqual(2);
	});
});

describe('whom it is for', () => {
	it('by Zalo user ID it goes through the API of Official Accounts, without a tracking ID', async () => {
		const { outputs, error } = await account.run([{}], { sendTo: 'zaloUserId', zaloUserId: USER, templateParametersJson: '{"customer_name": "An", "product_name": "OA", "order_code": "1", "date": "21/11/2026"}' });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toEqual({
			provider: 'zalo', channel: 'zns', messageId: expect.any(String), requestId: null, recipient: { zaloUserId: USER }, status: 'accepted', acceptedAt: expect.any(String),
		});
		expect(account.sends()).toEqual(['/openapi/v3.0/oa/message/template']);
		expect(account.simulator.messages()).toMatchObject([{ zaloUserId: USER, id: outputs[0]?.[0]?.json.messageId }]);
		expect(trackingIds()).toEqual([undefined]);
	});

	it.each(['spec', 'contract'] as const)('by Zalo user ID both answers that are described are read: %s', async (uidAnswer) => {
		account.simulator.configure({ zalo: { send: { uidAnswer } } });
		const { outputs } = await account.run([order('')], { sendTo: 'zaloUserId', zaloUserId: USER });
		expect(outputs[0]?.[0]?.json).toMatchObject({ messageId: account.simulator.messages()[0]?.id, acceptedAt: expect.stringMatching(/Z$/) });
	});

	it.each([
		['a phone number, which is hashed before it leaves', '+84 901 888 484'],
		['a ready hash', HASH],
		['a ready hash in upper case', HASH.toUpperCase()],
		['a ready hash with marks at its ends that nobody sees', `\u200b${HASH}\ufeff`],
	])('by hashed phone, from %s', async (_, hashedPhone) => {
		const { outputs, error } = await account.run([order('')], { sendTo: 'hashedPhone', hashedPhone });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({ recipient: { hashedPhone: HASH }, requestId: expect.stringMatching(/^zns-/) });
		expect(account.sends()).toEqual(['/business/message/template/hashphone']);
		expect(account.simulator.messages()).toHaveLength(1);
	});
});

describe('the tracking ID', () => {
	it('keeps a key readable, and is one that Zalo recommends', async () => {
		const { outputs } = await account.run([order('0901888484')], { options: { requestKey: '={{ $json.order }}_paid' } });
		const [id = ''] = trackingIds();
		expect(id).toMatch(/^zns_DH1_paid_[0-9a-f]{16}$/);
		expect(outputs[0]?.[0]?.json.requestId).toBe(id);
	});

	it.each(['x'.repeat(500), 'Đơn hàng 1 / đã trả', '0901888484', 'a.b.c', '😀'])('is plain and short whatever the key: %s', async (requestKey) => {
		const { error } = await account.run([order('0901888484')], { options: { requestKey } });
		expect(error).toBeUndefined();
		const [id = ''] = trackingIds();
		expect(id).toMatch(/^[A-Za-z0-9_-]{1,48}$/);
		expect(id).not.toContain('901888484');
	});

	it('tells the executions apart, for it guards against nothing', async () => {
		await account.run([order('0901888484')]);
		await account.run([order('0901888484')], {}, { executionId: 'execution-2' });
		expect(new Set(trackingIds()).size).toBe(2);
		expect(account.simulator.messages()).toHaveLength(2);
	});
});

describe('modes', () => {
	it('development reaches administrators only, and says so', async () => {
		const options = { development: true };
		const { error } = await account.run([order('0901888484')], { options });
		expect(error?.message).toBe('Zalo: A test template goes to administrators only (code -127)');
		const { outputs } = await account.run([order('0987654321')], { options });
		expect(outputs[0]?.[0]?.json.status).toBe('accepted');
	});

	it('development sends a template that is not approved yet', async () => {
		const parameters = { template: byId('415209'), templateParametersJson: '{"booking_code": "LH1", "appointment_time": "08:30 21/11/2026"}' };
		const { outputs, error } = await account.run([order('0987654321')], { ...parameters, options: { development: true } });
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json.status).toBe('accepted');
		expect((await account.run([order('0987654321')], parameters)).error?.message).toBe('Template 415209 cannot be sent, its status is PENDING_REVIEW');
	});

	it('beyond the quota goes out where Zalo allows it', async () => {
		account.simulator.configure({ zalo: { send: { beyondQuota: true }, limits: { oaDaily: 0, night: 'never' } } });
		const promotion = { template: byId('415208'), templateParametersJson: '{"customer_name": "An", "voucher_code": "SN1", "end_date": "31/12/2026"}' };
		const { outputs } = await account.run([order('0901888484')], { ...promotion, options: { sendingMode: '3' } });
		expect(outputs[0]?.[0]?.json.status).toBe('accepted');
		expect((await account.run([order('0901888484')], promotion)).error?.message).toMatch(/code -144/);
	});

	it('beyond the quota with another tag is refused by Zalo, for the data of this item', async () => {
		const { outputs } = await account.run([order('0901888484')], { options: { sendingMode: '3' } }, { onError: 'continueRegularOutput' });
		expect(outputs[0]?.[0]?.json.details).toMatchObject({ code: '-162', class: 'params' });
	});

	it.each([
		['development', { development: true }, 'A ZNS by Zalo user ID cannot go in development mode'],
		['beyond the quota', { sendingMode: '3' }, 'A ZNS by Zalo user ID cannot go beyond the quota'],
	])('%s is refused for a Zalo user ID, whom a real message would reach', async (_, options, message) => {
		const { error } = await account.run([order('')], { sendTo: 'zaloUserId', zaloUserId: USER, options });
		expect(error?.message).toBe(message);
		expect(error?.description).toContain('Nothing was sent.');
		expect(account.simulator.messages()).toEqual([]);
	});
});

describe('values', () => {
	const when = async (expression: string) => {
		const value = { customer_name: 'An', address: '1 Lê Lợi', booking_code: 'LH1', appointment_time: `={{ ${expression} }}` };
		const { outputs, error } = await account.run([{ phone: '0901888484' }], {
			template: byId('415205'),
			specifyParameters: 'fields',
			templateParameters: { mappingMode: 'defineBelow', value, schema: [] },
		});
		return error?.message ?? [outputs[0]?.[0]?.json.status, /Thời gian: (.*)/.exec(account.simulator.messages()[0]?.text ?? '')?.[1]];
	};

	it.each<[string, string, string]>([
		['a date with its time', 'new Date("2026-11-21T01:30:00Z")', '08:30 21/11/2026'],
		['a whole day', 'new Date("2026-11-20T17:00:00Z")', '21/11/2026'],
		...['08:30:00', '08:30', '08:30:00 21/11/2026', '08:30 21/11/2026', '21/11/2026', '11/2026'].map((form): [string, string, string] => [`the form ${form} of Zalo`, JSON.stringify(form), form]),
	])('%s is a time as Zalo takes it', async (_, expression, text) => {
		expect(await when(expression)).toEqual(['accepted', text]);
	});

	it.each([
		['as text', '"2026-11-21T01:30:00Z"'],
		['of luxon, which n8n hands on as text', 'DateTime.fromISO("2026-11-21T08:30:00+07:00")'],
	])('a date %s is pointed out, with the form that Zalo takes', async (_, expression) => {
		expect(await when(expression)).toMatch(/"appointment_time" is "2026-11-2\S+", a date as programs write it: .* like 08:30 21\/11\/2026; .*format\('HH:mm dd\/MM\/yyyy'\)/);
		expect(account.simulator.messages()).toEqual([]);
	});

	it('a wrong form that only Zalo knows comes back with what to do', async () => {
		const { error } = await account.run([order('0901888484')], { templateParametersJson: '{"customer_name": "An", "product_name": "OA", "order_code": "1", "date": "2026"}' });
		expect(error?.message).toBe('Zalo: A parameter has the wrong form (code -1124)');
		expect(error?.description).toContain('08:30 31/12/2026');
	});

	it('numbers become text, and an optional parameter may be left out or empty', async () => {
		const parameters = (own: object) => ({ template: byId('415206'), templateParametersJson: JSON.stringify({ order_code: 12, customer_name: 'An', delivery_date: '21/11/2026', ...own }) });
		for (const own of [{}, { note: '' }, { note: null }]) expect((await account.run([order('0901888484')], parameters(own))).error).toBeUndefined();
		expect(account.simulator.messages().map(({ text }) => text.includes('Đơn hàng 12 của An'))).toEqual([true, true, true]);
	});

	it('a type of a parameter that nobody has documented forbids nothing', async () => {
		account.simulator.configure({ zalo: { lists: { parameterTypes: 'varied' } } });
		expect(await when('"08:30 21/11/2026"')).toEqual(['accepted', '08:30 21/11/2026']);
	});
});

it('proves the application with each call where the credential says so', async () => {
	account.simulator.configure({ zalo: { proof: 'required' } });
	const { outputs } = await account.run([order('0901888484')], {}, { credentials: account.credentials({ useProof: true }) });
	expect(outputs[0]?.[0]?.json.status).toBe('accepted');
	expect((await account.run([order('0901888484')])).error?.message).toMatch(/code -1241/);
});

it('says nothing beside the output of a run that went well', async () => {
	expect(hintsOf(await account.run([order('0901888484'), order('0901888485', 2)]))).toEqual([]);
});

it('keeps tokens and keys out of everything a run leaves behind', async () => {
	for (const phone of ['0901888484', '0901001101', '0903000500', '0903001001', '0903001004']) {
		for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const) {
			const { run: record, error } = await account.run([order(phone)], { options: { simplify: false } }, { onError });
			const text = JSON.stringify(record) + JSON.stringify(error, Object.getOwnPropertyNames(error ?? {})) + String(error?.stack);
			expect(text).not.toMatch(/SIMULATOR-(ACCESS|REFRESH|APP)/);
		}
	}
});
