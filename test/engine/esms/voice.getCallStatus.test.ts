import type { EngineRun } from '../../support/engine.mjs';
import { simulated, showsKeys } from './simulated.mjs';

const stage = simulated('voice', 'getCallStatus', { messageId: '={{ $json.messageId }}' });
const run = async (items: EngineRun['items'], parameters?: EngineRun['parameters'], more?: Partial<EngineRun>) => await stage.run(parameters, items, more);

/** @returns the message ID of a call that is over */
async function called(phone: string): Promise<string> {
	const { outputs } = await stage.run({ operation: 'callByRecording', phone, recordingId: '7002', options: { ivr: 1 } });
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

it('shows no key after a wrong one, in errors as in the log', async () => {
	const result = await stage.runWithWrongKey({ messageId: 'x' });
	expect(result.error?.message).toContain('(code 101)');
	expect(showsKeys(result)).toBe(false);
	expect(JSON.stringify(stage.simulator.requests())).not.toContain('WRONG-');
});

it('asks again where no answer comes, as reading changes nothing, and shows no key', async () => {
	const result = await stage.runUnanswered({ messageId: 'x' });
	expect(result.error?.message).toContain('No answer came from eSMS');
	expect(result.error?.description).toContain('Nothing was changed.');
	expect(result.asked).toBe(3);
	expect(showsKeys(result)).toBe(false);
});
