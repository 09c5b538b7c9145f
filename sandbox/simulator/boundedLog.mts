/** A list that forgets its oldest entries; dropping is done in bulk, so adding stays cheap. */
export class BoundedLog<T> {
	private entries: T[] = [];

	constructor(
		private readonly limit: () => number,
		private readonly dropped: (entry: T) => void = () => undefined,
	) {}

	add(entry: T): void {
		this.entries.push(entry);
		const limit = this.limit();
		if (this.entries.length <= limit * 1.25 + 16) return;
		const surplus = this.entries.length - limit;
		for (let i = 0; i < surplus; i++) this.dropped(this.entries[i] as T);
		this.entries = this.entries.slice(surplus);
	}

	all(): T[] {
		return this.entries.slice(-this.limit());
	}

	last(count: number): T[] {
		return this.entries.slice(-Math.max(1, count));
	}

	clear(): void {
		this.entries = [];
	}
}
