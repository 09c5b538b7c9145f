/**
 * Cuts a list into chunks in which no key stands twice.
 *
 * @param keysOf what must differ within a chunk
 * @returns chunks of at most `maxSize`, each in the order of the list; every entry is in exactly one
 */
export function chunksApart<T>(entries: readonly T[], maxSize: number, keysOf: (entry: T) => string[]): T[][] {
	const chunks: T[][] = [];
	/** For each key: the first chunk behind all that hold it. */
	const behind = new Map<string, number>();
	let firstOpen = 0;
	for (const entry of entries) {
		const keys = keysOf(entry);
		let at = Math.max(firstOpen, ...keys.map((key) => behind.get(key) ?? 0));
		while ((chunks[at]?.length ?? 0) >= maxSize) at++;
		(chunks[at] ??= []).push(entry);
		for (const key of keys) behind.set(key, at + 1);
		while ((chunks[firstOpen]?.length ?? 0) >= maxSize) firstOpen++;
	}
	return chunks;
}

/** @returns as few chunks of at most `maxSize` as possible, of equal size give or take one, in the order of the list */
export function balancedChunks<T>(entries: readonly T[], maxSize: number): T[][] {
	const count = Math.ceil(entries.length / maxSize);
	return Array.from({ length: count }, (_, index) =>
		entries.slice(Math.floor((index * entries.length) / count), Math.floor(((index + 1) * entries.length) / count)),
	);
}
