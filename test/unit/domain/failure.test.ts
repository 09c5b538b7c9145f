import { fallbackAdviceOf, failureOf, type FailureClass } from '../../../nodes/domain/failure';

const CLASSES: FailureClass[] = [
	'unreachable', 'refused', 'bad_phone', 'retry', 'later', 'auth', 'account', 'billing', 'template', 'params',
	'protocol', 'duplicate', 'uncertain', 'unknown',
];

describe('failureOf', () => {
	it.each<[FailureClass, boolean | null]>([
		['unreachable', true],
		// One mistake would become a batch of paid SMS.
		...(['bad_phone', 'billing', 'template', 'account', 'auth', 'params', 'protocol'] as const).map((name): [FailureClass, boolean] => [name, false]),
		// A choice of the recipient or of the user, and what is worth another try.
		...(['refused', 'later', 'retry'] as const).map((name): [FailureClass, boolean] => [name, false]),
		// The customer has the message.
		['duplicate', false],
		['uncertain', null],
		['unknown', null],
	])('says of %s whether an SMS would help this very recipient: %p', (failureClass, advised) => {
		expect([failureOf('1', 'x', failureClass).fallbackAdvised, fallbackAdviceOf(failureClass)]).toEqual([advised, advised]);
	});

	it('has advice of its own for every class', () => {
		const advice = CLASSES.map((failureClass) => failureOf(null, 'x', failureClass).recommendedAction);
		expect(new Set(advice).size).toBe(CLASSES.length);
		expect(advice.every((text) => text.length > 10)).toBe(true);
	});

	it('takes other advice where it is given', () => {
		expect(failureOf('103', 'Empty', 'billing', 'Top up.')).toEqual({
			code: '103',
			title: 'Empty',
			class: 'billing',
			recommendedAction: 'Top up.',
			fallbackAdvised: false,
		});
	});
});

it('cuts what a provider says without end', () => {
	const { code, title } = failureOf('9'.repeat(1_000_000), 'x'.repeat(1_000_000), 'unknown');
	expect([code?.length, title.length]).toEqual([41, 301]);
});
