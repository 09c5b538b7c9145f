/** Counts calls within one second. */
export class PerSecond {
	private start = Number.NEGATIVE_INFINITY;
	private count = 0;

	/** Whether one more call at this time stays within the limit; 0 is no limit. */
	allows(now: number, limit: number): boolean {
		if (limit === 0) return true;
		if (now - this.start >= 1_000) {
			this.start = now;
			this.count = 0;
		}
		this.count += 1;
		return this.count <= limit;
	}

	clear(): void {
		this.start = Number.NEGATIVE_INFINITY;
		this.count = 0;
	}
}
