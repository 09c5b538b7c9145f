import type { CaresoftSettings } from '../settings.mjs';

export type Verdict = { kind: 'pass' } | { kind: 'limited'; retryAfterMs: number } | { kind: 'locked'; retryAfterMs: number };

/** The times of the last `limit` requests that passed, as a ring: constant work per request. */
class SlidingWindow {
	private readonly times: Float64Array;
	private next = 0;

	constructor(
		limit: number,
		private readonly windowMs: number,
	) {
		this.times = new Float64Array(Math.max(1, limit)).fill(Number.NEGATIVE_INFINITY);
	}

	/** Time until one more request fits; 0 when it fits now. */
	waitMs(now: number): number {
		const oldest = this.times[this.next] ?? Number.NEGATIVE_INFINITY;
		return Math.max(0, oldest + this.windowMs - now);
	}

	add(now: number): void {
		this.times[this.next] = now;
		this.next = (this.next + 1) % this.times.length;
	}
}

/** 15 requests a second, 54,000 an hour, and the lock-out after more than 20 answers 429 in a row (caresoft.md 3). */
export class RateLimiter {
	private readonly second: SlidingWindow;
	private readonly hour: SlidingWindow;
	private refusedInARow = 0;
	private lockedUntil = Number.NEGATIVE_INFINITY;

	constructor(private readonly limits: CaresoftSettings['limits']) {
		this.second = new SlidingWindow(limits.perSecond, 1_000);
		this.hour = new SlidingWindow(limits.perHour, 3_600_000);
	}

	/** Whether a request at this time passes. Refused requests do not count against the allowance. */
	check(now: number): Verdict {
		if (now < this.lockedUntil) return { kind: 'locked', retryAfterMs: this.lockedUntil - now };
		const retryAfterMs = Math.max(this.second.waitMs(now), this.hour.waitMs(now));
		if (retryAfterMs > 0) return this.refuse(now, retryAfterMs);
		this.refusedInARow = 0;
		this.second.add(now);
		this.hour.add(now);
		return { kind: 'pass' };
	}

	private refuse(now: number, retryAfterMs: number): Verdict {
		const { lockoutAfter, lockoutMs } = this.limits;
		if (this.refusedInARow <= lockoutAfter) {
			this.refusedInARow += 1;
			return { kind: 'limited', retryAfterMs };
		}
		this.refusedInARow = 0;
		this.lockedUntil = now + lockoutMs;
		return { kind: 'locked', retryAfterMs: lockoutMs };
	}
}
