import fc from 'fast-check';
import type { SendReceipt } from '../../../../nodes/domain/sendReceipt';
import { summarize } from '../../../../nodes/shared/sending/summary';
import type { SendResult } from '../../../../nodes/shared/sending/types';

const receipt = {} as SendReceipt;
const RESULTS: Record<string, SendResult> = {
	S: { receipt },
	N: { notSent: 'an item before did not go out' },
	E: { error: new Error('refused') },
};
const results = (letters: string) => Array.from(letters, (letter) => RESULTS[letter] as SendResult);

describe('summarize', () => {
	it.each([
		['', ''],
		['S', 'Sent: item 0.'],
		['SSS', 'Sent: items 0-2.'],
		['SS', 'Sent: items 0-1.'],
		['N', 'Not sent: item 0.'],
		// One failure is the error itself; it need not be told twice.
		['E', ''],
		['SENN', 'Sent: item 0. Not sent: items 2-3.'],
		['EE', 'Refused or unclear: items 0-1.'],
		['SSSSSEENS', 'Sent: items 0-4, 8. Not sent: item 7. Refused or unclear: items 5-6.'],
		['SNSNS', 'Sent: items 0, 2, 4. Not sent: items 1, 3.'],
	])('%s', (letters, text) => {
		expect(summarize(results(letters))).toBe(text);
	});

	it('names every item exactly once', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[SNE]{0,40}$/), (letters) => {
				const text = summarize(results(letters));
				const named: string[] = Array.from(letters, () => 'E');
				for (const [, what, list] of text.matchAll(/(Sent|Not sent|Refused or unclear): items? ([\d, -]+)\./g)) {
					for (const range of String(list).split(', ')) {
						const [from, to = from] = range.split('-').map(Number);
						for (let item = Number(from); item <= Number(to); item++) named[item] = String(what).charAt(0).replace('R', 'E');
					}
				}
				expect(named.join('')).toBe(letters);
			}),
		);
	});
});
