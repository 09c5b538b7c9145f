import type { EngineRun } from '../../support/engine.mjs';
import { simulated, showsKeys } from './simulated.mjs';

const stage = simulated('voice', 'getCallStatus', { messageId: '={{ $json.messageId }}' });
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);
const call = runnerOf(() => simulator, { resource: 'voice', operation: 'callByRecording', phone: '={{ $json.phone }}', recordingId: '7002', options: { ivr: 1 } });

/** @returns the message ID of a call that is over */
async function called(phone: string): Promise<string> {
	const { outputs } = await call([{ phone }]);
	await stage.simulator.whenIdle();
	return String(outputs[0]?.[0]?.json.messageId);
}

it('returns the report of each call with what happened on the phone', async () => {
	const [answered, missed] = [await called('0901888484'), await called('0905000009')];
	const { outputs, error } = await run([{ messageId: answered }, { messageId: missed }]);
	expect(error).toBeUndefined();
	expect(outputs[0]).toEqual([
		{
			json: expect.objectContaining({ channel: 'voice', messageId: answered, outcome: 'delivered', final: true, failure: null, callStatus: 'answered', durationSeconds: 13, keyPressed: '1' }),
			pairedItem: { item: 0 },
		},
		{
			json: expect.objectContaining({
				messageId: missed, outcome: 'failed', callStatus: 'notAnswered', durationSeconds: 0, keyPressed: null,
				failure: expect.objectContaining({ title: 'The call was not answered', fallbackAdvised: false }),
			}),
			pairedItem: { item: 1 },
		},
	]);
});

it('says of a call that eSMS does not know what to do', async () => {
	const { error } = await run([{ messageId: 'ffffffff' }]);
	expect(error?.message).toMatch(/does not know this call/);
	expect(error?.description).toContain('ask again in a minute');
});

it('refuses an empty message ID', async () => {
	const { error } = await run([{}]);
	expect(error?.message).toBe('Message ID is empty');
	expect(stage.simulator.requests()).toEqual([]);
});

it('makes failure items of calls that cannot be told where errors go on', async () => {
	const { outputs } = await run([{ messageId: 'x' }, { messageId: await called('0901888484') }], {}, { onError: 'continueErrorOutput' });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
	expect(outputs[1]?.map(({ json }) => json.messageId)).toEqual(['x']);
});

it.each([
	['a wrong key', { apiKey: 'WRONG-API-KEY', secretKey: 'WRONG-SECRET-KEY' }, undefined, /code 101/],
	['no connection', { apiKey: 'WRONG-API-KEY', secretKey: 'WRONG-SECRET-KEY' }, 'http://127.0.0.1:1', /could not be reached/],
])('shows no key after %s', async (_what, keys, baseUrl, message) => {
	const credentials = { esmsApi: { ...esmsCredentials(simulator, baseUrl)?.esmsApi, ...keys } };
	const result = await run([{ messageId: 'x' }], {}, { credentials });
	expect(result.error?.message).toMatch(message);
	expect(tracesOf(result)).not.toContain('WRONG-');
	expect(JSON.stringify(stage.simulator.requests())).not.toContain('WRONG-');
});
