import fc from 'fast-check';
import { flagSchema } from '../../../nodes/providers/flag';

it.each([
	[true, true], ['True', true], [1, true], ['1', true], [false, false], [' false ', false], [0, false], ['0', false],
	['TRUE', true], ['False', false], ['true', true], ['false', false],
	['maybe', null], [null, null], [undefined, null], ['', null], [2, null], ['yes', null], [{}, null], [[], null], ['__proto__', null],
])('yes or no: %j is %j', (value, flag) => {
	expect(flagSchema.parse(value)).toBe(flag);
});

it('an object that cannot become a text is no flag', () => {
	expect(flagSchema.parse(JSON.parse('{"toString":"__proto__"}'))).toBeNull();
});

it('whatever comes, it is yes, no or neither', () => {
	fc.assert(fc.property(fc.anything(), (value) => expect([true, false, null]).toContain(flagSchema.parse(value))));
});
