import { failureOf } from '../../../../nodes/domain/failure';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { readAgain } from '../../../../nodes/shared/run/readAgain';
import { createStop } from '../../../../nodes/shared/run/stop';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const unclear = new ProviderError({ provider: 'esms', failure: failureOf(null, 'no code', 'retry'), status: 200, raw: null });
const locked = new ProviderError({ provider: 'esms', failure: failureOf('101', 'the keys are wrong', 'account'), status: 200, raw: null, stopsRun: true });

it.each([
	['first', [locked], 1],
	['second', [unclear, locked], 2],
	['last', [unclear, unclear, locked], 3],
])('an account that is refused stops the run, be it at the %s try', async (_, errors, tries) => {
	const stop = createStop({ getExecutionCancelSignal: () => undefined });
	const call = jest.fn<Promise<never>, []>();
	for (const error of errors) call.mockRejectedValueOnce(error);
	const met = readAgain(call, stop).catch((error: unknown) => error);
	await jest.runAllTimersAsync();
	expect([await met, call.mock.calls.length, stop.reason]).toEqual([locked, tries, 'the keys are wrong']);
});
