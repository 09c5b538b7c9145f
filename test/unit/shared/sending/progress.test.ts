import { createProgress } from '../../../../nodes/shared/sending/progress';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function start(total: number) {
	const logged: string[] = [];
	const shown: string[] = [];
	const logger = { info: (line: string) => logged.push(line) };
	const context = { getNode: () => ({ name: 'Send ZNS' }), logger, sendMessageToUI: (line: string) => shown.push(line) };
	return { logged, shown, progress: createProgress(context as never, total) };
}

it('says nothing of a short run', () => {
	const { logged, progress } = start(3);
	jest.advanceTimersByTime(4_900);
	for (const through of [1, 2, 3]) progress(through);
	expect(logged).toEqual([]);
});

it('says how far a long run is, at most every five seconds, in the log and in the browser', () => {
	const { logged, shown, progress } = start(100);
	for (let through = 1; through <= 100; through++) {
		jest.advanceTimersByTime(200);
		progress(through);
	}
	expect(logged).toEqual(['25', '50', '75'].map((through) => `Send ZNS: ${through} of 100 items are through`));
	expect(shown).toEqual(logged);
});

it('leaves the end to the result', () => {
	const { logged, progress } = start(2);
	jest.advanceTimersByTime(10_000);
	progress(2);
	expect(logged).toEqual([]);
});
