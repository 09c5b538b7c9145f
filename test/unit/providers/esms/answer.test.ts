import fc from 'fast-check';
import { z } from 'zod';
import { expectOk, pauseAfterTooMany, readAnswer, readData } from '../../../../nodes/providers/esms/answer';
import { ProviderError } from '../../../../nodes/providers/providerError';
import samples from '../../../fixtures/esms/answers.json';
import { answerOf } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const HTML = '<?xml version="1.0"?><html><head><title>Request Error</title></head><body>The server encountered an error</body></html>';

describe('readAnswer finds the code in each of the six envelopes (esms.md 1.4)', () => {
	it.each([
		['A, a send', samples.accepted, '100', undefined],
		['A, a wrong key', samples.authorizeFailed, '101', 'Authorize Failed'],
		['A, a template of another account', samples.templateNotConfigured, '789', 'TemplateId is not config'],
		['A, a repeat', samples.duplicate, '124', 'Request exist 1'],
		['A, a wrong SMS text', samples.wrongSmsTemplate, '146', 'Sai template Brandname CSKH'],
		['B, the balance', samples.balance, '100', undefined],
		['B, the balance with a wrong key', samples.balanceAuthorizeFailed, '101', 'Authorize Failed'],
		['B, brandnames', samples.brandnames, '100', undefined],
		['B, brandnames with a wrong key, which has the key of C', samples.brandnamesAuthorizeFailed, '101', 'Authorize Failed'],
		['C, Official Accounts', samples.officialAccounts, '100', 'success'],
		['C, templates', samples.templates, '100', 'success'],
		['C, the status of a Zalo message', samples.zaloStatus, '100', undefined],
		['C, the delivery of a Zalo message', samples.zaloDelivery, '100', 'success. '],
		['D, stored callbacks, with a number', samples.storedCallbacks, '100', 'Success'],
		['E, the template detail, with a number', samples.template, '0', 'Success'],
	])('%s', (_what, body, code, text) => {
		expect(readAnswer(answerOf(body))).toMatchObject({ code, text });
	});

	it.each([200, 400, 403])('F, without any code, with HTTP status %d: a clear no, nothing was sent', async (status) => {
		const details = await thrownBy(() => readAnswer(answerOf(samples.invalidRequest, status)));
		expect(details).toMatchObject({
			provider: 'esms',
			status,
			raw: { error: 'Invalid request' },
			failure: { code: null, class: 'protocol', title: expect.stringContaining('Invalid request') as string },
		});
		expect(details.mayBeSent ?? false).toBe(false);
	});

	it.each(['CodeResult', 'CodeResponse', 'Code', 'Error'])('%s may be text or a number', (key) => {
		expect(readAnswer(answerOf({ [key]: '103' })).code).toBe('103');
		expect(readAnswer(answerOf({ [key]: 103 })).code).toBe('103');
	});

	it.each([{ ErrorMessage: { a: 1 } }, { Message: 5 }, { error: [] }])('counts without words that can be read: %j', (words) => {
		expect(readAnswer(answerOf({ CodeResult: '103', ...words }))).toMatchObject({ code: '103', text: undefined });
	});

	it.each([
		{ CodeResult: '103', Error: null },
		{ CodeResult: null, CodeResponse: '103' },
		{ CodeResult: '103', Error: 'in words', Code: {} },
	])('is the first that is there: %j', (body) => {
		expect(readAnswer(answerOf(body)).code).toBe('103');
	});

	it('says more than an HTTP status of refusal beside it (esms.md 17.3)', () => {
		for (const status of [300, 400, 500]) expect(readAnswer(answerOf({ CodeResult: '101' }, status))).toMatchObject({ code: '101' });
	});

	it('may have spaces around it', () => {
		expect(readAnswer(answerOf({ CodeResult: ' 100 ' })).code).toBe('100');
	});

	it('keeps members that nobody has documented, and IDs of 19 digits', () => {
		expect(readAnswer(answerOf('{"CodeResult":"100","IsSandbox":"1","OAID":4097311281936189049}')).data).toMatchObject({
			IsSandbox: '1',
			OAID: '4097311281936189049',
		});
	});
});

describe('readAnswer tells a lost answer from a clear no', () => {
	it.each([
		['an HTML page', HTML, 200],
		['an empty body', '', 200],
		['a truncated JSON', samples.accepted.slice(0, 30), 200],
		['JSON that is no object', '"100"', 200],
		['a list', '[]', 200],
		['null', 'null', 200],
		['an object without a code', '{"Balance": 5}', 200],
		['a code that is neither text nor a number', '{"CodeResult":{"a":1}}', 200],
		['HTTP 500 with HTML', HTML, 500],
		['HTTP 500 with the words of a refusal', samples.invalidRequest, 500],
		['HTTP 300 with the words of a refusal', samples.invalidRequest, 300],
		['HTTP 502 without a body', '', 502],
		['HTTP 504', 'Gateway Timeout', 504],
		['HTTP 500 with a code of success', samples.accepted, 500],
		['HTTP 400 with a code of success', samples.accepted, 400],
		['HTTP 400 with the code of success of the template detail', '{"Error":0}', 400],
		['the first HTTP status that denies a code of success', samples.accepted, 300],
		['HTTP 429 with a code of success', samples.accepted, 429],
		['HTTP 303, which comes after the work', '', 303],
		['HTTP 500 with a code that nobody documents, such as that of a server in between', '{"Code":500,"Message":"Internal Server Error"}', 500],
		['HTTP 504 with such a code as text', '{"CodeResult":"504"}', 504],
		['a code in words beside those of a refusal', '{"CodeResult":"x","error":"Invalid request"}', 200],
		['an empty code', '{"CodeResult":""}', 200],
		['a code in words', '{"CodeResult":"OK"}', 200],
		['a code with a letter in front of it', '{"CodeResult":"x100"}', 200],
		['a code with a letter behind it', '{"CodeResult":"100x"}', 200],
	])('%s: the message may be out', async (_what, body, status) => {
		const details = await thrownBy(() => readAnswer(answerOf(body, status)));
		expect(details).toMatchObject({ provider: 'esms', status, mayBeSent: true, failure: { class: 'uncertain', fallbackAdvised: null } });
		expect(details.failure.code).toBe(status >= 300 ? String(status) : null);
	});

	it.each([
		['HTTP 400 with the page of a body that could not be read', HTML, 400],
		['HTTP 403', 'Forbidden', 403],
		['HTTP 404', '', 404],
		['a redirect, which is not followed', '', 302],
		['a redirect for good', '', 308],
	])('%s: nothing was sent', async (_what, body, status) => {
		const details = await thrownBy(() => readAnswer(answerOf(body, status)));
		expect(details.failure.title).toMatch(status < 400 ? /redirects to another address/ : /refused the request with HTTP status/);
		expect(details).toMatchObject({ status, failure: { code: String(status), class: 'protocol', fallbackAdvised: false } });
		expect(details.mayBeSent ?? false).toBe(false);
	});

	it.each([
		[{}, undefined],
		[{ 'retry-after': '7' }, 7],
		[{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, undefined],
	])('HTTP 429 with %j may be sent again', async (headers, retryAfter) => {
		const details = await thrownBy(() => readAnswer(answerOf('', 429, headers)));
		expect(details.failure).toMatchObject({ code: '429', class: 'retry', fallbackAdvised: false });
		expect(details.retryAfter).toBe(retryAfter);
		expect(details.mayBeSent ?? false).toBe(false);
	});

	it('HTTP 429 with a code of its own is as good as without', async () => {
		expect((await thrownBy(() => readAnswer(answerOf({ Code: 429, Message: 'Too Many Requests' }, 429)))).failure).toMatchObject({ code: '429', class: 'retry' });
		expect(readAnswer(answerOf({ CodeResult: '160' }, 429)).code).toBe('160');
	});

	it('words that repeat the request hold no URL that starts or resumes a run', async () => {
		const words = 'CallbackUrl https://n8n.myshop.vn/webhook-waiting/7/node?signature=TOKEN&cb= is too long';
		const { text } = readAnswer(answerOf({ CodeResult: '998', ErrorMessage: words }));
		expect(text).toBe('CallbackUrl https://n8n.myshop.vn/… is too long');
		const { failure, raw } = await thrownBy(() => readAnswer(answerOf({ error: words })));
		expect(`${failure.title} ${JSON.stringify(raw)}`).not.toMatch(/TOKEN|webhook/);
	});

	it('says what came instead', async () => {
		const titleOf = async (body: string, status = 200) => (await thrownBy(() => readAnswer(answerOf(body, status)))).failure.title;
		expect(await titleOf('{"Balance":5}')).toBe('eSMS answered with JSON without a code that can be read');
		expect(await titleOf(HTML)).toBe('eSMS answered with a text that is not JSON');
		expect(await titleOf('', 500)).toBe('eSMS answered with HTTP status 500');
	});

	it('says so where there was too much to read', async () => {
		const { failure, mayBeSent, raw } = await thrownBy(() => readAnswer({ ...answerOf(`${samples.accepted}${' '.repeat(1_000)}`), tooLong: true }));
		expect(failure).toMatchObject({ class: 'uncertain', title: 'eSMS answered with more than 20 MB' });
		expect(mayBeSent).toBe(true);
		expect(raw).toHaveLength(500);
	});

	it('keeps little of a long answer for the user', async () => {
		const { raw } = await thrownBy(() => readAnswer(answerOf({ list: Array.from({ length: 10_000 }, () => 'x') })));
		expect(JSON.stringify(raw).length).toBeLessThan(2_500);
		const { code, text } = readAnswer(answerOf({ CodeResult: '5', ErrorMessage: 'x'.repeat(10_000) }));
		expect([code, text?.length]).toEqual(['5', 500]);
	});

	it('keeps a page of HTML for the user, cut', async () => {
		const { raw } = await thrownBy(() => readAnswer(answerOf('x'.repeat(10_000))));
		expect(raw).toBe('x'.repeat(500));
	});

	it('throws nothing but ProviderError, whatever comes', () => {
		const body = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.dictionary(fc.constantFrom('CodeResult', 'Code', 'error', 'Message'), fc.jsonValue()).map((value) => JSON.stringify(value)));
		fc.assert(
			fc.property(body, fc.integer({ min: 200, max: 599 }), (text, status) => {
				try {
					expect(readAnswer(answerOf(text, status)).code).toEqual(expect.any(String));
				} catch (error) {
					expect(error).toBeInstanceOf(ProviderError);
					expect((error as ProviderError).details.failure.fallbackAdvised).not.toBe(true);
				}
			}),
		);
	});
});

describe('expectOk', () => {
	it.each([['101', true], ['140', true], ['143', true], ['103', false], ['108', false], ['124', false], ['160', false]])('%s is what every item of the run would meet: %s', async (code, stopsRun) => {
		expect((await thrownBy(() => expectOk({ code, text: undefined, data: {} }, 200))).stopsRun).toBe(stopsRun);
	});

	it.each([
		['101', 'auth'],
		['103', 'billing'],
		['108', 'bad_phone'],
		['789', 'template'],
		['12345', 'unknown'],
		['-118', 'unreachable'],
	])('code %s means %s', async (code, failureClass) => {
		const answer = { code, text: 'as eSMS says', data: { CodeResult: code } };
		expect(await thrownBy(() => expectOk(answer, 200))).toMatchObject({
			provider: 'esms',
			status: 200,
			raw: { CodeResult: code },
			failure: { code, class: failureClass },
		});
	});

	it('lets the code of success pass, which is 0 for the template detail', () => {
		expect(() => expectOk({ code: '100', text: undefined, data: {} }, 200)).not.toThrow();
		expect(() => expectOk({ code: '0', text: undefined, data: {} }, 200, '0')).not.toThrow();
		expect(() => expectOk({ code: '0', text: undefined, data: {} }, 200)).toThrow(ProviderError);
		expect(() => expectOk({ code: '100', text: undefined, data: {} }, 200, '0')).toThrow(ProviderError);
	});
});

describe('readData', () => {
	const schema = z.object({ Balance: z.number() });

	it('reads the data', () => {
		expect(readData(answerOf(samples.balance), schema)).toEqual({ Balance: 36693 });
	});

	it('throws what eSMS says', async () => {
		expect((await thrownBy(() => readData(answerOf(samples.balanceAuthorizeFailed), schema))).failure).toMatchObject({
			code: '101',
			class: 'auth',
		});
	});

	it('names the place where data has another shape', async () => {
		const { failure } = await thrownBy(() => readData(answerOf('{"CodeResponse":"100","Balance":"much"}'), schema));
		expect(failure).toMatchObject({ code: null, class: 'protocol', title: expect.stringContaining('Balance') as string });
		const rows = z.object({ list: z.array(z.object({ id: z.number() })) });
		const details = await thrownBy(() => readData(answerOf('{"CodeResult":"100","list":[{"id":"x"}]}'), rows));
		expect(details).toMatchObject({ provider: 'esms', failure: { title: expect.stringContaining('"id"') as string } });
	});
});

it('code 160 asks to be left alone for a second, wherever it stands; the digits elsewhere do not', () => {
	expect(['{"CodeResult":"160"}', '{"CodeResponse":160}'].map((body) => pauseAfterTooMany(answerOf(body)))).toEqual([1, 1]);
	expect(['{"CodeResult":"100","SMSID":"160"}', '160', ''].map((body) => pauseAfterTooMany(answerOf(body)))).toEqual([undefined, undefined, undefined]);
});
