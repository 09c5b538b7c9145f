import type { IExecuteFunctions } from 'n8n-workflow';

/** Thrown in place of a request that does not leave any more, because the run stops. */
export class RunStopped extends Error {
	constructor(readonly reason = '') {
		super(`The run stopped before this: ${reason}`);
	}
}

/** Why no further request of a run leaves. */
export interface Stop {
	/** The reason, where there is one. */
	readonly reason: string | undefined;
	/**
	 * Stops the run; the first reason counts.
	 *
	 * @param mayPass whether it may be over in a while; who waits goes on then
	 */
	because(reason: string, mayPass?: boolean): void;
	/** Throws RunStopped where the run stops. */
	check(): void;
}

/**
 * @param until where somebody waits: when that ends, in milliseconds since the epoch
 * @returns the stop of a run, or of a wait in it, which stopping the execution brings about, too
 */
export function createStop(context: Pick<IExecuteFunctions, 'getExecutionCancelSignal'>, until?: number): Stop {
	const signal = context.getExecutionCancelSignal();
	let given: string | undefined;
	const reasonNow = (): string | undefined => {
		if (signal?.aborted) given ??= 'the execution was stopped';
		if (until !== undefined && Date.now() >= until) given ??= 'the time to wait is over';
		return given;
	};
	return {
		get reason() {
			return reasonNow();
		},
		because(reason, mayPass = false) {
			if (!(mayPass && until !== undefined)) given ??= reason;
		},
		check() {
			const reason = reasonNow();
			if (reason !== undefined) throw new RunStopped(reason);
		},
	};
}
