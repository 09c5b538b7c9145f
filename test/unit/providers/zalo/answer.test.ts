import fc from 'fast-check';
import { z } from 'zod';
import { pauseAfterTooMany, readAnswer, readData, saysTokenIsDead } from '../../../../nodes/providers/zalo/answer';
import { ProviderError } from '../../../../nodes/providers/providerError';
import samples from '../../../fixtures/zalo/answers.json';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

describe('an answer of Zalo (zalo.md 1.3)', () => {
	it('is a success by its code alone, whatever the message', () => {
		expect(readAnswer(answerOf(samples.sent))).toEqual({ status: 200, body: samples.sent });
		for (const message of ['success', '', null, { a: 1 }]) expect(readAnswer(answerOf({ error: '0', message })).status).toBe(200);
	});

	it.each([
		[samples.tokenInvalid, '-124', 'auth', true],
		[samples.phoneInvalid, '-108', 'bad_phone', false],
		[samples.noAccount, '-118', 'unreachable', false],
		[{ error: '-118' }, '-118', 'unreachable', false],
		[{ error: -1241, message: 'x' }, '-1241', 'account', true],
	])('refuses with HTTP status 200: %j', async (body, code, failureClass, stopsRun) => {
		const details = await thrownBy(() => readAnswer(answerOf(body)));
		expect(details).toMatchObject({ provider: 'zalo', status: 200, raw: body, failure: { code, class: failureClass }, stopsRun });
		expect(details.mayBeSent ?? false).toBe(false);
	});

	it('means what the host makes of its code (zalo.md 9.4)', async () => {
		expect((await thrownBy(() => readAnswer(answerOf({ error: -100 })))).failure.class).toBe('retry');
		expect((await thrownBy(() => readAnswer(answerOf({ error: -100 }), 'openapi'))).failure.class).toBe('params');
	});

	it('shows the words of Zalo beside a code that nobody knows, and advises no SMS', async () => {
		const { failure } = await thrownBy(() => readAnswer(answerOf({ error: -99999, message: 'Something of 0901888484' })));
		expect(failure).toMatchObject({ code: '-99999', class: 'unknown', fallbackAdvised: null, title: 'Zalo answered code -99999: Something of 090***484' });
	});

	it.each([
		['HTTP status 503', answerOf('', 503)],
		['HTTP status 500 with a success', answerOf(samples.sent, 500)],
		['HTTP status 500 with a code that says little', answerOf({ error: -100 }, 500)],
		['no JSON', answerOf('<html>')],
		['JSON without a code', answerOf({ data: {} })],
		['a code that is none', answerOf({ error: 'no' })],
		['more than is read', { ...answerOf(samples.sent), tooLong: true }],
	])('%s leaves open whether the message was sent (zalo.md 9.5)', async (_, answer) => {
		expect(await thrownBy(() => readAnswer(answer))).toMatchObject({ mayBeSent: true, failure: { class: 'uncertain', fallbackAdvised: null } });
	});

	it.each([
		[429, 'retry'],
		[302, 'protocol'],
		[403, 'protocol'],
	])('HTTP status %d without a code sent nothing', async (status, failureClass) => {
		const details = await thrownBy(() => readAnswer(answerOf('', status, { 'retry-after': '7' })));
		expect([details.failure.class, details.mayBeSent ?? false]).toEqual([failureClass, false]);
		expect(details.retryAfter).toBe(status === 429 ? 7 : undefined);
	});

	it('a refusal with HTTP status 500 stays one where its code says that nothing was done', async () => {
		expect((await thrownBy(() => readAnswer(answerOf(samples.phoneInvalid, 500)))).failure.class).toBe('bad_phone');
	});
});

it('data of another shape is told, with its place', async () => {
	const schema = z.object({ data: z.object({ total: z.number() }) });
	expect((await thrownBy(() => readData(answerOf({ error: 0, data: { total: [] } }), schema))).failure).toMatchObject({ class: 'protocol', title: expect.stringContaining('data.total') as string });
});

it.each([[-124, true], [-216, true], [-220, true], ['-124', true], [-118, false], [-1241, false], [0, false]])('code %p says that the token is dead: %p (zalo.md 9.2, 9.3)', (error, dead) => {
	expect(saysTokenIsDead(answerOf({ error, message: 'x' }))).toBe(dead);
	expect(saysTokenIsDead(answerOf({ error, message: 'x' }, 401))).toBe(dead);
});

it('a message that only names such a code is no answer of that kind', () => {
	expect(saysTokenIsDead(answerOf({ error: 0, message: '"error":-124', data: { error: -124 } }))).toBe(false);
	expect(pauseAfterTooMany(answerOf({ error: 0, message: '-32' }))).toBeUndefined();
});

it('too many calls in a minute slow the whole run (zalo.md 1.5)', () => {
	expect(pauseAfterTooMany(answerOf({ error: -32, message: 'x' }))).toBeGreaterThan(0);
	expect(pauseAfterTooMany(answerOf(samples.sent))).toBeUndefined();
});

it('whatever comes is a success, or told as a ProviderError', () => {
	const anything = fc.oneof(fc.string(), fc.json(), fc.record({ error: fc.anything(), message: fc.anything(), data: fc.anything() }).map((body) => JSON.stringify(body, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))));
	fc.assert(
		fc.property(anything, fc.integer({ min: 200, max: 599 }), (body, status) => {
			const answer = answerOf(body, status);
			saysTokenIsDead(answer);
			pauseAfterTooMany(answer);
			try {
				expect(Number(readAnswer(answer).body.error)).toBe(0);
				expect(status).toBeLessThan(300);
			} catch (error) {
				expect(error).toBeInstanceOf(ProviderError);
				expect((error as ProviderError).details.failure.title).not.toBe('');
			}
		}),
	);
});

it.each([100, '100', 1, '-0', '00', '-', 0.5, 1e21])('the code %s is none of Zalo, so the message may be out (zalo.md 9)', (error) => {
	const read = () => readAnswer({ status: 200, headers: {}, body: JSON.stringify({ error, message: 'x' }) });
	expect(read).toThrow(expect.objectContaining({ details: expect.objectContaining({ mayBeSent: true, failure: expect.objectContaining({ class: 'uncertain' }) }) }));
});
