export type ChangeKind = 'message' | 'request' | 'callback' | 'settings' | 'reset';

export interface Change {
	kind: ChangeKind;
	item: object;
}

const FLUSH_MS = 60;

/** Tells listeners (the page) what changed, in batches; costs nothing while nobody listens. */
export class ChangeFeed {
	private listeners = new Set<(changes: Change[]) => void>();
	private pending = new Map<object, Change>();
	private timer: NodeJS.Timeout | undefined;

	subscribe(listener: (changes: Change[]) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	publish(kind: ChangeKind, item: object): void {
		if (this.listeners.size === 0) return;
		// The same object changed twice within a batch is sent once, with its newest state.
		this.pending.set(item, { kind, item });
		this.timer ??= setTimeout(() => this.flush(), FLUSH_MS);
	}

	close(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.pending.clear();
		this.listeners.clear();
	}

	private flush(): void {
		this.timer = undefined;
		const changes = [...this.pending.values()];
		this.pending.clear();
		for (const listener of this.listeners) listener(changes);
	}
}
