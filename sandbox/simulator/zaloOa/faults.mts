import type { Reply } from '../http/reply.mjs';
import type { RecipientScript } from '../recipients.mjs';
import { answerAsScripted } from '../scripted.mjs';
import type { World } from '../world.mjs';

/** What goes wrong with a call, whoever it is for: any code, or what a scripted recipient may ask for. */
export interface ZaloFault extends Pick<RecipientScript, 'delayMs' | 'httpStatus' | 'answer'> {
	/** The path, `/business/message/template`; with a `*` at its end every path that begins so. */
	call: string;
	/** Zalo's code; nothing is done. */
	error?: number;
	/** The text beside the code. */
	message?: string;
	/** Calls it happens to; without it to all. */
	times?: number;
	/** Calls that fit and pass before it happens. */
	after?: number;
}

/** Counts which faults have happened. */
export class Faults {
	/** By the place of the fault in the settings. */
	private seen = new Map<number, number>();

	/** The fault that this call meets, if any. */
	next(path: string, faults: readonly ZaloFault[]): ZaloFault | undefined {
		return faults.find((fault, index) => fits(fault, path) && this.isDue(fault, index));
	}

	clear(): void {
		this.seen.clear();
	}

	private isDue({ after = 0, times = Number.POSITIVE_INFINITY }: ZaloFault, index: number): boolean {
		const count = this.seen.get(index) ?? 0;
		if (count >= after + times) return false;
		this.seen.set(index, count + 1);
		return count >= after;
	}
}

function fits({ call }: ZaloFault, path: string): boolean {
	return call.endsWith('*') ? path.startsWith(call.slice(0, -1)) : path === call;
}

/** Answers a call as its fault has it; `refuse` writes the code in the way of the host. */
export async function answerWithFault(
	world: World,
	fault: ZaloFault,
	refuse: (code: number, message?: string) => Reply,
	accept: () => Reply | Promise<Reply>,
): Promise<Reply> {
	const { error, message, ...script } = fault;
	return await answerAsScripted(world, { ...script, refusal: error }, {
		refuse: (code) => refuse(code, message),
		invalidRequest: withoutError,
		accept,
		loses: () => true,
	});
}

/** HTTP 200 without `error`, of which a client can only report the body (zalo.md 9.5). */
export function withoutError(): Reply {
	return { status: 200, contentType: 'application/json; charset=utf-8', body: '{"message":"Invalid request"}', code: '' };
}
