import type { INode } from 'n8n-workflow';
import { failureOf } from '../../../../nodes/domain/failure';
import { providers } from '../../../../nodes/providers';
import { ProviderError } from '../../../../nodes/providers/providerError';
import type { Run } from '../../../../nodes/shared/run/run';
import { hintAtResults, whenRunAgain } from '../../../../nodes/shared/sending/hints';
import type { SendResult } from '../../../../nodes/shared/sending/types';

/** @returns a run whose node recognises repeats like this, and what it says */
function runBy(requestIdBy?: string) {
	const hints: string[] = [];
	const node = { parameters: { options: requestIdBy === undefined ? {} : { requestIdBy } } } as unknown as INode;
	const context = { getNode: () => node, addExecutionHints: ({ message }: { message: string }) => hints.push(message) };
	return { run: { context, provider: providers.esms } as unknown as Run, hints };
}

const receipt = (status: string, requestId: string | null, more: object = {}): SendResult => ({ receipt: { status, requestId, ...more } });
const error = (failureClass: 'bad_phone' | 'uncertain'): SendResult => ({
	error: new ProviderError({ provider: 'esms', failure: failureOf(null, 'a title', failureClass), status: 200, raw: null, mayBeSent: failureClass === 'uncertain' }),
});

function hintsOf(results: SendResult[], requestIdBy?: string): string[] {
	const { run, hints } = runBy(requestIdBy);
	hintAtResults(run, results);
	return hints;
}

describe('failures', () => {
	it('are counted apart from what is unclear', () => {
		expect(hintsOf([receipt('accepted', 'a'), error('bad_phone'), error('bad_phone'), receipt('accepted', 'b')])).toEqual([
			"2 of 4 items did not go through. The 'error' field of each says why.",
		]);
		expect(hintsOf([error('bad_phone'), error('uncertain'), { notSent: 'a reason' }])).toEqual([
			"2 of 3 items did not go through. The 'error' field of each says why.",
			"Of 1 of 3 items it is not known whether they went through. The 'message' field of each says what to do.",
		]);
	});

	it('of the only item need no hint', () => expect(hintsOf([error('bad_phone')])).toEqual([]));
});

describe('duplicates', () => {
	const HAD = 'eSMS already has the messages of 1 of 1 items, by their request IDs of the last 24 hours. Nothing was sent for them now.';
	const LOST = 'If the first request was refused, e.g. because of an empty wallet, they may never have gone out.';
	const ONCE = "To send again while you test, set the option 'Request ID' to 'Once per Execution': then every item goes out again, also to those who have the message.";

	it('within one run are the same message, which went out', () => {
		expect(hintsOf([receipt('accepted', 'a'), receipt('duplicate', 'a', { sendStatus: '2' })])).toEqual([
			'1 of 2 items are the same message as another item of this run, with the same request ID, so it went out once.',
		]);
		expect(hintsOf([receipt('accepted', 'a'), receipt('duplicate', 'a')], 'key')).toEqual([expect.stringMatching(/went out once\. To send each of them, give each its own 'Request Key'\.$/)]);
	});

	it.each([
		['5', 'finished, delivered or not'],
		['7', 'sent, waiting for its report'],
		['2', 'waiting to be sent'],
		['4', 'rejected'],
		['33', 'status 33'],
	])('of which eSMS tells the status %s are not said to be lost', (sendStatus, words) => {
		expect(hintsOf([receipt('duplicate', 'a', { sendStatus })])).toEqual([`${HAD} eSMS says of the first messages: ${words} (1). ${ONCE}`]);
	});

	it('of which nothing is told may be lost', () => {
		expect(hintsOf([receipt('duplicate', 'a')])).toEqual([`${HAD} ${LOST} ${ONCE}`]);
		expect(hintsOf([receipt('duplicate', 'a', { sendStatus: '5' }), receipt('duplicate', 'b')])).toEqual([
			expect.stringMatching(/finished, delivered or not \(1\)\. Of 1 it says nothing: if the first request was refused/),
		]);
	});

	it.each([['execution', ''], ['={{ $json.by }}', ''], ['none', ''], ['key', " To send again, give another 'Request Key'."]])('with Request ID %s get only advice that helps', (by, advice) => {
		expect(hintsOf([receipt('duplicate', 'a')], by)).toEqual([`${HAD} ${LOST}${advice}`]);
	});
});

it('the sandbox says that nothing was sent', () => {
	expect(hintsOf([receipt('sandbox', 'a'), receipt('sandbox', 'b')])).toEqual(["'Sandbox' is on: eSMS only checked the messages, nothing was sent."]);
	expect(hintsOf([receipt('sandbox', 'a'), receipt('accepted', 'b')])).toEqual(["'Sandbox' is on for 1 of 2 items: eSMS only checked the messages, nothing was sent for these."]);
});

it('what went out says nothing', () => expect(hintsOf([receipt('accepted', 'a'), receipt('accepted', null)])).toEqual([]));

it.each([
	[undefined, 'a', true],
	['key', 'a', true],
	['content', null, false],
	['execution', 'a', false],
	['none', null, false],
	['={{ $json.by }}', 'a', false],
])('Request ID %p with the ID %p: running again is harmless is %p', (by, requestId, harmless) => {
	expect(whenRunAgain(runBy(by).run, [receipt('accepted', requestId)]) !== '').toBe(harmless);
});
