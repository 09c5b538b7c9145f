import fc from 'fast-check';
import { z } from 'zod';
import { pauseAfterTooMany, readAnswer, readData, saysTokenIsDead, UNCERTAIN_ACTION } from '../../../../nodes/providers/zalo/answer';
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
		[{ error: ' -118 ' }, '-118', 'unreachable', false],
		[{ error: -1241, message: 'x' }, '-1241', 'account', true],
	])('refuses with HTTP status 200: %j', async (body, code, failureClass, stopsRun) => {
		const details = await thrownBy(() => readAnswer(answerOf(body)));
		expect(details).toMatchObject({ provider: 'zalo', status: 200, raw: body, failure: { code, class: failureClass }, stopsRun });
		expect(details.mayBeSent ?? false).toBe(false);
	});

	it.each([-101, -102, -103, -104, -105, -1241, -242])('with code %d would refuse every other message, too', async (error) => {
		expect(await thrownBy(() => readAnswer(answerOf({ error })))).toMatchObject({ failure: { class: 'account' }, stopsRun: true });
	});

	it('means what the host makes of its code (zalo.md 9.4)', async () => {
		expect((await thrownBy(() => readAnswer(answerOf({ error: -100 })))).failure.class).toBe('retry');
		expect((await thrownBy(() => readAnswer(answerOf({ error: -100 }), 'openapi'))).failure.class).toBe('params');
	});

	it('shows the words of Zalo beside a code that nobody knows, and advises no SMS', async () => {
		const { failure } = await thrownBy(() => readAnswer(answerOf({ error: -99999, message: 'Something of 0901888484' })));
		expect(failure).toMatchObject({ code: '-99999', class: 'unknown', fallbackAdvised: null, title: 'Zalo answered code -99999: Something of 090***484' });
	});

	it('shows a code that nobody knows without words where Zalo has none', async () => {
		for (const message of [undefined, null, 7, { a: 1 }]) expect((await thrownBy(() => readAnswer(answerOf({ error: -99999, message })))).failure.title).toBe('Zalo answered code -99999');
	});

	it.each([
		['HTTP status 500', answerOf('', 500)],
		['HTTP status 303, which comes after the work is done', answerOf('', 303)],
		['HTTP status 503', answerOf('<html>', 503)],
		['HTTP status 300 with a success', answerOf(samples.sent, 300)],
		['HTTP status 500 with a success', answerOf(samples.sent, 500)],
		['HTTP status 500 with a code that says little', answerOf({ error: -100 }, 500)],
		['HTTP status 500 with a code that nobody knows', answerOf({ error: -99999 }, 500)],
		['no JSON', answerOf('<html>')],
		['JSON without a code', answerOf({ data: {} })],
		['a code that is none', answerOf({ error: 'no' })],
		['more than is read', { ...answerOf(samples.sent), tooLong: true }],
	])('%s leaves open whether the message was sent (zalo.md 9.5)', async (_, answer) => {
		const code = answer.status < 300 ? null : String(answer.status);
		expect(await thrownBy(() => readAnswer(answer))).toMatchObject({ provider: 'zalo', mayBeSent: true, failure: { code, class: 'uncertain', fallbackAdvised: null, recommendedAction: UNCERTAIN_ACTION } });
	});

	it.each([
		[answerOf('<html>'), 'Zalo answered with a text that is not JSON', '<html>'],
		[answerOf({ data: {} }), 'Zalo answered with JSON without a code that can be read', { data: {} }],
		[answerOf(samples.sent, 500), 'Zalo answered with HTTP status 500', samples.sent],
		[{ ...answerOf('x'.repeat(9999)), tooLong: true }, 'Zalo answered with more than 20 MB', 'x'.repeat(500)],
	])('of which nobody knows what it means is shown: %#', async (answer, title, raw) => {
		expect(await thrownBy(() => readAnswer(answer))).toMatchObject({ status: answer.status, raw, failure: { title } });
	});

	it('warns of a second paid message where the first may be out', () => {
		expect(UNCERTAIN_ACTION).toContain('second paid message');
	});

	it.each([
		[429, 'retry', 'Zalo is receiving too many requests', 'requests per second'],
		[302, 'protocol', 'Zalo redirects to another address (HTTP status 302), which is not followed', 'Nothing was sent'],
		[400, 'protocol', 'Zalo refused the request with HTTP status 400', 'Base URL'],
		[403, 'protocol', 'Zalo refused the request with HTTP status 403', 'Base URL'],
		[499, 'protocol', 'Zalo refused the request with HTTP status 499', 'Base URL'],
	])('HTTP status %d without a code sent nothing', async (status, failureClass, title, advice) => {
		const details = await thrownBy(() => readAnswer(answerOf('empty', status, { 'retry-after': '7' })));
		expect(details).toMatchObject({ provider: 'zalo', status, raw: 'empty', failure: { code: String(status), class: failureClass, title } });
		expect(details.mayBeSent ?? false).toBe(false);
		expect(details.failure.recommendedAction).toContain(advice);
		expect(details.retryAfter).toBe(status === 429 ? 7 : undefined);
	});

	it.each([[{}], [{ 'retry-after': 'soon' }]])('HTTP status 429 with the headers %j says nothing of how long to wait', async (headers) => {
		expect((await thrownBy(() => readAnswer(answerOf('', 429, headers)))).retryAfter).toBeUndefined();
	});

	it('too many calls sent nothing, whatever the HTTP status', async () => {
		const { failure, mayBeSent = false } = await thrownBy(() => readAnswer(answerOf({ error: -32 }, 503)));
		expect([failure.code, failure.class, mayBeSent]).toEqual(['-32', 'retry', false]);
	});

	it('a refusal with HTTP status 500 stays one where its code says that nothing was done', async () => {
		expect((await thrownBy(() => readAnswer(answerOf(samples.phoneInvalid, 500)))).failure.class).toBe('bad_phone');
	});
});

it('data of another shape is told, with its place', async () => {
	const schema = z.object({ data: z.object({ total: z.number() }) });
	const body = { error: 0, data: { total: [] } };
	expect(await thrownBy(() => readData(answerOf(body), schema))).toMatchObject({
		provider: 'zalo', status: 200, raw: body,
		failure: { code: null, class: 'protocol', title: 'Zalo answered, but "total" in its answer is missing or cannot be read' },
	});
	expect(readData(answerOf({ error: 0, data: { total: 3, more: 1 } }), schema)).toEqual({ data: { total: 3 } });
});

it.each([[-124, true], [-216, true], [-220, true], ['-124', true], [-118, false], [-1241, false], [0, false]])('code %p says that the token is dead: %p (zalo.md 9.2, 9.3)', (error, dead) => {
	expect(saysTokenIsDead(answerOf({ error, message: 'x' }))).toBe(dead);
	expect(saysTokenIsDead(answerOf({ error, message: 'x' }, 401))).toBe(dead);
});

it.each(['', '<html>', 'error', '{"data":{}}', '{"error":"-124"', '{"error":null}', '{"error":124}'])('%p does not say that the token is dead, so nothing is sent again', (body) => {
	expect(saysTokenIsDead(answerOf(body))).toBe(false);
	expect(saysTokenIsDead(answerOf(body, 401))).toBe(false);
});

it('an answer that was read only in part says neither that the token is dead nor that there are too many calls', () => {
	expect(saysTokenIsDead({ ...answerOf(samples.tokenInvalid), tooLong: true })).toBe(false);
	expect(pauseAfterTooMany({ ...answerOf({ error: -32 }), tooLong: true })).toBeUndefined();
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

it.each([100, '100', 1, '-0', '00', '-', 0.5, 1e21, 'x-118', '-118x', '-12345678901', '-1x'])('the code %s is none of Zalo, so the message may be out (zalo.md 9)', (error) => {
	const read = () => readAnswer({ status: 200, headers: {}, body: JSON.stringify({ error, message: 'x' }) });
	expect(read).toThrow(expect.objectContaining({ details: expect.objectContaining({ mayBeSent: true, failure: expect.objectContaining({ class: 'uncertain' }) }) }));
});
