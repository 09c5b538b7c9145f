import fc from 'fast-check';
import { z } from 'zod';
import { parseData, pauseAfterTooMany, readAnswer } from '../../../../nodes/providers/caresoft/answer';
import { ProviderError } from '../../../../nodes/providers/providerError';
import samples from '../../../fixtures/caresoft/answers.json';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const HTML = '<html><body>Bad Gateway</body></html>';

describe('readAnswer takes both dialects for success (caresoft.md 2.1)', () => {
	it.each([
		['status, as the ZNS page prints it', samples.zns],
		['code, as everywhere else', samples.sms],
		['a word with spaces at its ends', '{"code":" ok\\r\\n"}'],
		['status in lower case', '{"status":"ok"}'],
		['code in upper case', '{"code":"OK"}'],
		['code with an empty status beside it', '{"code":"ok","status":null}'],
		['status with an empty code beside it', '{"code":null,"status":"OK"}'],
		['an empty message', '{"code":"ok","message":null}'],
		['code with a status of another type beside it', '{"code":"ok","status":200}'],
		['status with a list beside it that is no message', '{"status":"OK","message":[]}'],
	])('%s', (_what, body) => {
		expect(readAnswer(answerOf(body))).toEqual(JSON.parse(body));
	});

	it('keeps long IDs', () => {
		expect(readAnswer(answerOf('{"code":"ok","ticket":{"ticket_id":1234567890123456789}}')).ticket).toEqual({
			ticket_id: '1234567890123456789',
		});
	});
});

describe('readAnswer tells a clear no', () => {
	it.each([
		['an unknown contact, with 400', samples.notFoundUser, 400, 'Not found user', '400'],
		['an unknown contact, with 200: the HTTP status alone says nothing', samples.notFoundUser, 200, 'Not found user', null],
		['a contact that exists', samples.duplicateContact, 400, 'phone_no already exist', '400'],
		['errors in the dialect of ZNS', '{"status":"ERROR","message":"no"}', 200, 'no', null],
		['400 with HTML', HTML, 400, 'HTTP status 400', '400'],
		['403 with HTML', HTML, 403, 'HTTP status 403', '403'],
		['words of a wrong domain without the status of one', '{"code":"errors","message":"Domain incorrect"}', 400, 'Domain incorrect', '400'],
		['words of a lock-out without the status of one', '{"code":"errors","message":"too many times"}', 400, 'too many times', '400'],
		['words with spaces around them', '{"code":"errors","message":" no "}', 200, 'no', null],
		['errors with 300', '{"code":"errors"}', 300, 'HTTP status 300', '300'],
		['words that are none beside it', '{"code":"errors","message":{"a":1}}', 400, 'HTTP status 400', '400'],
	])('%s', async (_what, body, status, why, code) => {
		const details = await thrownBy(() => readAnswer(answerOf(body, status)));
		expect(details).toMatchObject({
			provider: 'caresoft',
			status,
			failure: { code, title: `CareSoft refused the request: ${why}`, fallbackAdvised: null, recommendedAction: expect.stringContaining('Check the IDs and the values') },
		});
		expect(details.mayBeSent ?? false).toBe(false);
		expect(details.stopsRun ?? false).toBe(false);
	});
});

it.each([301, 302, 307, 308])('a redirect with %d is not followed, and nothing was sent', async (status) => {
	const details = await thrownBy(() => readAnswer(answerOf('', status)));
	expect(details.failure).toMatchObject({ code: String(status), class: 'protocol', title: expect.stringContaining('redirects to another address'), recommendedAction: expect.stringContaining('Nothing was sent') });
	expect(details.mayBeSent ?? false).toBe(false);
});

describe('readAnswer stops the run where every further request would meet the same (caresoft.md 3)', () => {
	it.each([
		['a wrong token', '', 401, 'auth', /token/],
		['a wrong token, with words', '{"code":"errors","message":"Unauthenticated."}', 401, 'auth', /token/],
		['the lock-out after too many refusals', samples.locked, 404, 'account', /locked/],
		['the lock-out as plain text', 'Domain incorrect TOO MANY TIMES', 404, 'account', /locked/],
		['the lock-out with another status', samples.locked, 400, 'account', /locked/],
		['a wrong domain', '{"code":"errors","message":"Domain incorrect"}', 404, 'account', /does not know this domain/],
	])('%s', async (_what, body, status, failureClass, title) => {
		const details = await thrownBy(() => readAnswer(answerOf(body, status)));
		expect(details).toMatchObject({ status, stopsRun: true, failure: { code: String(status === 400 ? 404 : status), class: failureClass, fallbackAdvised: false } });
		expect(details.failure.title).toMatch(title);
		expect(details.mayBeSent ?? false).toBe(false);
		expect(details.retryAfter).toBeUndefined();
	});

	it.each(['<html>Not Found</html>', '', '{"code":"errors","message":"Not found"}'])('goes on after another 404, which may be a ticket that is gone: %j', async (body) => {
		const details = await thrownBy(() => readAnswer(answerOf(body, 404)));
		expect(details.stopsRun ?? false).toBe(false);
		expect(details.mayBeSent ?? false).toBe(false);
		expect(details.failure).toMatchObject({ code: '404', class: 'unknown', recommendedAction: expect.stringContaining('may be gone') });
	});

	it('a 404 to a call that names no record is about the address', async () => {
		const details = await thrownBy(() => readAnswer(answerOf('<html>Not Found</html>', 404), { namesId: false }));
		expect(details.failure).toMatchObject({
			code: '404', class: 'account', title: expect.stringContaining('no CareSoft at the address of the credential'), recommendedAction: expect.stringContaining('Custom Host URL'),
		});
	});

	it('names both reasons of a lock-out: too many requests, or a wrong domain', async () => {
		const { failure } = await thrownBy(() => readAnswer(answerOf(samples.locked, 404)));
		expect(failure.recommendedAction).toMatch(/15 minutes/);
		expect(failure.recommendedAction).toMatch(/too many requests/);
		expect(failure.recommendedAction).toMatch(/domain/);
	});

	it.each([samples.tooManyRequests, '{"code":"errors","message":"Too Many Attempts."}', ''])('but not after too many requests, where it slows down: %j', async (body) => {
		const details = await thrownBy(() => readAnswer(answerOf(body, 429)));
		expect(details).toMatchObject({ status: 429, stopsRun: false, failure: { code: '429', class: 'retry', title: expect.stringContaining('too many requests') } });
		expect(details.mayBeSent ?? false).toBe(false);
	});

	it('nor where only the words say that there were too many', async () => {
		const answer = answerOf('{"code":"errors","message":"Too Many Attempts."}');
		expect(await thrownBy(() => readAnswer(answer))).toMatchObject({ stopsRun: false, failure: { code: '429', class: 'retry' } });
		expect(pauseAfterTooMany(answer)).toBeGreaterThan(0);
		expect(pauseAfterTooMany(answerOf('{"code":"ok","ticket":{"ticket_subject":"Too many attempts"}}'))).toBeUndefined();
	});

	it('reads Retry-After where it is there', async () => {
		expect((await thrownBy(() => readAnswer(answerOf('', 429, { 'retry-after': '60' })))).retryAfter).toBe(60);
		expect((await thrownBy(() => readAnswer(answerOf('', 429, { 'retry-after': 'soon' })))).retryAfter).toBeUndefined();
	});
});

it('parseData names the field that is not as expected', async () => {
	const schema = z.object({ agents: z.array(z.unknown()) });
	expect(parseData({ status: 200, body: { agents: [1] } }, schema)).toEqual({ agents: [1] });
	const details = await thrownBy(() => parseData({ status: 200, body: { code: 'ok', agents: 'none' } }, schema));
	expect(details).toMatchObject({ provider: 'caresoft', raw: { code: 'ok', agents: 'none' }, failure: { class: 'protocol', title: expect.stringContaining('agents') } });
	const rows = z.object({ agents: z.array(z.object({ id: z.number() })) });
	const { failure } = await thrownBy(() => parseData({ status: 200, body: { agents: [{ id: 'x' }] } }, rows));
	expect(failure.title).toBe('CareSoft answered, but "id" in its answer is missing or cannot be read');
});

describe('readAnswer does not call an unclear answer a no', () => {
	it.each([
		['500 with HTML', HTML, 500],
		['502 without a body', '', 502],
		['500 in the words of its framework', '{"message":"Server Error"}', 500],
		['200 with HTML', HTML, 200],
		['200 without a body', '', 200],
		['200 with half a JSON', samples.zns.slice(0, 20), 200],
		['200 with the keys unquoted', samples.tooManyRequests, 200],
		['200 with a list', '[]', 200],
		['200 without code and status', '{"ticket":{"ticket_id":1}}', 200],
		['200 with a number for the code', '{"code":0}', 200],
		['200 with a word that is not documented', '{"code":"queued"}', 200],
		['200 with a word that only ends like a refusal', '{"code":"no errors"}', 200],
		['500 that says errors: a message was taken and answered like this', '{"code":"errors","message":"Scenario not found"}', 500],
		['502 that says errors', '{"code":"errors"}', 502],
		['500 that says errors in the dialect of ZNS', '{"status":"ERROR"}', 500],
		['500 with a word that is not documented', '{"status":"queued"}', 500],
		['success with an HTTP status that denies it', '{"code":"ok"}', 400],
		['success with the first status that denies it', '{"code":"ok"}', 300],
		['303, which comes after the work', '', 303],
	])('%s', async (_what, body, status) => {
		const details = await thrownBy(() => readAnswer(answerOf(body, status)));
		expect(details).toMatchObject({
			provider: 'caresoft',
			mayBeSent: true,
			failure: { code: status >= 300 ? String(status) : null, class: 'uncertain', fallbackAdvised: null },
		});
		expect(details.stopsRun ?? false).toBe(false);
	});

	it('says what came instead', async () => {
		const titleOf = async (body: string, status = 200) => (await thrownBy(() => readAnswer(answerOf(body, status)))).failure.title;
		expect(await titleOf('{"code":"queued"}')).toBe('CareSoft answered with JSON that does not say whether it worked');
		expect(await titleOf(HTML)).toBe('CareSoft answered with a text that is not JSON');
		expect(await titleOf('', 500)).toBe('CareSoft answered with HTTP status 500');
		expect(await titleOf('{"code":"errors","message":" Database error "}', 500)).toBe('CareSoft answered with HTTP status 500: Database error');
	});

	it('says so where there was too much to read', async () => {
		const { failure, raw } = await thrownBy(() => readAnswer({ ...answerOf(`{"code":"ok"}${' '.repeat(1_000)}`), tooLong: true }));
		expect(failure).toMatchObject({ class: 'uncertain', title: 'CareSoft answered with more than 20 MB' });
		expect(raw).toHaveLength(500);
	});

	it('throws nothing but ProviderError, whatever comes', () => {
		const body = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.json(),
			fc.dictionary(fc.constantFrom('code', 'status', 'message', 'ticket'), fc.jsonValue()).map((value) => JSON.stringify(value)),
		);
		fc.assert(
			fc.property(body, fc.integer({ min: 200, max: 599 }), (text, status) => {
				try {
					readAnswer(answerOf(text, status));
					expect(text.toLowerCase()).toContain('ok');
					expect(status).toBeLessThan(300);
				} catch (error) {
					expect(error).toBeInstanceOf(ProviderError);
				}
			}),
		);
	});
});

it.each(['{"code":"errors","status":"OK","ticket":{"ticketId":"297002"}}', '{"code":"ok","status":"error"}'])('a yes and a no in one answer prove neither: %s', async (body) => {
	expect(await thrownBy(() => readAnswer(answerOf(body)))).toMatchObject({ mayBeSent: true, failure: { class: 'uncertain' } });
});

it('a refusal without words says that no reason was given', async () => {
	expect((await thrownBy(() => readAnswer(answerOf('{"code":"errors"}')))).failure.title).toBe('CareSoft refused the request: no reason was given');
});
