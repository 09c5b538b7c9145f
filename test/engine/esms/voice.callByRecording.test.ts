import type { EngineRun } from '../../support/engine.mjs';
import { simulated, showsKeys } from './simulated.mjs';

const stage = simulated('voice', 'callByRecording', { phone: '={{ $json.phone }}', recordingId: '7002' });
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

it('makes one call per item and returns its receipt', async () => {
	const { outputs, error } = await run([{ phone: '+84901888484' }]);
	expect(error).toBeUndefined();
	expect(outputs[0]?.[0]).toEqual({
		json: expect.objectContaining({ provider: 'esms', channel: 'voice', status: 'accepted', recipient: { phone: '0901888484' } }),
		pairedItem: { item: 0 },
	});
	expect(stage.simulator.messages()).toEqual([expect.objectContaining({ channel: 'voice', phone: '0901888484', templateId: '7002' })]);
});

it('sends every option under the name of this call', async () => {
	const { error } = await run([{ phone: '0901888484' }], {
		options: {
			ivr: 0, maxRepeat: 2, maxRetry: 3, timeWaitToIvr: 5, waitRetry: 60, numberForward: '+84 28 3812 3456',
			sendDate: '2099-12-31T18:30:00+07:00', callbackUrl: 'https://n8n.example.com/cb',
		},
	});
	expect(error).toBeUndefined();
	expect(stage.simulator.messages().at(-1)?.body).toMatchObject({
		Ivr: '0', MaxRepeat: '2', MaxRetry: '3', TimeWaitToIvr: '5', WaitRetry: '60', NumberForward: '842838123456',
		SendDate: '2099/12/31 18:30:00', CallbackUrl: 'https://n8n.example.com/cb',
	});
});

it('gives a duplicate receipt for the same call to the same number', async () => {
	await run([{ phone: '0901888484' }]);
	const { outputs } = await run([{ phone: '0901888484' }]);
	expect(outputs[0]?.[0]?.json.status).toBe('duplicate');
});

it('does not call again where the answer was lost, because the request ID may not hold it off', async () => {
	const result = await run([{ phone: '0903001002' }]);
	expect(result.error?.message).toContain('It is not known whether the message was sent');
	expect(stage.simulator.requests()).toHaveLength(1);
	expect(showsKeys(result)).toBe(false);
});

it.each([
	['no recording', { recordingId: '={{ $json.none }}' }, /Recording ID is empty/],
	['a key that is none', { options: { ivr: 10 } }, /IVR Key is "10", where a whole number from 0 to 9 is meant/],
	['a negative number', { options: { waitRetry: -1 } }, /Seconds Between Retries is "-1", where a whole number of 0 or more is meant/],
	['a text for a number', { options: { maxRetry: '={{ "often" }}' } }, /Max Retries is "often", where a whole number/],
	['a number to forward to that is none', { options: { numberForward: 'hotline' } }, /Forward to Number "hotline" is not a phone number/],
	['a callback URL that is none', { options: { callbackUrl: 'n8n.example.com' } }, /Callback URL "n8n.example.com" is not a URL/],
	['a landline', { phone: '02838123456' }, /is a landline/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await run([{ phone: '0901888484' }], parameters);
	expect(error?.message).toMatch(message);
	expect(stage.simulator.requests()).toEqual([]);
});

it('explains a recording that does not exist', async () => {
	const { error } = await run([{ phone: '0901888484' }], { recordingId: '9999' });
	expect(error?.message).toMatch(/The recording does not exist \(code 106\)/);
});

it('calls the good items and makes failure items of the others where errors go on', async () => {
	const { outputs } = await run([{ phone: '0901001099' }, { phone: '0901888484' }, { phone: '123' }], {}, { onError: 'continueErrorOutput' });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1]?.map(({ json }) => (json.details as { code: string }).code)).toEqual(['99', null]);
});

it.each([
	['Retry On Fail', { retryOnFail: true }],
	['a retry of the execution', { mode: 'retry' as const }],
])('is not made again by %s', async (_, more) => {
	const { error } = await run([{ phone: '0901888484' }], {}, more);
	expect(error?.message).toContain('eSMS cannot tell a repeat from a new message');
	expect(stage.simulator.requests()).toEqual([]);
});
