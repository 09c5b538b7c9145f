/** A number is known by so many of its digits in a row. */
const TELLING = 7;

/**
 * @param numbers whole numbers of a customer that occur nowhere else
 * @returns the texts that give one of them away: by seven digits in a row, whatever stands between them
 */
export function leaksOf(numbers: string[], texts: string[]): string[] {
	const giveaways = numbers.flatMap((number) => Array.from({ length: number.length - TELLING + 1 }, (_, at) => number.slice(at, at + TELLING)));
	return texts.filter((text) => {
		const dense = text.replace(/[\s.()-]/g, '');
		return giveaways.some((digits) => dense.includes(digits));
	});
}
