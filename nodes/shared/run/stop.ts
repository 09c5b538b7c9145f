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
	/** Stops the run; the first reason counts. */
	because(reason: string): void;
	/** Throws RunStopped where the run stops. */
	check(): void;
}

/** @returns the stop of a run, which stopping the execution brings about, too */
export function createStop(context: Pick<IExecuteFunctions, 'getExecutionCancelSignal'>): Stop {
	const signal = context.getExecutionCancelSignal();
	let given: string | undefined;
	const reasonNow = (): string | undefined => {
		if (signal?.aborted) given ??= 'the execution was stopped';
		return given;
	};
	return {
		get reason() {
			return reasonNow();
		},
		because(reason) {
			given ??= reason;
		},
		check() {
			const reason = reasonNow();
			if (reason !== undefined) throw new RunStopped(reason);
		},
	};
}
