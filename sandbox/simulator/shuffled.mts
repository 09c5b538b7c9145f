import { randomInt } from 'node:crypto';

/** A copy in an order left to chance. */
export function shuffled<T>(list: readonly T[]): T[] {
	const result = [...list];
	for (let i = result.length - 1; i > 0; i--) {
		const j = randomInt(i + 1);
		[result[i], result[j]] = [result[j] as T, result[i] as T];
	}
	return result;
}
