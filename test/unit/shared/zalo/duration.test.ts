import { inWords } from '../../../../nodes/shared/zalo/duration';

it.each([
	[7_200_000, '2 hours'],
	[5_400_000, '1 hour, 30 minutes'],
	[7_199_999, '2 hours'],
	[3_599_999, '1 hour'],
	[60_000, '1 minute'],
	[7_200, '1 minute'],
])('%d milliseconds are %s', (milliseconds, words) => {
	expect(inWords(milliseconds)).toBe(words);
});
