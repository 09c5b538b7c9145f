interface Remembered {
	at: number;
	messageId: string | undefined;
}

/** The RequestIds of the last 24 hours (esms.md 1.6). */
export class RequestIds {
	// A Map keeps insertion order, so the oldest ids are always at its front.
	private readonly ids = new Map<string, Remembered>();

	find(key: string, now: number, windowMs: number): Remembered | undefined {
		this.forgetOld(now, windowMs);
		return this.ids.get(key);
	}

	remember(key: string, now: number, messageId?: string): void {
		if (!this.ids.has(key)) this.ids.set(key, { at: now, messageId });
	}

	clear(): void {
		this.ids.clear();
	}

	private forgetOld(now: number, windowMs: number): void {
		for (const [key, { at }] of this.ids) {
			if (now - at < windowMs) return;
			this.ids.delete(key);
		}
	}
}
