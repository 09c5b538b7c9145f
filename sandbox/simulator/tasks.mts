/** The end of a wait because of `cancelAll`. */
export class Cancelled extends Error {}

/** Work that goes on after an answer: callbacks, webhooks, scheduled messages. */
export class Tasks {
	private open = new Set<object>();
	private cancels = new Set<() => void>();
	private waiting: Array<() => void> = [];
	private life = 0;

	/** Grows with every `cancelAll`: work that began in an earlier life must stop. */
	get generation(): number {
		return this.life;
	}

	/** Calls back when everything is cancelled; returns what takes the registration back. */
	onCancel(cancel: () => void): () => void {
		this.cancels.add(cancel);
		return () => this.cancels.delete(cancel);
	}

	/** Runs a job after a delay, or right now for 0; `idle` waits for it. */
	async after(delayMs: number, job: () => Promise<void>): Promise<void> {
		const ticket = {};
		this.open.add(ticket);
		try {
			if (delayMs > 0) await this.sleep(delayMs);
			await job();
		} catch (error) {
			if (!(error instanceof Cancelled)) console.error('simulator task failed', error);
		} finally {
			if (this.open.delete(ticket) && this.open.size === 0) this.release();
		}
	}

	/** Runs a job at a far time; `idle` does not wait for it. */
	later(delayMs: number, job: () => void): void {
		// Longer delays overflow a timer; nobody runs a simulator for 24 days.
		const timer = setTimeout(
			() => {
				forget();
				job();
			},
			Math.min(delayMs, 2_147_483_647),
		);
		timer.unref();
		const forget = this.onCancel(() => clearTimeout(timer));
	}

	/** Waits, unless everything is cancelled, which rejects. */
	async sleep(delayMs: number): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(() => {
				forget();
				resolve();
			}, delayMs);
			const forget = this.onCancel(() => {
				clearTimeout(timer);
				reject(new Cancelled());
			});
		});
	}

	/** Resolves when no job is open. */
	async idle(): Promise<void> {
		if (this.open.size === 0) return;
		await new Promise<void>((resolve) => this.waiting.push(resolve));
	}

	cancelAll(): void {
		this.life += 1;
		const cancels = [...this.cancels];
		this.cancels.clear();
		for (const cancel of cancels) cancel();
		this.open.clear();
		this.release();
	}

	private release(): void {
		const waiting = this.waiting;
		this.waiting = [];
		for (const resolve of waiting) resolve();
	}
}
