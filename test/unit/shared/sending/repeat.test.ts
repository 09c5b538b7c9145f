import { failureOf, type FailureClass } from '../../../../nodes/domain/failure';
import { ProviderError } from '../../../../nodes/providers/providerError';
import { RunStopped } from '../../../../nodes/shared/run/stop';
import { sendRepeating } from '../../../../nodes/shared/sending/repeat';
import type { ItemAnswer } from '../../../../nodes/shared/sending/types';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const lost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const answer = (code: string, failureClass: FailureClass, more: object = {}) =>
	new ProviderError({ provider: 'esms', failure: failureOf(code, `Title of ${code}`, failureClass), status: 200, raw: null, ...more });
const taken: ItemAnswer[] = [{ receipt: { status: 'accepted' } }];

/** Makes a request whose tries meet this, one after the other; what is no error is the answer. */
async function meet(tries: unknown[], { repeatable = true, stopsAt = Number.POSITIVE_INFINITY } = {}) {
	let asked = 0;
	const stop = {
		get reason() {
			return asked >= stopsAt ? 'a reason' : undefined;
		},
		because: () => {},
		check: () => {
			if (asked >= stopsAt) throw new RunStopped();
		},
	};
	const send = async () => {
		stop.check();
		const met = tries[asked++];
		if (met instanceof Error) throw met;
		return met as ItemAnswer[];
	};
	const sent = sendRepeating({ items: [0], repeat: repeatable ? 'recognised' : 'reaches', send }, stop).then(
		(answers) => ({ answers, error: undefined }),
		(error: unknown) => ({ answers: undefined, error }),
	);
	await jest.runAllTimersAsync();
	return { ...(await sent), asked };
}

const failureIn = (error: unknown) => (error as ProviderError).details.failure;

it('a request that never left is repeated, whether or not eSMS could tell a repeat', async () => {
	for (const repeatable of [true, false]) expect(await meet([refused, refused, taken], { repeatable })).toMatchObject({ answers: taken, asked: 3 });
});

it('a request whose answer was lost is repeated only where a repeat cannot send twice', async () => {
	expect(await meet([lost, taken])).toMatchObject({ answers: taken, asked: 2 });
	expect(await meet([lost, taken], { repeatable: false })).toEqual({ answers: undefined, error: lost, asked: 1 });
});

describe('after a lost answer', () => {
	it.each<[string, FailureClass]>([
		['103', 'billing'],
		['101', 'auth'],
		['199', 'duplicate'],
		['789', 'template'],
	])('a refusal with %s does not prove that nothing was sent', async (code, failureClass) => {
		const { error } = await meet([lost, answer(code, failureClass)]);
		expect(failureIn(error)).toMatchObject({ code, class: 'uncertain', title: `the first answer was lost, and the repeat was refused: Title of ${code}` });
		expect((error as ProviderError).details.mayBeSent).toBe(true);
	});

	it.each<[string, FailureClass]>([
		['108', 'bad_phone'],
		['110', 'params'],
	])('a refusal of the message itself with %s does', async (code, failureClass) => {
		const refusal = answer(code, failureClass);
		expect((await meet([lost, refusal])).error).toBe(refusal);
	});

	it('the same holds for each message of a batch', async () => {
		const [billing, phone] = [answer('103', 'billing'), answer('108', 'bad_phone')];
		const { answers } = await meet([lost, [...taken, { error: billing }, { error: phone }]]);
		expect(answers?.[0]).toEqual(taken[0]);
		expect(failureIn((answers?.[1] as { error: unknown }).error).class).toBe('uncertain');
		expect(answers?.[2]).toEqual({ error: phone });
	});

	it('a repeat that never left leaves it open', async () => {
		expect(await meet([lost, refused, refused])).toEqual({ answers: undefined, error: lost, asked: 3 });
	});

	it('a run that stops leaves it open, too', async () => {
		expect(await meet([lost, taken], { stopsAt: 1 })).toEqual({ answers: undefined, error: lost, asked: 1 });
	});
});

describe('a duplicate', () => {
	const duplicate: ItemAnswer[] = [{ receipt: { status: 'duplicate' } }];

	it('after a try that was refused is not certain: the refused request may have used up its ID', async () => {
		const { answers } = await meet([answer('160', 'retry'), duplicate]);
		expect(failureIn((answers?.[0] as { error: unknown }).error)).toMatchObject({ code: '160', class: 'uncertain', title: expect.stringContaining('called a duplicate') });
	});

	it.each([
		['the refusal came first', [answer('160', 'retry'), lost, duplicate]],
		['the lost answer came first', [lost, answer('160', 'retry'), duplicate]],
	])('after a refusal and a lost answer is not certain either: %s', async (_, tries) => {
		const { answers } = await meet(tries);
		expect(failureIn((answers?.[0] as { error: unknown }).error)).toMatchObject({ code: '160', class: 'uncertain', title: 'one try was refused (Title of 160), the answer to another was lost, and the repeat was called a duplicate' });
	});

	it('after a lost answer is what was sent', async () => expect((await meet([lost, duplicate])).answers).toEqual(duplicate));
	it('at once is one', async () => expect((await meet([duplicate])).answers).toEqual(duplicate));
	it('after a request that never left is one', async () => expect((await meet([refused, duplicate])).answers).toEqual(duplicate));
});

it('a batch whose first answer came is as it says', async () => {
	const rows = [{ error: answer('103', 'billing') }];
	expect((await meet([rows])).answers).toEqual(rows);
});

it('a run that stopped before the request left says so', async () => {
	expect(await meet([taken], { stopsAt: 0 })).toMatchObject({ error: expect.any(RunStopped), asked: 0 });
});

it.each([
	['the run stops', [answer('160', 'retry'), taken], { stopsAt: 1 }],
	['the provider cannot be reached any more', [answer('160', 'retry'), refused, refused], {}],
])('what was refused stays so where %s before the repeat leaves', async (_, tries, how) => {
	expect((await meet(tries, how)).error).toBe(tries[0]);
});

it.each([
	[undefined, 3],
	[30, 3],
	[31, 1],
])('a refusal for now that asks to wait %p s is asked %d times', async (retryAfter, times) => {
	const busy = answer('429', 'retry', { retryAfter });
	expect(await meet([busy, busy, busy])).toEqual({ answers: undefined, error: busy, asked: times });
});

it('a refusal that every request would meet is not asked again', async () => {
	expect((await meet([answer('429', 'retry', { stopsRun: true }), taken])).asked).toBe(1);
});
