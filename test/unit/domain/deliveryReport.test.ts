import fc from 'fast-check';
import { eventIdOf } from '../../../nodes/domain/deliveryReport';

describe('eventIdOf', () => {
	it('is the same for the same parts, and short and plain enough for a data table', () => {
		expect(eventIdOf('esms', 'id', '5', '1', '0')).toBe(eventIdOf('esms', 'id', '5', '1', '0'));
		expect(eventIdOf('esms', 'id', '5', '1', '0')).toMatch(/^[0-9a-f]{32}$/);
	});

	it('tells events apart whose parts only run together to the same text', () => {
		expect(eventIdOf('a', 'bc')).not.toBe(eventIdOf('ab', 'c'));
		expect(eventIdOf('a","b')).not.toBe(eventIdOf('a', 'b'));
	});

	it('differs where any part differs', () => {
		const parts = fc.array(fc.string(), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(parts, parts, (a, b) => {
				expect(eventIdOf(...a) === eventIdOf(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
			}),
		);
	});
});
