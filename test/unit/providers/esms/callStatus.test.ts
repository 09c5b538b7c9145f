import fc from 'fast-check';
import { getCallReport } from '../../../../nodes/providers/esms/callStatus';
import { ProviderError } from '../../../../nodes/providers/providerError';
import samples from '../../../fixtures/esms/voice.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const NOW = new Date('2026-07-01T00:00:00Z');
const ID = samples.callStatus.ReferenceId;

function ask(body: unknown) {
	const { transport, requests } = recordingTransport(() => answerOf(body));
	return { requests, report: async () => await getCallReport({ baseUrl: '', transport }, ID, NOW) };
}

it('reads the documented sample (esms.md 9)', async () => {
	const { report, requests } = ask(samples.callStatus);
	expect(await report()).toMatchObject({
		provider: 'esms',
		channel: 'voice',
		messageId: ID,
		outcome: 'delivered',
		final: true,
		failure: null,
		callStatus: 'answered',
		durationSeconds: 13,
		keyPressed: null,
		receivedAt: '2026-07-01T00:00:00.000Z',
		raw: samples.callStatus,
	});
	expect(requests).toEqual([
		{ method: 'GET', url: 'https://voiceapi.esms.vn/MainService.svc/json/GetSendStatus', query: { ReferenceId: ID } },
	]);
});

it.each(['NOANSWERED', 'NO ANSWER'])('%s is a failed call that can be tried again', async (CallStatus) => {
	const { report } = ask({ ...samples.callStatus, CallStatus, CallDuration: 0, SentResult: 0 });
	expect(await report()).toMatchObject({
		outcome: 'failed',
		callStatus: 'notAnswered',
		durationSeconds: 0,
		failure: { title: 'The call was not answered', class: 'retry', recommendedAction: expect.stringMatching(/^Call again later/), fallbackAdvised: false },
	});
});

it.each([
	['a call under way', { SendStatus: 2, CallStatus: '', SentResult: 0 }, { outcome: 'pending', final: false, callStatus: null, failure: null }],
	['a key that was pressed', { Ivr: '1' }, { outcome: 'delivered', keyPressed: '1' }],
	['a key that comes as a number', { Ivr: 0 }, { keyPressed: '0' }],
	['a word that is not documented', { CallStatus: 'BUSY', SentResult: 0 }, { outcome: 'failed', callStatus: 'BUSY' }],
	['no result yet', { SentResult: null }, { outcome: 'unknown', final: false }],
	['a call that nobody has answered yet', { SendStatus: 2, CallStatus: 'NO ANSWER', SentResult: null }, { outcome: 'pending', callStatus: 'notAnswered', failure: null }],
	['a failure for another reason', { CallStatus: 'ANSWERED', SentResult: 0 }, { outcome: 'failed', callStatus: 'answered', failure: { title: 'The message was not delivered, no reason was given' } }],
	['a rejected call', { SendStatus: 4, CallStatus: 'NO ANSWER', SentResult: 0 }, { outcome: 'rejected', failure: { title: 'eSMS rejected the message' } }],
	['a length that cannot be read', { CallDuration: 'long' }, { durationSeconds: null }],
	['a word in lower case', { CallStatus: 'answered' }, { callStatus: 'answered' }],
])('reads %s', async (_what, own, expected) => {
	expect(await ask({ ...samples.callStatus, ...own }).report()).toMatchObject(expected);
});

it.each(['105', '854'])('%s means that eSMS knows no such call', async (CodeResponse) => {
	expect(await ask({ CodeResponse }).report()).toBeUndefined();
});

it('explains another code', async () => {
	expect((await thrownBy(ask({ CodeResponse: '101', ErrorMessage: 'Authorize Failed' }).report)).failure.class).toBe('auth');
});

it('reads any answer or says what is wrong with it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.record({ CallDuration: fc.jsonValue(), CallStatus: fc.jsonValue(), Ivr: fc.jsonValue(), SendStatus: fc.jsonValue(), SentResult: fc.jsonValue() }), async (own) => {
			try {
				expect(['delivered', 'failed', 'rejected', 'pending', 'unknown']).toContain((await ask({ CodeResponse: '100', ...own }).report())?.outcome);
			} catch (error) {
				expect(error).toBeInstanceOf(ProviderError);
			}
		}),
	);
});
