import fc from 'fast-check';
import { checkTemplateValues } from '../../../nodes/domain/template';
import { one, template } from './templateOf';

describe('checkTemplateValues, whatever it is given', () => {
	const anyTemplate = fc
		.uniqueArray(
			fc.record({
				name: fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '__proto__'),
				kind: fc.constantFrom('text' as const, 'number' as const, 'date' as const, 'url' as const),
				required: fc.boolean(),
				acceptsEmpty: fc.boolean(),
				maxLength: fc.option(fc.nat(20), { nil: undefined }),
				minLength: fc.option(fc.nat(5), { nil: undefined }),
			}),
			{ selector: ({ name }) => name, maxLength: 5 },
		)
		.map((parameters) => template(...parameters));
	const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 25 }), fc.integer(), fc.anything({ withBigInt: true }));

	const cases = anyTemplate.chain(({ parameters, ...rest }) =>
		fc.tuple(
			fc.constant({ ...rest, parameters }),
			fc.record(Object.fromEntries(parameters.map(({ name }) => [name, value])), { requiredKeys: [] }),
			fc.dictionary(fc.string(), value, { maxKeys: 2 }),
		),
	);

	it('every parameter is either ready, at fault or left out as optional, and every ready value keeps to the template', () => {
		fc.assert(
			fc.property(cases, ([definition, known, more]) => {
				const { values, faults } = checkTemplateValues(definition, { ...more, ...known });
				for (const { name, required, acceptsEmpty, maxLength } of definition.parameters) {
					const ready = Object.hasOwn(values, name) ? values[name] : undefined;
					const atFault = faults.some((fault) => fault.startsWith(`"${name}"`));
					expect(Number(ready !== undefined) + Number(atFault)).toBeLessThanOrEqual(1);
					if (required) expect(ready !== undefined || atFault).toBe(true);
					if (ready === undefined) continue;
					expect(ready).toBe(ready.normalize('NFC'));
					if (ready.trim() === '') expect(acceptsEmpty).toBe(true);
					else if (maxLength !== undefined) expect(Array.from(ready).length).toBeLessThanOrEqual(maxLength);
				}
				const names = definition.parameters.map(({ name }) => name);
				expect(Object.keys(values).every((name) => names.includes(name))).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it('a text passes exactly up to the limit in NFC code points', () => {
		fc.assert(
			// Blanks at the edges are not sent, and do not count.
			fc.property(fc.string({ unit: 'grapheme' }).map((text) => `!${text}!`), fc.nat(12), (text, maxLength) => {
				const fits = Array.from(text.normalize('NFC')).length <= maxLength;
				expect(one(text.normalize('NFD'), { maxLength }).faults.length === 0).toBe(fits);
			}),
		);
	});

	it('every day of the calendar passes as a date', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
				const [year, month, day] = date.toISOString().slice(0, 10).split('-');
				expect(one(`${day}/${month}/${year}`, { kind: 'date' }).faults).toEqual([]);
			}),
		);
	});
});
