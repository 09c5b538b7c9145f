import fc from 'fast-check';
import { balancedChunks, chunksApart } from '../../../../nodes/shared/sending/chunks';

describe('chunksApart', () => {
	const letters = (text: string, maxSize: number) => chunksApart([...text], maxSize, (letter) => [letter]).map((chunk) => chunk.join(''));

	it.each([
		['', 2, []],
		['abc', 3, ['abc']],
		['abcd', 3, ['abc', 'd']],
		['aab', 3, ['ab', 'a']],
		['aaa', 500, ['a', 'a', 'a']],
		['abab', 2, ['ab', 'ab']],
		['aabcd', 2, ['ab', 'ac', 'd']],
	])('%j with at most %i', (text, maxSize, chunks) => {
		expect(letters(text, maxSize)).toEqual(chunks);
	});

	it('keeps apart what has any key in common', () => {
		const keys: Record<string, string[]> = { x: ['1', 'A'], y: ['2', 'A'], z: ['2', 'B'] };
		expect(chunksApart(['x', 'y', 'z'], 10, (name) => keys[name] as string[])).toEqual([['x'], ['y'], ['z']]);
	});

	it('has every entry exactly once and in order, no key twice in a chunk, and no chunk that is too large', () => {
		const entry = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 2 });
		fc.assert(
			fc.property(fc.array(entry, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (keys, maxSize) => {
				const entries = keys.map((own, index) => ({ index, own: [...new Set(own)] }));
				const chunks = chunksApart(entries, maxSize, ({ own }) => own);
				expect(chunks.flat().map(({ index }) => index).sort((a, b) => a - b)).toEqual(entries.map(({ index }) => index));
				for (const chunk of chunks) {
					expect(chunk.length).toBeGreaterThan(0);
					expect(chunk.length).toBeLessThanOrEqual(maxSize);
					const indexes = chunk.map(({ index }) => index);
					expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
					const all = chunk.flatMap(({ own }) => own);
					expect(new Set(all).size).toBe(all.length);
				}
			}),
		);
	});

	it('makes no more chunks than needed where all keys differ', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 50 }), (count, maxSize) => {
				const entries = Array.from({ length: count }, (_, index) => index);
				expect(chunksApart(entries, maxSize, (index) => [String(index)])).toHaveLength(Math.ceil(count / maxSize));
			}),
		);
	});

	it('takes a list of one number a hundred thousand times without trying every chunk for each', () => {
		expect(chunksApart(Array.from({ length: 100_000 }, () => 'a'), 500, (key) => [key])).toHaveLength(100_000);
	});
});

describe('balancedChunks', () => {
	it('makes no small rest', () => {
		const entries = Array.from({ length: 5_001 }, (_, index) => index);
		expect(balancedChunks(entries, 5_000).map(({ length }) => length)).toEqual([2_500, 2_501]);
	});

	it('has every entry once and in order, in as few chunks as possible, whose sizes differ by one at most', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 60 }), (count, maxSize) => {
				const entries = Array.from({ length: count }, (_, index) => index);
				const chunks = balancedChunks(entries, maxSize);
				const sizes = chunks.map(({ length }) => length);
				expect(chunks.flat()).toEqual(entries);
				expect(chunks).toHaveLength(Math.ceil(count / maxSize));
				expect(sizes.every((size) => size <= maxSize)).toBe(true);
				expect(Math.max(0, ...sizes) - Math.min(...sizes, Math.max(0, ...sizes))).toBeLessThanOrEqual(1);
			}),
		);
	});

	it('leaves none of the requests of an advertising SMS with fewer than 30 numbers (esms.md 7.2)', () => {
		fc.assert(
			fc.property(fc.integer({ min: 30, max: 30_000 }), (count) => {
				const sizes = balancedChunks(Array.from({ length: count }, () => ''), 5_000).map(({ length }) => length);
				expect(Math.min(...sizes)).toBeGreaterThanOrEqual(30);
			}),
			{ numRuns: 50 },
		);
	});
});
