import type { IWebhookFunctions } from 'n8n-workflow';

/** What this process remembers of the calls to each trigger, by workflow and node: it is gone after a restart. */
export class Memory<T> {
	private readonly triggers = new Map<string, Map<string, T>>();

	/** @param most entries of a trigger; the oldest ones go first */
	constructor(private readonly most: number) {}

	/** @returns what is remembered of the trigger, the oldest first */
	of(context: Pick<IWebhookFunctions, 'getNode' | 'getWorkflow'>): Map<string, T> {
		const trigger = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
		const entries = this.triggers.get(trigger) ?? new Map<string, T>();
		this.triggers.set(trigger, entries);
		return entries;
	}

	/** Remembers an entry as the newest. */
	keep(entries: Map<string, T>, key: string, value: T): void {
		entries.delete(key);
		entries.set(key, value);
		for (const oldest of entries.keys()) {
			if (entries.size <= this.most) break;
			entries.delete(oldest);
		}
	}
}
