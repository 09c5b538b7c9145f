import { failureOf, type FailureClass } from '../../../nodes/domain/failure';

const CLASSES: FailureClass[] = [
	'unreachable', 'refused', 'bad_phone', 'retry', 'later', 'auth', 'account', 'billing', 'template', 'params',
	'protocol', 'duplicate', 'uncertain', 'unknown',
];

describe('failureOf', () => {
	it.each(CLASSES)('advises an SMS for %s only where it would help this very recipient', (failureClass) => {
		expect(failureOf('1', 'x', failureClass).fallbackAdvised).toBe(failureClass === 'unreachable');
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
