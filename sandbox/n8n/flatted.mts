/**
 * Decodes n8n's run data. It is stored in the `flatted` form: an array whose
 * first entry is the root, and where every string inside a container is the
 * index of the entry it stands for.
 */
export function decodeFlatted(text: string): unknown {
	const entries: unknown = JSON.parse(text);
	if (!Array.isArray(entries)) throw new Error('This is not run data in flatted form');
	const decoded = new Map<number, unknown>();

	const at = (index: number): unknown => {
		const entry: unknown = entries[index];
		if (typeof entry !== 'object' || entry === null) return entry;
		if (decoded.has(index)) return decoded.get(index);
		// Stored before its content is decoded, because entries may refer to each other.
		const container: unknown[] | Record<string, unknown> = Array.isArray(entry) ? [] : {};
		decoded.set(index, container);
		for (const [key, value] of Object.entries(entry)) {
			Object.defineProperty(container, key, {
				value: typeof value === 'string' ? at(Number(value)) : value,
				enumerable: true,
				configurable: true,
				writable: true,
			});
		}
		return container;
	};
	return at(0);
}
