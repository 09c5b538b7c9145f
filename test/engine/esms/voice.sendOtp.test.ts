import type { EngineRun } from '../../support/engine.mjs';
import { simulated, showsKeys } from './simulated.mjs';

const stage = simulated('voice', 'sendOtp', { phone: '={{ $json.phone }}', code: '686868' });
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

it('has one code read out per item and returns its receipt', async () => {
	const { outputs, error } = await run([{ phone: '84901888484' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({ provider: 'esms', channel: 'voice', status: 'accepted', recipient: { phone: '0901888484' } }),
		pairedItem: { item: 0 },
	});
	expect(stage.simulator.messages()).toEqual([expect.objectContaining({ typeId: 8, phone: '0901888484', text: '686868' })]);
});

it.each([['000123', '000123'], [686868, '686868']])('takes the code %j', async (code, text) => {
	await run([{ phone: '0901888484' }], { code });
	expect(stage.simulator.messages().at(-1)?.text).toBe(text);
});

it('gives a duplicate receipt for the same code to the same number, and not for another one', async () => {
	await run([{ phone: '0901888484' }]);
	const { outputs } = await run([{ phone: '0901888484' }]);
	expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
	const other = await run([{ phone: '0901888484' }], { code: '123456' });
	expect(other.outputs[0]?.[0]?.json.status).toBe('accepted');
});

it.each([
	['an empty code', { code: '={{ $json.none }}' }, /Code is empty/],
	['a code with letters', { code: 'AB12' }, /^Code must have digits only$/],
	['a code in a sentence', { code: 'Ma cua ban la 1234' }, /^Code must have digits only$/],
	['a landline', { phone: '02838123456' }, /is a landline/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([{ phone: '0901888484' }], parameters);
	expect(error?.message).toMatch(message);
	expect(stage.simulator.requests()).toEqual([]);
});

it('makes failure items of bad items where errors go on', async () => {
	const { outputs } = await run([{ phone: '0901001143' }, { phone: '0901888484' }], {}, { onError: 'continueRegularOutput' });
	expect(outputs[0]?.map(({ json }) => json.status ?? json.error)).toEqual([expect.stringContaining('(code 143)'), 'accepted']);
});

it('shows the code in no receipt', async () => {
	const { outputs } = await run([{ phone: '0901888484' }], { options: { simplify: false, requestIdBy: 'none' } });
	expect(JSON.stringify(outputs)).not.toContain('686868');
});

it('shows no key in what a lost answer leaves behind', async () => {
	const result = await run([{ phone: '0903001002' }], { options: { requestIdBy: 'none' } });
	expect(result.error?.message).toContain('It is not known whether the message was sent');
	expect(showsKeys(result)).toBe(false);
});

it('waits for the delivery of one message', async () => {
	stage.simulator.configure({ esms: { callback: { delayMs: 0, beforeAnswer: true } } });
	const { outputs, error } = await run([{ phone: '0901888484' }], { afterSending: 'wait', options: { waitBy: 'asking', callbackUrl: 'http://127.0.0.1:9/report' } });
	expect(error).toBeUndefined();
	expect(outputs[1]?.[0]?.json.delivery).toMatchObject({ channel: 'voice', outcome: 'delivered' });
});
