/** @returns the same call, made once for the same arguments, however many items need its answer; a failure is not remembered */
export function once<Key extends string[], T>(get: (...key: Key) => Promise<T>): (...key: Key) => Promise<T> {
	const kept = new Map<string, Promise<T>>();
	return async (...key) => {
		const name = JSON.stringify(key);
		const answer = kept.get(name) ?? get(...key);
		kept.set(name, answer);
		answer.catch(() => kept.delete(name));
		return await answer;
	};
}
