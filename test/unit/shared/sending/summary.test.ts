import fc from 'fast-check';
import type { SendReceipt } from '../../../../nodes/domain/sendReceipt';
import { summarize } from '../../../../nodes/shared/sending/summary';
import type { SendResult } from '../../../../nodes/shared/sending/types';

const receipt = {} as SendReceipt;
const RESULTS: Record<string, SendResult> = {
	S: { receipt },
	N: { notSent: 'an item before did not go out' },
	E: { error: new Error('refused') },
	U: { error: new Error('unclear') },
};
const results = (letters: string) => Array.from(letters, (letter) => RESULTS[letter] as SendResult);

const isUnclear = (error: unknown) => error instanceof Error && error.message === 'unclear';

describe('summarize', () => {
	it.each([
		['', ''],
		['S', 'Sent: item 0.'],
		['SSS', 'Sent: items 0-2. Items are counted from 0.'],
		['SS', 'Sent: items 0-1. Items are counted from 0.'],
		['N', 'Not sent: item 0.'],
		// One failure is the error itself; it need not be told twice.
		['E', ''],
		['U', ''],
		['SENN', 'Sent: item 0. Refused: item 1. Not sent: items 2-3. Items are counted from 0.'],
		['EE', 'Refused: items 0-1. Items are counted from 0.'],
		['SUN', 'Sent: item 0. Unclear: item 1. Not sent: item 2. Items are counted from 0.'],
		['SSSSSEUNS', 'Sent: items 0-4, 8. Refused: item 5. Unclear: item 6. Not sent: item 7. Items are counted from 0.'],
		['SNSNS', 'Sent: items 0, 2, 4. Not sent: items 1, 3. Items are counted from 0.'],
	])('%s', (letters, text) => {
		expect(summarize(results(letters), { isUnclear })).toBe(text);
	});

	it('names every item exactly once', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[SNEU]{2,40}$/), (letters) => {
				const text = summarize(results(letters), { isUnclear });
				const named: string[] = Array.from(letters, () => '?');
				for (const [, what, list] of text.matchAll(/(Sent|Not sent|Refused|Unclear): items? ([\d, -]+)\./g)) {
					for (const range of String(list).split(', ')) {
						const [from, to = from] = range.split('-').map(Number);
						for (let item = Number(from); item <= Number(to); item++) named[item] = String(what).charAt(0).replace('R', 'E');
					}
				}
				expect(named.join('')).toBe(letters);
			}),
		);
	});

	it('says what running again does to those that went out, where there are any', () => {
		const again = 'Running again does nothing.';
		expect(summarize(results('SE'), { isUnclear, again })).toBe(`Sent: item 0. Refused: item 1. Items are counted from 0. ${again}`);
		expect(summarize(results('EN'), { isUnclear, again })).not.toContain(again);
	});
});
