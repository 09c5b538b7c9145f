import type { EngineRun } from '../../support/engine.mjs';
import { simulated, showsKeys } from './simulated.mjs';

const VARIABLES = { variable: [{ value: '={{ $json.name }}' }, { value: 'DH001' }, { value: '31/12' }] };

const stage = simulated('voice', 'callByTemplate', { phone: '={{ $json.phone }}', callTemplateId: '5001', variables: VARIABLES });
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

const AN = { phone: '0901888484', name: 'Nguyễn An & Bình' };

it('makes one call per item and returns its receipt', async () => {
	const { outputs, error } = await run([{ ...AN, phone: '84901888484' }, { ...AN, phone: '0901888485' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({ provider: 'esms', channel: 'voice', status: 'accepted', messageId: expect.any(String), recipient: { phone: '0901888484' }, requestId: expect.stringMatching(/^voice-/) }),
		pairedItem: { item: 0 },
	});
	expect(stage.simulator.messages().map(({ channel, phone, text }) => [channel, phone, text])).toEqual([
		['voice', '0901888484', 'Xin chào Nguyễn An & Bình, đơn hàng DH001 của bạn sẽ được giao vào ngày 31/12. Xin cảm ơn!'],
		['voice', '0901888485', expect.any(String)],
	]);
});

it('sends the options under the names of this call', async () => {
	const { error } = await run([AN], {
		options: { speed: -2, voice: 'ngoclam', sendDate: '2099-12-31T18:30:00+07:00', callbackUrl: 'https://n8n.example.com/cb?a=1&b=2' },
	});
	expect(error).toBeUndefined();
	expect(stage.simulator.messages().at(-1)?.body).toMatchObject({
		Speed: '-2',
		Voice: 'ngoclam',
		SendDate: '2099/12/31 18:30:00',
		CallbackUrl: 'https://n8n.example.com/cb?a=1&b=2',
		VariableListStr: 'Nguyễn An & Bình||DH001||31/12',
	});
});

it('calls with a template that has no variables', async () => {
	const { outputs } = await run([AN], { callTemplateId: '5003', variables: {} });
	expect(outputs[0]?.[0]?.json.status).toBe('accepted');
});

it('gives a duplicate receipt for the same call to the same number, and not for other values', async () => {
	await run([AN]);
	const { outputs } = await run([AN, { ...AN, name: 'Lê Chi' }]);
	expect(outputs[0]?.map(({ json }) => json.status)).toEqual(['duplicate', 'accepted']);
});

it.each([
	['no template', { callTemplateId: '={{ $json.none }}' }, /Call Template ID is empty/],
	['an empty variable', { variables: { variable: [{ value: 'An' }, { value: '={{ $json.none }}' }] } }, /^Variables 2: Value is empty$/],
	['a variable that would be cut in two', { variables: { variable: [{ value: 'An||Bình' }] } }, /^Variables 1: Value holds "\|", and eSMS separates values by "\|\|"$/],
	['a variable that is true', { variables: { variable: [{ value: '={{ true }}' }] } }, /^Variables 1: Value is true, where a text is meant$/],
	['a variable that is a list', { variables: { variable: [{ value: 'An' }, { value: '={{ ["a"] }}' }] } }, /^Variables 2: Value is a list, where a text is meant$/],
	['a variable that is an object', { variables: { variable: [{ value: '={{ ({ a: 1 }) }}' }] } }, /^Variables 1: Value is an object, where a text is meant$/],
	['a date as programs write it', { variables: { variable: [{ value: '2026-11-29T10:49:58.868-05:00' }] } }, /^Variables 1: Value is "2026-11-29T10:49:58.868-05:00", a date as programs write it/],
	// In a collection n8n hands a luxon date over as its ISO text.
	['a date of luxon', { variables: { variable: [{ value: '={{ $now }}' }] } }, /^Variables 1: Value is "2\S*", a date as programs write it: .*\.toDateTime\(\)/],
	['rows that are none', { variables: { variable: '={{ [1] }}' } }, /^Variables 1: Value is empty$/],
	['a speed out of range', { options: { speed: 4 } }, /Speed is "4", where a whole number from -3 to 3 is meant/],
	['a speed that is no whole number', { options: { speed: 0.5 } }, /Speed is "0.5", where a whole number/],
	['a voice that is not known', { options: { voice: '={{ "robot" }}' } }, /Voice is "robot", which is none of its choices/],
	['a send date that is over', { options: { sendDate: '2020-01-01T00:00:00' } }, /is over/],
	['a landline', { phone: '02838123456' }, /is a landline/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([AN], parameters);
	expect(error?.message).toMatch(message);
	expect(stage.simulator.requests()).toEqual([]);
});

it('explains a template that does not exist', async () => {
	const { error } = await run([AN], { callTemplateId: '9999' });
	expect(error?.message).toContain('(code 104)');
});

it('calls the good items and makes failure items of the others where errors go on', async () => {
	const { outputs } = await run([{ ...AN, phone: '0901001103' }, AN, { ...AN, phone: '123' }], {}, { onError: 'continueErrorOutput' });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1]?.map(({ json }) => (json.details as { code: string }).code)).toEqual(['103', null]);
});

it('asks again where the answer was lost, without calling twice', async () => {
	const { outputs } = await run([{ ...AN, phone: '0903001002' }]);
	expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
	expect(stage.simulator.messages()).toHaveLength(1);
});

describe('the keys in the query', () => {
	it('stand in no receipt and in no log', async () => {
		const result = await run([AN], { options: { simplify: false } });
		expect(result.outputs[0]?.[0]?.json.raw).toMatchObject({ CodeResult: '100' });
		expect(showsKeys(result)).toBe(false);
		expect(JSON.stringify(stage.simulator.requests())).not.toContain('SIMULATOR-');
	});

	it.each([
		['a refusal', '0901001103', /code 103/],
		['a page of HTML with an error status', '0903000503', /HTTP status 503/],
		['a lost answer', '0903001001', /It is not known whether the message was sent/],
	])('stand in no error after %s', async (_what, phone, message) => {
		const result = await run([{ ...AN, phone }], { options: { requestIdBy: 'none' } });
		expect(result.error?.message).toMatch(message);
		expect(showsKeys(result)).toBe(false);
		const goesOn = await run([{ ...AN, phone }], { options: { requestIdBy: 'none' } }, { onError: 'continueErrorOutput' });
		expect(goesOn.outputs[1]).toHaveLength(1);
		expect(showsKeys(goesOn)).toBe(false);
	});

	it('stand in no error where eSMS never answers', async () => {
		const result = await stage.runUnanswered({ phone: '0901888484', variables: {}, options: { requestIdBy: 'none' } });
		expect(result.error?.message).toContain('It is not known whether the message was sent');
		expect(result.asked).toBe(1);
		expect(showsKeys(result)).toBe(false);
	});

	it('stand in no error where eSMS cannot be reached', async () => {
		const credentials = { zaloZnsEsmsApi: { apiKey: 'SIMULATOR-API-KEY', secretKey: 'SIMULATOR-SECRET-KEY', baseUrl: 'http://127.0.0.1:1' } };
		const result = await run([AN], {}, { credentials });
		expect(result.error?.message).toContain('could not be reached');
		expect(showsKeys(result)).toBe(false);
	});
});

it('has numbers and dates read out as people write them', async () => {
	const variable = [{ value: '={{ 1200000 }}' }, { value: '={{ new Date("2026-12-31T01:30:00Z") }}' }, { value: 'DH001' }];
	const { error } = await run([AN], { variables: { variable } });
	expect(error).toBeUndefined();
	expect(stage.simulator.messages().at(-1)?.body).toMatchObject({ VariableListStr: '1200000||08:30 31/12/2026||DH001' });
});
