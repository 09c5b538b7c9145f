import fc from 'fast-check';
import { readBulkAnswer, type BulkOutcome } from '../../../../nodes/providers/esms/bulkAnswer';
import { sendZnsBulk, type BulkZns } from '../../../../nodes/providers/esms/bulkZns';
import { ProviderError } from '../../../../nodes/providers/providerError';
import answers from '../../../fixtures/esms/answers.json';
import samples from '../../../fixtures/esms/bulkZns.json';
import { answerOf, recordingTransport } from '../recordingTransport';
import { thrownBy } from '../thrownBy';

const PHONES = ['0901888484', '0918238965', '0765418062'];
const IDS = ['a037b928-cb7e-4bfc-bdf9-0286318163aa264', 'b83ff06e-8989-4b0d-818e-795b96699e86261'];

interface Row {
	CodeResult: string;
	Phone: string;
	SMSID?: string;
	ErrorMessage?: string;
}

/** The documented answer, with the numbers of the request in place of `{Phone}`. */
function sample(phones = PHONES): { TotalSuccess?: number; TotalFail?: number; detail: Row[] } {
	const parsed = JSON.parse(samples.answer) as { detail: Row[] };
	return { ...parsed, detail: parsed.detail.map((row, index) => ({ ...row, Phone: phones[index] as string })) };
}

/** What a message came to, in short. */
function short(outcome: BulkOutcome): unknown[] {
	if ('result' in outcome) return [outcome.result.status, outcome.result.messageId];
	const { failure } = (outcome.error as ProviderError).details;
	return [failure.class, failure.code];
}

const read = (body: unknown, phones = PHONES) => readBulkAnswer(answerOf(body), phones).map(short);

const ACCEPTED = IDS.map((id) => ['accepted', id]);
const REFUSED = ['bad_phone', '108'];
const UNCLEAR = ['uncertain', null];

describe('sendZnsBulk', () => {
	const bulk: BulkZns = {
		officialAccountId: '4097311281936189049',
		templateId: '267247',
		campaign: 'Chiến dịch 1',
		callbackUrl: 'https://esms.vn/webhook/',
		messages: [
			{ phone: '0901888484', requestId: '96accf59-0c41-4bc7-a5c1', values: ['Chị A', 'Gội đầu', 'KH001', '19/03/2025'] },
			{ phone: '0918238965', requestId: '96accf59-0c41-4bc7-a5c2', values: ['Chị B', 'Uốn', 'KH002', '19/03/2025'] },
			{ phone: '0765418062', requestId: '96accf59-0c41-4bc7-a5c3', values: ['Chị C', 'Nhuộm', 'KH003', '19/03/2025'] },
		],
	};

	it('posts the documented sample and gives each message what came of it (esms.md 3.7)', async () => {
		const { transport, requests } = recordingTransport(() => answerOf(sample()));
		const outcomes = await sendZnsBulk({ baseUrl: '', transport }, bulk);
		const { ApiKey, SecretKey, Sandbox, ...body } = JSON.parse(samples.request) as Record<string, unknown>;
		expect([ApiKey, SecretKey, Sandbox]).toEqual(['{{ApiKey}}', '{{SecretKey}}', '0']);
		expect(requests).toStrictEqual([
			{ method: 'POST', url: 'https://rest.esms.vn/MainService.svc/json/Send_zns_bulk_v4_post_json/', body },
		]);
		expect(outcomes.map(short)).toEqual([...ACCEPTED, REFUSED]);
	});

	it('sends the options of the batch once for all, and no request ID where there is none', async () => {
		const { transport, requests } = recordingTransport(() => answerOf(sample()));
		await sendZnsBulk(
			{ baseUrl: '', transport },
			{ officialAccountId: '1', templateId: '2', sandbox: true, sendDate: '2026-12-31 08:30:00', sendingMode: '3', messages: [{ phone: '0901888484', values: [''] }] },
		);
		expect(requests[0]?.body).toStrictEqual({
			OAID: '1', TempID: '2', Sandbox: '1', SendDate: '2026-12-31 08:30:00', SendingMode: '3', Data: [{ Phone: '0901888484', Params: [''] }],
		});
	});
});

describe('readBulkAnswer', () => {
	it('finds the message of a row by its phone, whatever the order and the way it is written', () => {
		expect(read(sample(['901888484', '84918238965', '765418062']))).toEqual([...ACCEPTED, REFUSED]);
		const answer = sample(['+84 901 888 484', '84918238965', '0765418062']);
		expect(read({ ...answer, detail: [...answer.detail].reverse() })).toEqual([...ACCEPTED, REFUSED]);
	});

	it('takes a repeated request ID of one message for a duplicate, however it is counted', () => {
		const { detail } = sample();
		const rows = [detail[0], detail[1], { CodeResult: '124', Phone: PHONES[2], ErrorMessage: 'Request exist 1' }];
		for (const totals of [{ TotalSuccess: 3, TotalFail: 0 }, { TotalSuccess: 2, TotalFail: 1 }, { TotalSuccess: 2 }]) {
			expect(read({ CodeResult: '100', ...totals, detail: rows })).toEqual([...ACCEPTED, ['duplicate', null]]);
		}
	});

	it('takes a message that was accepted without an ID for accepted', () => {
		expect(read({ CodeResult: '100', TotalSuccess: 1, TotalFail: 0, detail: [{ CodeResult: '100', Phone: PHONES[0] }] }, PHONES.slice(0, 1))).toEqual([['accepted', null]]);
	});

	it('passes on what eSMS writes beside a code that is not documented', () => {
		const [outcome] = readBulkAnswer(answerOf({ CodeResult: '100', detail: [{ CodeResult: '9999', Phone: PHONES[0], ErrorMessage: 'in its words' }] }), PHONES.slice(0, 1)) as [{ error: ProviderError }];
		expect(outcome.error.details.failure.title).toBe('eSMS answered code 9999: in its words');
	});

	it('trusts a duplicate, which only a known message can be, where the totals contradict each other', () => {
		const rows = [{ CodeResult: '124', Phone: PHONES[0] }, sample().detail[2]];
		expect(read({ CodeResult: '100', TotalSuccess: 5, TotalFail: 0, detail: rows }, [PHONES[0], PHONES[2]] as string[])).toEqual([['duplicate', null], UNCLEAR]);
	});

	it('a duplicate may count as a failure', () => {
		const rows = [{ CodeResult: '124', Phone: PHONES[0] }, sample().detail[2]];
		expect(read({ CodeResult: '100', TotalSuccess: 0, TotalFail: 2, detail: rows }, [PHONES[0], PHONES[2]] as string[])).toEqual([['duplicate', null], REFUSED]);
	});

	it.each([
		['every one of them is counted', { TotalSuccess: 1, TotalFail: 1 }, [ACCEPTED[0], UNCLEAR, REFUSED]],
		['the message without a row counts as a success', { TotalSuccess: 2, TotalFail: 1 }, [ACCEPTED[0], UNCLEAR, REFUSED]],
		['the message without a row counts as a failure', { TotalSuccess: 1, TotalFail: 2 }, [ACCEPTED[0], UNCLEAR, REFUSED]],
		['more are counted than there are', { TotalSuccess: 1, TotalFail: 3 }, [ACCEPTED[0], UNCLEAR, UNCLEAR]],
		['more successes are counted than there can be', { TotalSuccess: 3, TotalFail: 1 }, [ACCEPTED[0], UNCLEAR, UNCLEAR]],
	])('believes the rows beside a missing one while %s', (_what, totals, outcomes) => {
		const { detail } = sample();
		expect(read({ CodeResult: '100', ...totals, detail: [detail[0], detail[2]] })).toEqual(outcomes);
	});

	it('says why a message is unclear', () => {
		const why = (body: unknown) => (readBulkAnswer(answerOf(body), PHONES) as Array<{ error: ProviderError }>).at(-1)?.error.details;
		expect(why({ ...sample(), detail: [] })).toMatchObject({ provider: 'esms', failure: { title: 'eSMS does not say what became of this message of the batch' } });
		expect(why({ ...sample(), TotalFail: 0 })?.failure.title).toBe('eSMS contradicts itself about the messages of this batch');
		expect(why(answers.duplicate)?.failure.title).toBe('eSMS has seen a request ID of this batch before');
	});

	it('takes a code of Zalo for what it is', () => {
		expect(read({ CodeResult: '100', detail: [{ CodeResult: '-118', Phone: PHONES[0] }] }, PHONES.slice(0, 1))).toEqual([['unreachable', '-118']]);
	});

	it('reads totals and numbers that come as text, and does without a total (esms.md 3.7)', () => {
		expect(read({ ...sample(), TotalSuccess: '2', TotalFail: '1' })).toEqual([...ACCEPTED, REFUSED]);
		expect(read({ ...sample(), TotalFail: undefined })).toEqual([...ACCEPTED, REFUSED]);
		expect(read({ ...sample(), TotalFail: null })).toEqual([...ACCEPTED, REFUSED]);
	});

	it.each<[string, unknown, unknown[]]>([
		['a message without a row', { ...sample(), detail: sample().detail.slice(1) }, [UNCLEAR, ACCEPTED[1], REFUSED]],
		['a message with two rows', { ...sample(), detail: [...sample().detail, ...sample().detail.slice(0, 1)] }, [UNCLEAR, ACCEPTED[1], REFUSED]],
		['rows that cannot be told apart, as in the sample itself', samples.answer, [UNCLEAR, UNCLEAR, UNCLEAR]],
		['an answer without rows', { CodeResult: '100', TotalSuccess: 3, TotalFail: 0 }, [UNCLEAR, UNCLEAR, UNCLEAR]],
		['rows that are none', { CodeResult: '100', detail: ['x', null, { Phone: PHONES[0] }, { CodeResult: '100' }] }, [UNCLEAR, UNCLEAR, UNCLEAR]],
		['more successes than rows say: a refusal may be none', { ...sample(), TotalSuccess: 3, TotalFail: 0 }, [...ACCEPTED, UNCLEAR]],
		['fewer failures than rows say', { ...sample(), TotalFail: 0 }, [...ACCEPTED, UNCLEAR]],
		[
			'fewer successes than rows say: one without an ID may be none',
			{ CodeResult: '100', TotalSuccess: 1, TotalFail: 2, detail: [sample().detail[0], { CodeResult: '100', Phone: PHONES[1] }, sample().detail[2]] },
			[ACCEPTED[0], UNCLEAR, UNCLEAR],
		],
	])('leaves unclear %s', (_, body, outcomes) => {
		expect(read(body)).toEqual(outcomes);
	});

	it('says of an unclear message that it may be sent, and keeps the rows of the others out of it', () => {
		const [unclear] = readBulkAnswer(answerOf({ ...sample(), detail: sample().detail.slice(1) }), PHONES) as [{ error: ProviderError }];
		expect(unclear.error.details).toMatchObject({ mayBeSent: true, raw: { CodeResult: '100', Message: 'Sucess', TotalFail: 1, TotalSuccess: 2 } });
		expect(JSON.stringify(unclear.error.details)).not.toContain(IDS[1]);
	});

	it.each([
		['110', { CodeResult: '110', CountRegenerate: 0 }, 'params'],
		['687', { CodeResult: '687', CountRegenerate: 0 }, 'params'],
		['101', answers.authorizeFailed, 'auth'],
		['789', answers.templateNotConfigured, 'template'],
	])('code %s refuses all messages, and none is sent', async (code, body, failureClass) => {
		const details = await thrownBy(() => read(body));
		expect(details.failure).toMatchObject({ code, class: failureClass });
		expect(details.mayBeSent ?? false).toBe(false);
	});

	it('a repeated request ID of the whole is that of the one message, and tells nothing of several', () => {
		expect(read(answers.duplicate, PHONES.slice(0, 1))).toEqual([['duplicate', null]]);
		expect(read(answers.duplicate)).toEqual([UNCLEAR, UNCLEAR, UNCLEAR]);
	});

	it('an answer that is cut off leaves everything open', async () => {
		expect((await thrownBy(() => read(samples.answer.slice(0, 200)))).mayBeSent).toBe(true);
	});

	it('never claims more than the rows say, and answers for every message in its place', () => {
		const row = fc.record(
			{ CodeResult: fc.constantFrom('100', '108', '124', 100, null), Phone: fc.constantFrom(...PHONES, '84901888484', 'x', 901888484), SMSID: fc.constantFrom('a', '', null, 7), ErrorMessage: fc.constantFrom('x', null) },
			{ requiredKeys: [] },
		);
		const body = fc.record({
			CodeResult: fc.constantFrom('100', '124'),
			TotalSuccess: fc.option(fc.oneof(fc.nat(4), fc.constantFrom('2', '', 'x'))),
			TotalFail: fc.option(fc.nat(4)),
			detail: fc.oneof(fc.array(fc.oneof(row, fc.anything()), { maxLength: 5 }), fc.anything()),
		});
		fc.assert(
			fc.property(body, (answer) => {
				let text: string;
				try {
					text = JSON.stringify(answer);
				} catch {
					return;
				}
				const outcomes = readBulkAnswer(answerOf(text), PHONES);
				expect(outcomes).toHaveLength(PHONES.length);
				const { detail } = JSON.parse(text) as { detail: unknown };
				const rows: Array<Partial<Row>> = Array.isArray(detail) ? (detail as Array<Partial<Row> | null>).filter((entry): entry is Partial<Row> => typeof entry === 'object' && entry !== null) : [];
				for (const [at, outcome] of outcomes.entries()) {
					if (!('result' in outcome) || outcome.result.status !== 'accepted') continue;
					const national = PHONES[at] as string;
					const own = rows.filter(({ Phone }) => [national, national.slice(1)].includes(String(Phone)) || String(Phone) === `84${national.slice(1)}`);
					expect(own.map(({ CodeResult }) => String(CodeResult))).toContain('100');
				}
			}),
			{ numRuns: 300 },
		);
	});
});
